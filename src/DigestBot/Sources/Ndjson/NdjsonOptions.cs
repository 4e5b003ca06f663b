namespace DigestBot.Sources.Ndjson;

/// <summary>How a feed of NDJSON items is read.</summary>
internal sealed record NdjsonOptions
{
    /// <summary>Name given to every mention, whatever its item says; null takes the item's own <c>source</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Name for items that have no <c>source</c> of their own. Default <c>feed</c>.</summary>
    public string DefaultSource { get; init; } = "feed";

    /// <summary>Fields whose texts make the mention's text, joined by a line break in this order. Default <c>text</c> alone.</summary>
    public IReadOnlyList<string> TextFields { get; init; } = ["text"];

    /// <summary>
    /// Only <c>id</c> and text are needed: a missing <c>createdAt</c> becomes <see cref="NdjsonFeed.UnknownTime"/>, an empty
    /// text is a text, and numbers that make no sense are left out instead of the item. For reading labelled data.
    /// </summary>
    public bool IsLenient { get; init; }

    /// <summary>Mentions in a batch, at most. Default 2,000; at least 1.</summary>
    public int BatchSize { get; init; } = 2_000;

    /// <summary>Where the stream stands: the line numbers go on from here. Default the start of a file.</summary>
    public FeedPosition Start { get; init; }
}
