using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>
/// The line under which a touch point stands. Praise, requests, copied posts and what one or two people say are told in a
/// customer's own sentence; so is a happening that has no name but a word. A known concern of a crowd is named and counted
/// ("Lost luggage: 56 people complain, twice a usual week"). Nothing in it comes from anywhere else.
/// </summary>
internal static class Headlines
{
    private const double WorthComparing = 1.5;
    private const double NearlyAll = 0.8;
    private const int Crowd = 3;
    private const int LongestCounted = 62;

    /// <summary>The headline, at most 100 characters.</summary>
    public static string Of(RankedStory ranked, QuoteFinder quotes) =>
        DisplayText.Cut(Own(ranked, quotes) ?? Counted(ranked), EditionLimits.Headline);

    private static string? Own(RankedStory ranked, QuoteFinder quotes)
    {
        var story = ranked.Story;
        if (StoryKey.IsEvent(story.Key) && !IsNamed(story))
            return Told(ranked, quotes);
        var isOwn = story.Basis is StoryBasis.Copies || story.Authors < Crowd || Profanity.IsIn(story.Subject)
            || ranked.Kind is TouchPointKind.Win or TouchPointKind.Suggestion;
        return isOwn ? quotes.Sentence() : null;
    }

    // Its subject is a concern that the company knows by this name.
    private static bool IsNamed(Story story) =>
        3 * story.Mentions.Count(read => read.Insight.Topics.Contains(story.Subject, StringComparer.Ordinal)) >= story.Mentions.Count;

    // The word that gave a happening away tells little alone; a sentence with it tells what happened.
    private static string? Told(RankedStory ranked, QuoteFinder quotes)
    {
        var words = ranked.Story.Subject.Split([' ', '#', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (ranked.Kind is TouchPointKind.Win)
            return quotes.Sentence(words, EditionLimits.Headline) ?? quotes.Sentence();
        var people = $"{Clauses.People(ranked.Story.Authors)}{Compared(ranked)}";
        return quotes.Sentence(words, LongestCounted) is { } brief ? $"{brief} ({people})" : quotes.Sentence(words, EditionLimits.Headline);
    }

    private static string Counted(RankedStory ranked)
    {
        var story = ranked.Story;
        var subject = DisplayText.Cut(DisplayText.OneLine(story.Subject), 60);
        var people = Clauses.People(story.Authors);
        return story.Kind is MentionKind.Question
            ? $"{people} {(story.Authors == 1 ? "asks" : "ask")} about {subject}{Compared(ranked)}"
            : $"{DisplayText.Capitalised(subject)}: {people} {Did(story, story.Authors == 1)}{Compared(ranked)}";
    }

    private static string Did(Story story, bool isOne) => story.Kind switch
    {
        MentionKind.Win => isOne ? "is happy" : "are happy",
        MentionKind.Issue when Kinds.ShareOf(story, MentionKind.Issue) >= NearlyAll => isOne ? "complains" : "complain",
        MentionKind.Issue => isOne ? "raises it" : "raise it",
        MentionKind.Suggestion => isOne ? "has a request" : "have a request",
        _ => isOne ? "talks about it" : "talk about it",
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
