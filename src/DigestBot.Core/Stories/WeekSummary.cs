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
}

/// <summary>Mentions of one source in a week.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Mentions">Mentions that count.</param>
public sealed record SourceCount(string Source, int Mentions);

/// <summary>A term of a week.</summary>
/// <param name="Term">Story key, topic or phrase.</param>
/// <param name="Mentions">Posts.</param>
/// <param name="Authors">Unique authors.</param>
public sealed record TermCount(string Term, int Mentions, int Authors);

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
