using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>As much of a mention that counts (about us, no spam) as is needed to see that something jumps.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Author">Handle; private, never shown.</param>
/// <param name="SaidAt">When it was said, UTC.</param>
/// <param name="IsWin">Praise; it jumps apart from complaints about the same.</param>
/// <param name="Severity">0 to 1.</param>
/// <param name="Topics">What it is about.</param>
public sealed record Glimpse(MentionId Id, string Author, DateTimeOffset SaidAt, bool IsWin, double Severity, IReadOnlyList<string> Topics)
{
    /// <summary>What it counts for: all mentions, and each of its topics.</summary>
    internal IEnumerable<AlertSubject> Subjects => Topics.Select(topic => new AlertSubject(topic, IsWin)).Prepend(AlertSubject.All);

    /// <summary>The person, as far as one source can tell.</summary>
    internal (string Source, string Author) Person => (Id.Source, Author);
}

/// <summary>Reads the little of many mentions that alerts need, past texts and records.</summary>
public interface IGlimpses
{
    /// <summary>What counts and was said in [<paramref name="from"/>, <paramref name="to"/>), by time; streamed.</summary>
    IAsyncEnumerable<Glimpse> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>When each source was first collected; a source without a run is left out.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstRunsAsync(CancellationToken cancellationToken);
}
