using DigestBot.Core.Mentions;

namespace DigestBot.Core.Stories;

/// <summary>
/// One week in numbers: what later weeks need to know of it, so that composing never re-reads a year of mentions.
/// Bounded: at most a few thousand terms, the rest is dropped from the tail.
/// </summary>
public sealed record WeekSummary
{
    /// <summary>The week.</summary>
    public required DigestWeek Week { get; init; }

    /// <summary>Mentions that count.</summary>
    public required int Mentions { get; init; }

    /// <summary>Unique authors among them.</summary>
    public required int Authors { get; init; }

    /// <summary>Mean sentiment, -1 to 1; 0 without mentions.</summary>
    public required double Sentiment { get; init; }

    /// <summary>Mentions that name a competitor, ours or not; with <see cref="Mentions"/> the base of share of voice.</summary>
    public required int CompetitorMentions { get; init; }

    /// <summary>Mentions that count, by source, ordered by name.</summary>
    public required IReadOnlyList<SourceCount> Sources { get; init; }

    /// <summary>How often each term was told: story keys (<c>issue:lost luggage</c>), topics and phrases; ordered by term.</summary>
    public required IReadOnlyList<TermCount> Terms { get; init; }

    /// <summary>Mentions that count, by day, Monday first; null in a summary made before days were counted, or without a zone: unknown, not zero.</summary>
    public IReadOnlyList<int>? Days { get; init; }

    /// <summary>How often each competitor was named, ordered by name; null in a summary made before they were told apart: unknown, not zero.</summary>
    public IReadOnlyList<CompetitorCount>? Competitors { get; init; }

    /// <summary>Other handles that several people named in mentions that count, ordered by name; null where they were not counted.</summary>
    public IReadOnlyList<HandleCount>? Handles { get; init; }

    /// <summary>Some of the mentions as numbers, for counting what no single term tells (<see cref="Trends.WeekSample"/>); null where none was kept.</summary>
    public string? Sample { get; init; }

    /// <summary>Mentions that count in the days passed, or null when the days are unknown.</summary>
    /// <param name="part">What of the week counts.</param>
    public double? MentionsIn(WeekPart part)
    {
        if (part.IsWhole)
            return Mentions;
        return Days is { Count: WeekPart.Days } days ? days.Select((count, day) => count * part[day]).Sum() : null;
    }
}

/// <summary>How often a competitor was named in a week.</summary>
/// <param name="Name">As configured.</param>
/// <param name="Mentions">Mentions that name it, ours or not.</param>
/// <param name="WithUs">Those of them that count as ours: customers who name both.</param>
public sealed record CompetitorCount(string Name, int Mentions, int WithUs);

/// <summary>How often a handle was named beside ours.</summary>
/// <param name="Handle">Lower case, without <c>@</c>.</param>
/// <param name="Mentions">Mentions that count and name it.</param>
/// <param name="Authors">Unique authors among them.</param>
public sealed record HandleCount(string Handle, int Mentions, int Authors);

/// <summary>Mentions of one source in a week.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Mentions">Mentions that count.</param>
public sealed record SourceCount(string Source, int Mentions);

/// <summary>A term of a week.</summary>
/// <param name="Term">Story key, topic or phrase.</param>
/// <param name="Mentions">Posts.</param>
/// <param name="Authors">Unique authors.</param>
public sealed record TermCount(string Term, int Mentions, int Authors)
{
    /// <summary>On which days, in the packing of <see cref="DayCounts"/>; null for rare terms and in old summaries: told like the week as a whole.</summary>
    public long? Days { get; init; }
}

/// <summary>Keeps summaries of weeks; a summary is stale as soon as a mention of its week arrives.</summary>
public interface IWeekSummaryStore
{
    /// <summary>The summary, or null when it was never made or is stale.</summary>
    /// <param name="zone">IANA id of the zone that the week is read in.</param>
    /// <param name="week">The week.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<WeekSummary?> FindAsync(string zone, DigestWeek week, CancellationToken cancellationToken);

    /// <summary>Keeps a summary (replacing an older one), durable when the task ends.</summary>
    Task SaveAsync(string zone, WeekSummary summary, CancellationToken cancellationToken);
}
