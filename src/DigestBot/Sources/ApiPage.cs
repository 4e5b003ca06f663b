using DigestBot.Core.Mentions;

namespace DigestBot.Sources;

/// <summary>A page as a vendor gave it.</summary>
/// <param name="Mentions">What it holds.</param>
/// <param name="Next">The vendor's own mark of the page behind it (a token, a number, an address); null when this was the last.</param>
internal sealed record ApiPage(IReadOnlyList<Mention> Mentions, string? Next)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<SkippedItem> Skipped { get; init; } = [];

    /// <summary>Ids of what the vendor says was taken away.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>The newest instant on it, by the vendor's clock; null when it holds nothing with a time.</summary>
    public DateTimeOffset? Newest { get; init; }
}

/// <summary>In which order a vendor gives what it has.</summary>
internal enum ApiOrder
{
    /// <summary>The newest first: reading ends at the first page on which everything is older than what is asked for.</summary>
    NewestFirst = 0,

    /// <summary>By when it was said or changed, from an instant on that the vendor is told (<c>since</c>): reading ends with the last page.</summary>
    FromInstant = 1,
}
