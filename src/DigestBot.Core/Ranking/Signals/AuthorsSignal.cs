using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking.Signals;

/// <summary>
/// How many different people told it. People, not posts: a few loud accounts cannot make the list. Praise is told by those who
/// praise something; a bare "thanks!" counts only where there is nothing else.
/// </summary>
internal sealed class AuthorsSignal : IRankingSignal
{
    // In a week of a dozen people three are not yet a crowd.
    private const int SmallestCrowd = 40;

    public string Name => "authors";

    public double DefaultWeight => 4;

    public double Score(Story story, RankingWeek week) => LogShare.Of(Telling(story), Math.Max(SmallestCrowd, week.Now.Authors));

    public string? Reason(Story story, RankingWeek week) =>
        $"{Clauses.People(Telling(story))} {Did(story.Kind)}";

    private static int Telling(Story story) => story is { Kind: MentionKind.Win, Basis: StoryBasis.Topic } && Praising(story) is > 0 and var praising ? praising : story.Authors;

    private static int Praising(Story story) => story.Mentions
        .Where(Substance.IsMeantPraise)
        .DistinctBy(read => (read.Mention.Id.Source, read.Mention.Author))
        .Count();

    private static string Did(MentionKind kind) => kind switch
    {
        MentionKind.Win => "praised it",
        MentionKind.Issue => "reported it",
        MentionKind.Suggestion or MentionKind.Question => "asked",
        _ => "talked about it",
    };
}
