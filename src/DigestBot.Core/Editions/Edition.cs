using DigestBot.Core.Mentions;

namespace DigestBot.Core.Editions;

/// <summary>Which edition: the digest and the week.</summary>
/// <param name="Digest">Name of the digest.</param>
/// <param name="Week">The week it tells of.</param>
public readonly record struct EditionKey(string Digest, DigestWeek Week)
{
    /// <inheritdoc />
    public override string ToString() => $"{Digest}/{Week}";
}

/// <summary>Where an edition stands. It only goes forward.</summary>
public enum EditionState
{
    /// <summary>Composed, for curators.</summary>
    Draft = 0,

    /// <summary>A curator has said yes; published on schedule (as a draft would be).</summary>
    Approved = 1,

    /// <summary>On its way to or with its audiences.</summary>
    Published = 2,

    /// <summary>The next one is published; nothing more can be changed but corrections.</summary>
    Closed = 3,

    /// <summary>A curator decided that this week has none.</summary>
    Skipped = 4,
}

/// <summary>One week of a digest. Immutable: a change makes a new one with a higher <see cref="Version"/>.</summary>
public sealed record Edition
{
    /// <summary>Which one.</summary>
    public required EditionKey Key { get; init; }

    /// <summary>The brand's name, as shown in the title.</summary>
    public required string Brand { get; init; }

    /// <summary>IANA id of the digest's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Monday 00:00 in the zone, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The next Monday 00:00 in the zone, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Where it stands.</summary>
    public EditionState State { get; init; } = EditionState.Draft;

    /// <summary>Counts changes, from 1; what optimistic locking and "newest version wins" go by.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Made of the sample company: SAMPLE is written on every view.</summary>
    public bool IsSample { get; init; }

    /// <summary>The ten, or fewer in a quiet week; ranks 1..n.</summary>
    public required IReadOnlyList<TouchPoint> TouchPoints { get; init; }

    /// <summary>What just missed: ranks 11 to 15.</summary>
    public required IReadOnlyList<TouchPoint> RunnersUp { get; init; }

    /// <summary>The week in numbers, against the week before.</summary>
    public required EditionNumbers Numbers { get; init; }

    /// <summary>How much of each source could be read.</summary>
    public required IReadOnlyList<SourceCoverage> Coverage { get; init; }

    /// <summary>The promise ledger: what executives took, and what became of it.</summary>
    public IReadOnlyList<LedgerLine> Ledger { get; init; } = [];

    /// <summary>Five real mentions, unranked, drawn by the week's seed, at most one per source: "ten raw minutes".</summary>
    public IReadOnlyList<MentionId> RawMinutes { get; init; } = [];

    /// <summary>Weeks since a suggestion was last acted on; null when none ever was.</summary>
    public int? WeeksSinceActed { get; init; }

    /// <summary>What curators did, oldest first; replayed when the edition is recomposed.</summary>
    public IReadOnlyList<CurationOperation> Operations { get; init; } = [];

    /// <summary>Why the curators let the week go without it, plain text; null unless it was skipped with a reason.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>Whose words the headlines are, one sentence or more; null where no language model is configured.</summary>
    public string? Wording { get; init; }

    /// <summary>When it was composed, UTC.</summary>
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>When it went out, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>The week in numbers.</summary>
/// <param name="Mentions">Mentions that count.</param>
/// <param name="PreviousMentions">The same a week before; null when that week could not be heard.</param>
/// <param name="Sentiment">Mean, -1 to 1.</param>
/// <param name="PreviousSentiment">The same a week before, or null.</param>
/// <param name="ShareOfVoice">0 to 1, or null without competitors.</param>
/// <param name="PreviousShareOfVoice">The same a week before, or null.</param>
/// <param name="PromisesKept">Follow-ups done by their date, of those due so far; null when none was ever made.</param>
/// <param name="PromisesDue">How many were due.</param>
public sealed record EditionNumbers(
    int Mentions, int? PreviousMentions, double Sentiment, double? PreviousSentiment,
    double? ShareOfVoice, double? PreviousShareOfVoice, int? PromisesKept, int? PromisesDue);

/// <summary>How well a source could be heard in the week.</summary>
public enum CoverageState
{
    /// <summary>In full.</summary>
    Full = 0,

    /// <summary>With a gap: something was heard, not all.</summary>
    Partial = 1,

    /// <summary>Not at all.</summary>
    Silent = 2,
}

/// <summary>Coverage of one source: "silence is not zero".</summary>
/// <param name="Source">Its name.</param>
/// <param name="Mentions">Mentions that count.</param>
/// <param name="State">How well it was heard.</param>
/// <param name="SilentSince">Since when nothing could be read, UTC; null when heard in full.</param>
public sealed record SourceCoverage(string Source, int Mentions, CoverageState State, DateTimeOffset? SilentSince);

/// <summary>What became of a promise.</summary>
public enum PromiseState
{
    /// <summary>Under way.</summary>
    Open = 0,

    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No, because ...</summary>
    Declined = 2,

    /// <summary>Open and past its date.</summary>
    Overdue = 3,
}

/// <summary>One line of the promise ledger, handed in by the follow-ups as plain data; decisions.md 8.</summary>
/// <param name="Headline">What was taken.</param>
/// <param name="Owner">Who owes it, as shown.</param>
/// <param name="State">What became of it.</param>
/// <param name="DaysOpen">Days from taking to now, or to its end.</param>
/// <param name="DaysGiven">Days from taking to the due date, or null without one.</param>
/// <param name="Outcome">What happened, in the owner's words; null while open.</param>
public sealed record LedgerLine(string Headline, string Owner, PromiseState State, int DaysOpen, int? DaysGiven, string? Outcome);

/// <summary>Keeps editions.</summary>
public interface IEditionStore
{
    /// <summary>The edition, or null.</summary>
    Task<Edition?> FindAsync(EditionKey key, CancellationToken cancellationToken);

    /// <summary>The newest editions of a digest, newest week first.</summary>
    Task<IReadOnlyList<Edition>> NewestAsync(string digest, int count, CancellationToken cancellationToken);

    /// <summary>The newest edition of a digest that was published or closed, or null.</summary>
    Task<Edition?> LatestPublishedAsync(string digest, CancellationToken cancellationToken);

    /// <summary>The edition that has a touch point with this id, or null.</summary>
    Task<Edition?> WithTouchPointAsync(string touchPointId, CancellationToken cancellationToken);

    /// <summary>
    /// Stages the edition for the unit of work's commit. Its <see cref="Edition.Version"/> must be one above the stored one
    /// (1 when new); otherwise the commit throws <see cref="ConcurrentChangeException"/>.
    /// </summary>
    void Save(Edition edition);
}
