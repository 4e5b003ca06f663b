using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>Whether two of the ten would be one to a reader.</summary>
internal static class Doubles
{
    /// <summary>The same subject, as whatever kinds; or of one kind a concern and a part of it, where neither is a happening of its own.</summary>
    public static bool Are(RankedStory one, RankedStory other) =>
        Subjects.AreSame(one.Story, other.Story) || (one.Kind == other.Kind && IsPart(one.Story, other.Story));

    private static bool IsPart(Story one, Story other) =>
        one.Basis is StoryBasis.Topic && other.Basis is StoryBasis.Topic && Subjects.IsPart(one.Subject, other.Subject);
}
