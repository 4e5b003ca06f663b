using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>How much what was said of one story says about another, 0 to 1, and in which words.</summary>
/// <param name="Share">1 for the very story, less the less they have in common.</param>
/// <param name="Words">"something like it"; empty for the very story.</param>
internal readonly record struct Resemblance(double Share, string Words)
{
    private static readonly Resemblance None = new(0, "");

    /// <summary>Of the story that was taught about to <paramref name="story"/>, which would stand as <paramref name="kind"/>.</summary>
    public static Resemblance Of(Feedback taught, Story story, TouchPointKind? kind)
    {
        if (taught.StoryKey == story.Key)
            return new(1, "");
        if (Subjects.AreSame(taught.Subject, story.Subject))
            return new(0.6, "something like it");
        if (Subjects.AreRelated(taught.Subject, story.Subject))
            return new(0.4, "something like it");
        if (taught.Department is not null && taught.Department == story.Department)
            return new(0.25, $"something of {story.Department}");
        return kind is { } known && taught.Kind == known ? new(0.1, $"another {known.ToString().ToLowerInvariant()}") : None;
    }
}
