using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>Whether two of the ten would be one to a reader.</summary>
internal static class Doubles
{
    /// <summary>
    /// The same subject, as whatever kinds; of one kind a concern and a part of it; or a happening that is most of a concern
    /// ("on hold" of "waiting on hold"). A happening that is the lesser part of one stands beside it.
    /// </summary>
    public static bool Are(RankedStory one, RankedStory other) =>
        Subjects.AreSame(one.Story.Subject, other.Story.Subject)
        || IsMostOf(one.Story, other.Story) || IsMostOf(other.Story, one.Story)
        || (one.Kind == other.Kind && IsPart(one.Story, other.Story));

    private static bool IsPart(Story one, Story other) =>
        one.Basis is StoryBasis.Topic && other.Basis is StoryBasis.Topic && Subjects.IsPart(one.Subject, other.Subject);

    private static bool IsMostOf(Story happening, Story concern) =>
        concern.Basis is StoryBasis.Topic && happening.Basis is not StoryBasis.Topic
        && happening.Mentions.Count >= concern.Mentions.Count && Subjects.IsNamedAfterTopicOf(concern, happening);
}
