using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>
/// The line under which a touch point stands. A copied post, or what one or two people say, is told in a customer's own
/// sentence; a concern or happening that a crowd tells is named and counted ("Lost luggage: 56 people, twice a usual week"). Nothing in it comes from anywhere else.
/// </summary>
internal static class Headlines
{
    private const double WorthComparing = 1.5;
    private const int Crowd = 3;

    /// <summary>The headline, at most 100 characters.</summary>
    public static string Of(RankedStory ranked, QuoteFinder quotes)
    {
        var story = ranked.Story;
        var isOneText = story.Basis is StoryBasis.Copies || story.Authors < Crowd || Profanity.IsIn(story.Subject);
        var own = isOneText ? quotes.Sentence() : null;
        return DisplayText.Cut(own ?? Counted(ranked), EditionLimits.Headline);
    }

    private static string Counted(RankedStory ranked)
    {
        var story = ranked.Story;
        var subject = DisplayText.Capitalised(DisplayText.Cut(DisplayText.OneLine(story.Subject), 60));
        return $"{subject}: {Clauses.People(story.Authors)} {Did(story.Kind, story.Authors)}{Compared(ranked)}";
    }

    private static string Did(MentionKind kind, int people) => kind switch
    {
        MentionKind.Win => people == 1 ? "is happy" : "are happy",
        MentionKind.Issue => people == 1 ? "complains" : "complain",
        MentionKind.Suggestion => people == 1 ? "has a request" : "have a request",
        MentionKind.Question => people == 1 ? "asks" : "ask",
        _ => people == 1 ? "talks about it" : "talk about it",
    };

    // The ranking has weighed whether a change is one; only then is it told.
    private static string Compared(RankedStory ranked)
    {
        if (ranked.Reasons.Contains("new this week", StringComparer.Ordinal))
            return ", new this week";
        var usual = Usual.Of(ranked.Story);
        var ratio = usual.Mentions > 0 ? ranked.Story.Mentions.Count / usual.Mentions : 0;
        var isClaimed = ranked.Reasons.Any(reason => reason.EndsWith("the usual volume", StringComparison.Ordinal));
        if (!isClaimed || ratio < WorthComparing)
            return "";
        return Clauses.Times(ratio) == "2" ? ", twice a usual week" : $", {Clauses.Times(ratio)} times a usual week";
    }
}
