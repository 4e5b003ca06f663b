namespace DigestBot.Core.Mentions;

/// <summary>How far a mention went, in counts as the source gave them last; never negative.</summary>
/// <param name="Likes">Likes, upvotes, "helpful" votes.</param>
/// <param name="Reposts">Reposts, shares, boosts.</param>
/// <param name="Replies">Answers and comments.</param>
/// <param name="Views">Times it was seen, or null where the source does not count.</param>
public readonly record struct Engagement(long Likes, long Reposts, long Replies, long? Views = null)
{
    /// <summary>Likes, reposts and replies added up.</summary>
    public long Total => Likes + Reposts + Replies;
}
