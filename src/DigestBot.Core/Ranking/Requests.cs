using DigestBot.Core.Stories;
using DigestBot.Core.Stories.Trends;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking;

/// <summary>
/// Leaves in a suggestion, where they are few, only those who ask for something that can be acted on: three requests about
/// seats among jokes and questions about seats are told by three people, not by nine. What is left is counted anew, also
/// against the weeks before.
/// </summary>
internal sealed class Requests(RankingWeek week)
{
    private const double Mostly = 0.6;
    private const double Severe = 0.6;
    private readonly StoryWriter _writer = new(new History(week.Before, week.Passed));

    /// <summary>The story as it can be told: of a suggestion the requests, or what else is in it where nobody asks; null when nothing is left.</summary>
    public Story? In(Story story)
    {
        if (story.Kind is not MentionKind.Suggestion)
            return story;
        var asked = story.Mentions.Where(Substance.IsRequest).ToList();
        if (asked.Count >= Mostly * story.Mentions.Count)
            return story; // who asks whether it is planned, or jokes about it, is along with those who ask for it
        return asked.Count > 0 ? Of(asked, story) : Otherwise(story);
    }

    private Story Of(List<ReadMention> asked, Story story) =>
        _writer.Write(story.Key, story.Subject, story.Basis, asked) with { Burst = story.Burst, BurstChance = story.BurstChance };

    // What asks for nothing may still be severe, or be told beside a concern.
    private static Story? Otherwise(Story story)
    {
        if (story.Mentions.Any(read => read.Insight.Severity >= Severe))
            return story with { Kind = MentionKind.Issue };
        var rest = story.Mentions.Select(read => read.Insight.Kind).Where(kind => kind is not MentionKind.Suggestion)
            .CountBy(kind => kind).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key).ToList();
        return rest.Count > 0 ? story with { Kind = rest[0].Key } : null;
    }
}
