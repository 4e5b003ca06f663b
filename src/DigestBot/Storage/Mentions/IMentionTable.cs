using DigestBot.Core.Understanding;

namespace DigestBot.Storage.Mentions;

/// <summary>What each engine does in its own way with mentions: writing many at once, and finding words.</summary>
internal interface IMentionTable
{
    /// <summary>Adds and refreshes mentions, with their search tokens.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="mentions">Each id once.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    Task<Arrival> WriteAsync(WriteSession session, IReadOnlyList<ReadMention> mentions, CancellationToken cancellationToken);

    /// <summary>Condition on <c>mentions</c> with the parameter <c>@words</c>, for a query of <see cref="Query"/>.</summary>
    string HasWords { get; }

    /// <summary>The words in the engine's language, quoted so that none of them is an operator.</summary>
    string Query(IReadOnlyList<SearchToken> words);
}

/// <summary>What writing mentions did.</summary>
internal sealed class Arrival
{
    /// <summary>New mentions by source.</summary>
    public Dictionary<string, int> AddedBySource { get; } = new(StringComparer.Ordinal);

    /// <summary>Known ones.</summary>
    public int Refreshed { get; set; }

    /// <summary>UTC ticks of all weeks touched: when they were said, and when refreshed ones were said before.</summary>
    public List<long> Times { get; } = [];

    /// <summary>Counts a new one.</summary>
    public void CountAdded(string source) => AddedBySource[source] = AddedBySource.GetValueOrDefault(source) + 1;
}
