using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Where mentions are kept with what they mean. It stands in Understanding, not in Mentions, because what is kept is the
/// mention as read: reading happens once, on arrival.
/// </summary>
public interface IMentionStore
{
    /// <summary>
    /// Adds new mentions, refreshes known ones (the newest text and engagement win), marks the summaries of their weeks stale,
    /// and keeps <paramref name="cursor"/>: all in one transaction, durable when the task ends.
    /// </summary>
    /// <param name="source">Name of the source they come from.</param>
    /// <param name="mentions">One page; a mention twice in it counts once, the later one wins.</param>
    /// <param name="cursor">Where the source goes on; null leaves the kept one.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    Task<SavedPage> SaveAsync(string source, IReadOnlyList<ReadMention> mentions, string? cursor, CancellationToken cancellationToken) =>
        SaveAsync(source, new ReadPage(mentions, cursor), cancellationToken);

    /// <summary>The same with what is gone at the source: it leaves the store, its search and the counts of its week, in the same transaction.</summary>
    /// <param name="source">Name of the source they come from.</param>
    /// <param name="page">What came and what went; an id in both is kept.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    Task<SavedPage> SaveAsync(string source, ReadPage page, CancellationToken cancellationToken);

    /// <summary>External ids of what is kept of a source and was said at <paramref name="from"/> or later, newest first; for asking after it again.</summary>
    Task<IReadOnlyList<string>> IdsSinceAsync(string source, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>How many mentions said at <paramref name="from"/> or later are kept, by source; a source without any is left out.</summary>
    Task<IReadOnlyDictionary<string, long>> CountsSinceAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Notes how a source stands with the other side; null forgets it.</summary>
    Task NoteHealthAsync(string source, SourceHealth? health, CancellationToken cancellationToken);

    /// <summary>Stops collecting a source on schedule, or goes on with it; a source that never ran may be paused too.</summary>
    /// <param name="source">Its name.</param>
    /// <param name="pausedAt">When it was paused; null goes on.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    Task PauseAsync(string source, DateTimeOffset? pausedAt, CancellationToken cancellationToken);

    /// <summary>What is known of a source, or null when it never ran.</summary>
    Task<SourceState?> SourceStateAsync(string source, CancellationToken cancellationToken);

    /// <summary>All sources that ever ran, by name.</summary>
    Task<IReadOnlyList<SourceState>> SourceStatesAsync(CancellationToken cancellationToken);

    /// <summary>Notes how a collecting run ended, for health and coverage.</summary>
    Task RecordRunAsync(SourceRun run, CancellationToken cancellationToken);

    /// <summary>Runs of all sources that began in the given time, oldest first; what coverage is computed from.</summary>
    Task<IReadOnlyList<SourceRun>> RunsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Mentions said in [<paramref name="from"/>, <paramref name="to"/>), by time, then id; streamed.</summary>
    IAsyncEnumerable<ReadMention> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Mentions by id, in the order asked; unknown ids are left out.</summary>
    Task<IReadOnlyList<ReadMention>> FindAsync(IReadOnlyCollection<MentionId> ids, CancellationToken cancellationToken);

    /// <summary>Mentions that have every word of <paramref name="words"/> (folded: case, accents; CJK by pairs), newest first.</summary>
    /// <param name="words">As a person typed them; operators have no meaning; no word at all finds nothing.</param>
    /// <param name="limit">At most this many, 1 to 200.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<ReadMention>> SearchAsync(string words, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets every mention of an author in a source (all sources when null), with search and cursor untouched; the number forgotten.</summary>
    Task<int> ForgetAuthorAsync(string author, string? source, CancellationToken cancellationToken);
}

/// <summary>What saving a page did.</summary>
/// <param name="Added">Mentions not known before.</param>
/// <param name="Refreshed">Mentions known before, now with the newest numbers.</param>
/// <param name="Removed">Mentions that left because they are gone at the source.</param>
public readonly record struct SavedPage(int Added, int Refreshed, int Removed = 0);

/// <summary>A page as read: what came, what went, where to go on.</summary>
/// <param name="Mentions">One page; a mention twice in it counts once, the later one wins.</param>
/// <param name="Cursor">Where the source goes on; null leaves the kept one.</param>
public sealed record ReadPage(IReadOnlyList<ReadMention> Mentions, string? Cursor)
{
    /// <summary>External ids of what is gone at the source.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
}

/// <summary>What is known of a source between runs.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Cursor">Where it goes on, opaque.</param>
/// <param name="LastSuccess">Start of the last run that read everything, UTC; null when none did.</param>
/// <param name="LastRun">The last run, or null.</param>
/// <param name="Mentions">How many mentions of it are kept.</param>
public sealed record SourceState(string Source, string? Cursor, DateTimeOffset? LastSuccess, SourceRun? LastRun, long Mentions)
{
    /// <summary>How it stands with the other side, as last noted; null when nothing was.</summary>
    public SourceHealth? Health { get; init; }

    /// <summary>Since when it is not collected because somebody paused it, or null.</summary>
    public DateTimeOffset? PausedAt { get; init; }
}

/// <summary>One run of collecting one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="Added">New mentions.</param>
/// <param name="Refreshed">Known ones, refreshed.</param>
/// <param name="Skipped">Items that could not be read.</param>
/// <param name="Failure">Null when everything was read; otherwise why not, for people, without secrets or customer text.</param>
public sealed record SourceRun(
    string Source, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Added, int Refreshed, int Skipped, string? Failure);
