using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Ranking;

/// <summary>What a board would ask of the ten: nothing large missing, nothing twice, wins and suggestions that are some.</summary>
public sealed class TheTen
{
    [Fact]
    public void Have_the_largest_concerns_even_where_small_ones_are_louder()
    {
        Story[] large = [.. Enumerable.Range(1, 5).Select(n => Told.Story($"habit {(char)('a' + n)}", 30 + n, before: [30, 30, 30]))];
        Story[] small = [.. Enumerable.Range(1, 12).Select(n => Told.Story($"blip {(char)('a' + n)}", 6, before: [0, 0, 0], department: $"d{n}", severity: 0.5))];

        var top = Subjects(Rank([.. large, .. small]));

        Assert.All(large, story => Assert.Contains(story.Subject, top));
    }

    [Fact]
    public void Are_never_more_than_ten_however_much_has_a_claim_to_a_place()
    {
        var bursts = Enumerable.Range(1, 8).Select(n => Told.Story($"burst {(char)('a' + n)}", 20 + n, basis: StoryBasis.Event) with { Burst = 9 });
        var talk = Enumerable.Range(1, 6).Select(n => Told.Story($"talk {(char)('a' + n)}", 20 + n, MentionKind.Other, StoryBasis.Event) with { Burst = 9, Kind = MentionKind.Issue });
        var others = Enumerable.Range(1, 6).SelectMany(n => (Story[])[Told.Story($"win {(char)('a' + n)}", 5, MentionKind.Win), Told.Story($"wish {(char)('a' + n)}", 5, MentionKind.Suggestion), Told.Story($"smoke {(char)('a' + n)}", 1, severity: 1)]);

        var top = Rank([.. bursts, .. talk, .. others]);

        Assert.Equal(10, top.Count);
        Assert.Contains(top, ranked => ranked.Story.Subject.StartsWith("smoke", StringComparison.Ordinal));
    }

    [Fact]
    public void Tell_a_subject_once_though_it_is_praised_and_complained_of()
    {
        var top = Rank([Told.Story("late flight", 9), Told.Story("late flights", 7, MentionKind.Win), Told.Story("kind crew", 5, MentionKind.Win)]);

        Assert.Equal(["kind crew", "late flight"], Subjects(top).Order());
    }

    [Fact]
    public void Rather_tell_the_other_side_of_a_subject_than_have_no_win_at_all()
    {
        var top = Rank([Told.Story("late flight", 9), Told.Story("late flights", 7, MentionKind.Win)]);

        Assert.Contains(top, ranked => ranked.Kind is TouchPointKind.Win);
    }

    [Fact]
    public void Tell_a_part_and_its_whole_once_by_whichever_more_people_complain_of()
    {
        var top = Rank([Told.Story("luggage", 8), Told.Story("lost luggage", 12), Told.Story("fees", 5)]);

        Assert.Equal(["fees", "lost luggage"], Subjects(top).Order());
    }

    [Fact]
    public void Tell_a_happening_that_is_most_of_a_concern_once()
    {
        var happening = About("on the line for hours", "waiting on hold", 20) with { Key = "event:line", Basis = StoryBasis.Event, Burst = 5 };
        var rest = About("waiting on hold", "waiting on hold", 6);

        Assert.Equal(["on the line for hours"], Subjects(Rank([happening, rest])));
    }

    [Fact]
    public void Tell_a_happening_that_is_the_lesser_part_of_a_concern_beside_it()
    {
        var happening = About("refused at the border", "transfers", 6) with { Key = "event:border", Basis = StoryBasis.Event, Burst = 5 };
        var rest = About("transfers", "transfers", 20);

        Assert.Equal(2, Rank([happening, rest]).Count);
    }

    [Fact]
    public void Take_no_courtesy_for_a_win()
    {
        var courtesies = Told.Of("thanks", [.. Enumerable.Range(1, 30).Select(n => Told.Mention($"t{n}", n % 2 == 0 ? "@acme Thanks!" : "Thank you for your reply, that is all I needed to know", kind: MentionKind.Win))], MentionKind.Win);

        Assert.Empty(Rank([courtesies]));
    }

    [Fact]
    public void Count_of_thanks_only_those_who_praise_something()
    {
        var thanks = Told.Of("thanks", [
            .. Enumerable.Range(1, 6).Select(n => Told.Mention($"t{n}", "Thanks!", kind: MentionKind.Win)),
            .. Enumerable.Range(1, 6).Select(n => Told.Mention($"p{n}", "Your crew found the toy of my daughter and sent it home.", kind: MentionKind.Win))], MentionKind.Win);

        Assert.Equal("6 people praised it", Rank([thanks]).Single().Reasons[0]);
    }

    [Fact]
    public void Count_of_a_suggestion_only_those_who_ask_for_something_that_can_be_done()
    {
        string[] said = ["Please open more kiosks at the airport in the morning", "You need to follow me so that I can DM you my number", "Never fly with them, go with somebody else instead"];
        var mixed = Told.Of("kiosks", [.. said.Select((text, n) => Told.Mention($"s{n}", text, kind: MentionKind.Suggestion))], MentionKind.Suggestion);

        var ranked = Assert.Single(Rank([mixed]));

        Assert.Equal(TouchPointKind.Suggestion, ranked.Kind);
        Assert.Equal("s0", Assert.Single(ranked.Story.Mentions).Mention.Id.ExternalId);
        Assert.Equal("1 person asked", ranked.Reasons[0]);
    }

    [Fact]
    public void Keep_what_is_severe_though_it_is_worded_as_advice()
    {
        var advice = Told.Of("brakes", [Told.Mention("s", "Never use their bikes, the brakes failed downhill", kind: MentionKind.Suggestion, severity: 1)], MentionKind.Suggestion);

        Assert.Equal(TouchPointKind.Issue, Rank([advice]).Single().Kind);
    }

    private static Story About(string subject, string topic, int people)
    {
        var story = Told.Story(subject, people);
        return story with { Mentions = [.. story.Mentions.Select(read => read with { Insight = read.Insight with { Topics = [topic] } })] };
    }

    private static IReadOnlyList<RankedStory> Rank(Story[] stories) => Desk.Ranker().Rank(stories, Desk.Week(stories)).Top;

    private static IEnumerable<string> Subjects(IEnumerable<RankedStory> ranked) => ranked.Select(story => story.Story.Subject);
}
