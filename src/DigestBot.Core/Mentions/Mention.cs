namespace DigestBot.Core.Mentions;

/// <summary>One thing one person said in one source, as the source gave it. Text is private: never log it.</summary>
/// <param name="Id">Identity: the same id again is the same mention with newer numbers.</param>
/// <param name="Author">Handle of the author in that source, without a leading <c>@</c>.</param>
/// <param name="Text">What was said; cleaned when made (see <see cref="CleanText"/>), plain text, never markup.</param>
/// <param name="SaidAt">When it was said; kept in UTC.</param>
public sealed record Mention(MentionId Id, string Author, string Text, DateTimeOffset SaidAt)
{
    private readonly string? _link;
    private readonly double? _rating;

    /// <summary>What was said; no U+0000, no lone surrogate, so that every store and serializer takes it.</summary>
    public string Text { get; init; } = CleanText.Of(Text);

    /// <summary>When it was said, in UTC.</summary>
    public DateTimeOffset SaidAt { get; init; } = SaidAt.ToUniversalTime();

    /// <summary>Absolute http or https address of the original, or null. Anything else (javascript:, file:) becomes null.</summary>
    public string? Link
    {
        get => _link;
        init => _link = WebLink.OrNull(value);
    }

    /// <summary>How far it went, as last seen.</summary>
    public Engagement Engagement { get; init; }

    /// <summary>Followers of the author when it was said, or null where the source has none.</summary>
    public long? AuthorFollowers { get; init; }

    /// <summary>Stars, 1 to 5, or null where the source has no rating. Other values are refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating is not between 1 and 5.</exception>
    public double? Rating
    {
        get => _rating;
        init => _rating = value is null or (>= 1 and <= 5)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A rating is between 1 and 5.");
    }

    /// <summary>Language as the source claims it, ISO 639-1 in lower case, or null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>How many people this one post can have reached: max(views, followers, 1); decisions.md 4.</summary>
    public long Reach => Math.Max(1, Math.Max(Engagement.Views ?? 0, AuthorFollowers ?? 0));
}
