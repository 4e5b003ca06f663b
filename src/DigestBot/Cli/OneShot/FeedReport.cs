using System.Globalization;
using DigestBot.Core.Mentions;

namespace DigestBot.Cli.OneShot;

/// <summary>Tells on standard error what was passed over and, in long runs, how far the reading is.</summary>
/// <param name="output">Standard error.</param>
/// <param name="clock">Measures how long it takes.</param>
internal sealed class FeedReport(TextWriter output, TimeProvider clock)
{
    private const int ToldByLine = 20;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);
    private long _told = clock.GetTimestamp();

    /// <summary>Items read so far.</summary>
    public long Good { get; private set; }

    /// <summary>Items that could not be read.</summary>
    public long Bad { get; private set; }

    /// <summary>Counts a batch of a feed; the first bad lines are told one by one.</summary>
    public async Task CountAsync(string feed, int good, IReadOnlyList<SkippedItem> skipped)
    {
        Good += good;
        foreach (var item in skipped)
        {
            if (Bad++ < ToldByLine)
                await output.WriteLineAsync($"{Path.GetFileName(feed)}, line {Shown(item.Line)} skipped: {item.Reason}");
        }
        if (clock.GetElapsedTime(_told) < Often)
            return;
        _told = clock.GetTimestamp();
        await output.WriteLineAsync($"{Shown(Good)} mentions read ...");
    }

    /// <summary>Ends the report.</summary>
    /// <exception cref="CommandException">Nothing could be read at all.</exception>
    public async Task EndAsync()
    {
        if (Bad > ToldByLine)
            await output.WriteLineAsync($"{Shown(Bad - ToldByLine)} more lines skipped.");
        if (Good == 0)
            throw new CommandException("Nothing in the feeds can be read: one JSON object a line with id, author, text and createdAt is expected.");
    }

    private static string Shown(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
