using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>What was told of one event.</summary>
public sealed record Alert
{
    /// <summary>12 letters and digits; part of its delivery's key.</summary>
    public required string Id { get; init; }

    /// <summary>What jumps, the most telling first.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>It tells of severe mentions, not of a crowd.</summary>
    public bool IsSevere { get; init; }

    /// <summary>When it began, UTC; the week of its message follows from <see cref="ToldAt"/>.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the curators were told first, UTC.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>When the message was last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The last check that saw it, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Checks in a row that did not see it.</summary>
    public int Missed { get; init; }

    /// <summary>The crowd as told; for severe ones the number of mentions.</summary>
    public required Crowd Crowd { get; init; }

    /// <summary>The crowd is of the last hour, otherwise of the last day.</summary>
    public bool IsOfHour { get; init; }

    /// <summary>The largest crowd that was told.</summary>
    public int Height { get; init; }

    /// <summary>Where it is told, the loudest first.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The mention that is quoted, or null when nobody's words can be shown.</summary>
    public MentionId? Quoted { get; init; }

    /// <summary>When it was over, UTC; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Name of who said that it is not useful, or null.</summary>
    public string? QuietedBy { get; init; }

    /// <summary>It is the last that the day may bring.</summary>
    public bool IsLastOfDay { get; init; }

    /// <summary>Goes on, and nobody said that it is not useful.</summary>
    internal bool IsOpen => EndedAt is null && QuietedBy is null;
}

/// <summary>All that is known of a digest's alerts between two checks.</summary>
public sealed record AlertBook
{
    /// <summary>Name of the digest.</summary>
    public required string Digest { get; init; }

    /// <summary>Goes up with every change.</summary>
    public int Version { get; init; }

    /// <summary>The first check, UTC: what is older is no news.</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>The last check, UTC.</summary>
    public DateTimeOffset CheckedAt { get; init; }

    /// <summary>Subjects that the last check saw jump and nobody was told of.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>The newest alerts, oldest first; those over for weeks are dropped.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Subjects that a curator does not want to hear of, and until when.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Quiet { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>Severe mentions that were told, with the time at which they were said; those of the last days.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Severe { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
}

/// <summary>Keeps the books.</summary>
public interface IAlertBooks
{
    /// <summary>The book of a digest, or null before its first check.</summary>
    Task<AlertBook?> FindAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Stages a book; its version must be the stored one plus one, or the commit throws <see cref="ConcurrentChangeException"/>.</summary>
    void Save(AlertBook book);
}
