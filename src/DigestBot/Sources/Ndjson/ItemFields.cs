using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>What was found in one line, before it is known whether it makes a mention.</summary>
internal struct ItemFields
{
    public string? Id;
    public string? Source;
    public string? Author;
    public string? Url;
    public string? Language;
    public DateTimeOffset? SaidAt;
    public long Likes;
    public long Reposts;
    public long Replies;
    public long? Views;
    public long? AuthorFollowers;
    public double? Rating;

    /// <summary>The first thing that is wrong with who said what, or null.</summary>
    public string? Fault;

    /// <summary>The first thing that is wrong with a time or a number, or null.</summary>
    public string? NumberFault;

    /// <summary>The mention of a source, with a text.</summary>
    public readonly Mention ToMention(string source, string text, DateTimeOffset saidAt) =>
        new(new(source, Id!), Author ?? "", text, saidAt)
        {
            Link = Url,
            Engagement = new(Likes, Reposts, Replies, Views),
            AuthorFollowers = AuthorFollowers,
            Rating = Rating,
            Language = Language,
        };
}
