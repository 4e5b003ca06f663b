using DigestBot.Core.Mentions;

namespace DigestBot.Sources;

/// <summary>
/// What a connector found in one item of a vendor, before anybody has looked whether it makes sense: that is done here, once for
/// all connectors. Null for whatever the vendor does not say.
/// </summary>
internal sealed record SaidItem
{
    private const int LongestText = 100_000;

    /// <summary>The vendor's id, unique in this source. Needed.</summary>
    public string? Id { get; init; }

    /// <summary>Handle of who said it; a leading <c>@</c> is dropped.</summary>
    public string? Author { get; init; }

    /// <summary>Plain text; see <see cref="PlainText"/> for HTML. Needed.</summary>
    public string? Text { get; init; }

    /// <summary>When it was said; see <see cref="ItemTime"/>. Needed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When it was changed last, for vendors that are asked by it.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Address of the original.</summary>
    public string? Link { get; init; }

    /// <summary>Likes, upvotes, helpful votes.</summary>
    public long? Likes { get; init; }

    /// <summary>Reposts, shares.</summary>
    public long? Reposts { get; init; }

    /// <summary>Answers, comments.</summary>
    public long? Replies { get; init; }

    /// <summary>Times it was seen.</summary>
    public long? Views { get; init; }

    /// <summary>Followers of the author.</summary>
    public long? Followers { get; init; }

    /// <summary>Stars, 1 to 5; anything else is left out.</summary>
    public double? Rating { get; init; }

    /// <summary>ISO 639-1, also with a region (<c>pt-BR</c>).</summary>
    public string? Language { get; init; }

    /// <summary>The vendor says that it was taken away: nothing but the id is looked at.</summary>
    public bool IsGone { get; init; }

    /// <summary>The mention, or null with the reason, which quotes nothing of the item.</summary>
    public Mention? ToMention(string source, DateTimeOffset now, out string? fault)
    {
        fault = FaultOf(now);
        if (fault is not null)
            return null;
        var text = Text!.Length <= LongestText ? Text : Text[..LongestText];
        return new(new(source, CleanText.Of(Id!)), Handle(Author ?? ""), text, At!.Value)
        {
            Link = Link,
            Engagement = new(Count(Likes) ?? 0, Count(Reposts) ?? 0, Count(Replies) ?? 0, Count(Views)),
            AuthorFollowers = Count(Followers),
            Rating = Rating is >= 1 and <= 5 ? Rating : null,
            Language = Language is { Length: >= 2 } language && (language.Length == 2 || language[2] is '-' or '_') ? language[..2].ToLowerInvariant() : null,
        };
    }

    // A clock may be a day wrong; what lies further ahead would be this week's news for years.
    private string? FaultOf(DateTimeOffset now) => this switch
    {
        { Id: null or { Length: 0 or > MentionLimits.LongestName } } => $"no id of at most {MentionLimits.LongestName} characters",
        _ when string.IsNullOrWhiteSpace(Text) => "no text",
        { At: null } => "no time that can be read",
        _ when At > now.AddDays(1) => "its time lies in the future",
        _ => null,
    };

    private static string Handle(string author)
    {
        var handle = CleanText.Of(author).Trim().TrimStart('@').Trim();
        return handle.Length <= MentionLimits.LongestName ? handle : handle[..MentionLimits.LongestName];
    }

    private static long? Count(long? counted) => counted is { } count ? Math.Clamp(count, 0, MentionLimits.MostCounted) : null;
}
