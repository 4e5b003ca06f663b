using DigestBot.Core.Mentions;

namespace DigestBot.Core.Stories;

/// <summary>What a curator said of two mentions: that they tell the same, or that they do not.</summary>
/// <param name="One">A mention.</param>
/// <param name="Other">Another one; when both tell something else, this one leaves.</param>
/// <param name="IsSame">They belong together; false: they belong apart.</param>
public sealed record SameStory(MentionId One, MentionId Other, bool IsSame);
