using System.CommandLine;
using DigestBot.Cli.Training;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sources;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli;

/// <summary><c>read FILE</c>: what the local reader makes of each item of a feed, one JSON object a line, in the feed's order.</summary>
internal static class ReadCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Feed as NDJSON; each item needs an id and a text." };
        var format = new Option<string>("--format") { Description = "Form of the answer.", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson");
        var text = TextOption.Create();
        var models = ModelOption.Create();
        var read = new Command("read", "Say what each item of a feed means. Example: digestbot read feed.ndjson --format ndjson") { file, format, text, models };
        read.SetAction((typed, stop) => RunAsync(
            typed.GetRequiredValue(file), TextOption.Fields(typed.GetValue(text)), typed.GetValue(models) ?? [], System.Console.OpenStandardOutput(), stop));
        return read;
    }

    /// <summary>Reads the feed and writes the answers; the exit code.</summary>
    /// <param name="path">The feed.</param>
    /// <param name="fields">Fields that make the text.</param>
    /// <param name="models">Files of models that answer for their tasks.</param>
    /// <param name="output">Where the answers go.</param>
    /// <param name="stop">Ends it between two batches.</param>
    /// <exception cref="CommandException">A file is missing, nothing in it can be read, or it is no model.</exception>
    internal static async Task<int> RunAsync(string path, string[] fields, string[] models, Stream output, CancellationToken stop)
    {
        var reader = new LocalReader(new ReadingRules(new Brand("")), ModelOption.Read(models));
        await using var file = Open(path);
        await using var writer = new InsightWriter(output);
        var progress = new Progress(TimeProvider.System, System.Console.Error);
        var options = new NdjsonOptions { TextFields = fields, IsLenient = true };
        await foreach (var batch in NdjsonFeed.ReadAsync(file, options, stop))
        {
            await writer.WriteAsync(batch.Mentions, Understand(reader, batch.Mentions), stop);
            await progress.TellAsync(batch);
        }
        return progress.Read > 0 ? 0 : throw new CommandException($"Nothing in {path} can be read: each line must be a JSON object with an id and {string.Join(" or ", fields)}.");
    }

    private static FileStream Open(string path)
    {
        try
        {
            return SourceFiles.Open(path);
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    private static Insight[] Understand(LocalReader reader, IReadOnlyList<Mention> mentions)
    {
        var insights = new Insight[mentions.Count];
        Parallel.For(0, mentions.Count, i => insights[i] = reader.Read(mentions[i]));
        return insights;
    }

    /// <summary>Tells of lines that were passed over, and every two seconds how far it is.</summary>
    private sealed class Progress(TimeProvider clock, TextWriter errors)
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
        private long _told = clock.GetTimestamp();

        public long Read { get; private set; }

        public async Task TellAsync(FeedBatch batch)
        {
            Read += batch.Mentions.Count;
            foreach (var skipped in batch.Skipped)
                await errors.WriteLineAsync($"line {skipped.Line}: {skipped.Reason}");
            if (clock.GetElapsedTime(_told) < Pause)
                return;
            _told = clock.GetTimestamp();
            await errors.WriteLineAsync($"{Read} items read");
        }
    }
}
