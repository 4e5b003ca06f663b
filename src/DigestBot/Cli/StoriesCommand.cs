using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories.Copies;
using DigestBot.Sources;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli;

/// <summary>
/// <c>stories FILE</c>: which items of a feed tell the same, one JSON object a line, in the feed's order. Copies, quotes and
/// light edits are one story whenever they were said; the same words with other facts are not.
/// </summary>
internal static class StoriesCommand
{
    private const int ManyItems = 200_000;
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Feed as NDJSON; each item needs an id and a text." };
        var format = new Option<string>("--format") { Description = "Form of the answer.", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson");
        var text = TextOption.Create();
        var stories = new Command("stories", "Say which items of a feed tell the same. Example: digestbot stories feed.ndjson --format ndjson")
        {
            file, format, text,
        };
        stories.SetAction((typed, stop) => RunAsync(
            typed.GetRequiredValue(file), TextOption.Fields(typed.GetValue(text)), System.Console.OpenStandardOutput(), System.Console.Error, stop));
        return stories;
    }

    /// <summary>Reads the whole feed, groups it, then writes; nothing is written when it is interrupted. The exit code.</summary>
    /// <param name="path">The feed.</param>
    /// <param name="fields">Fields that make the text.</param>
    /// <param name="output">Where the answers go.</param>
    /// <param name="errors">Where skipped lines are told.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="CommandException">The file is missing or nothing in it can be read.</exception>
    internal static async Task<int> RunAsync(string path, string[] fields, Stream output, TextWriter errors, CancellationToken stop)
    {
        var (ids, texts) = await ReadAsync(path, new() { TextFields = fields, IsLenient = true }, errors, stop);
        if (ids.Count == 0)
            throw new CommandException($"Nothing in {path} can be read: each line must be a JSON object with an id and {string.Join(" or ", fields)}.");
        if (ids.Count > ManyItems)
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{ids.Count:N0} items read, now grouping ..."));
        var groups = NearDuplicates.GroupAll(texts, stop);
        await WriteAsync(ids, groups, output, stop);
        return 0;
    }

    private static async Task<(List<string> Ids, List<string> Texts)> ReadAsync(
        string path, NdjsonOptions options, TextWriter errors, CancellationToken stop)
    {
        await using var file = Open(path);
        var (ids, texts) = (new List<string>(), new List<string>());
        await foreach (var batch in NdjsonFeed.ReadAsync(file, options, stop))
        {
            foreach (var skipped in batch.Skipped)
                await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {skipped.Line}: {skipped.Reason}"));
            foreach (var mention in batch.Mentions)
            {
                ids.Add(mention.Id.ExternalId);
                texts.Add(mention.Text);
            }
        }
        return (ids, texts);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return SourceFiles.Open(path);
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message, innerException: failure);
        }
    }

    private static async Task WriteAsync(List<string> ids, int[] groups, Stream output, CancellationToken stop)
    {
        var names = Names(ids, groups);
        var lines = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(lines, Json);
        for (var i = 0; i < ids.Count; i++)
        {
            WriteLine(json, ids[i], names[groups[i]]);
            lines.Write("\n"u8);
            if (lines.WrittenCount < 1 << 16 && i < ids.Count - 1)
                continue;
            await output.WriteAsync(lines.WrittenMemory, stop);
            lines.ResetWrittenCount();
        }
        await output.FlushAsync(stop);
    }

    private static void WriteLine(Utf8JsonWriter json, string id, string story)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("story"u8, story);
        json.WriteEndObject();
        json.Flush();
    }

    // A story is called after the first of its ids, so that it keeps its name when the feed comes in another order.
    private static Dictionary<int, string> Names(List<string> ids, int[] groups)
    {
        var names = new Dictionary<int, string>();
        for (var i = 0; i < groups.Length; i++)
        {
            if (!names.TryGetValue(groups[i], out var known) || string.CompareOrdinal(ids[i], known) < 0)
                names[groups[i]] = ids[i];
        }
        return names;
    }
}
