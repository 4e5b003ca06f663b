using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Grouping;

public sealed class TheStories
{
    [Fact]
    public void Gather_what_many_people_say_of_one_topic_under_a_key_that_stays()
    {
        var week = Group([.. Lost("anna", "bag gone after the Lisbon flight"), .. Lost("ben", "my suitcase never arrived"), .. Lost("cleo", "two days without luggage now")]);
        var story = Assert.Single(week.Stories);
        Assert.Equal(("issue:lost luggage", "lost luggage", StoryBasis.Topic, MentionKind.Issue, 3), (story.Key, story.Subject, story.Basis, story.Kind, story.Authors));
    }

    [Fact]
    public void Keep_praise_and_blame_of_one_topic_apart()
    {
        var week = Group([.. Lost("anna", "bag gone after the Lisbon flight"), Chatter.Say("b", "they found my suitcase, wonderful people", kind: MentionKind.Win, topics: ["lost luggage"])]);
        Assert.Equal(["issue:lost luggage", "win:lost luggage"], week.Stories.Select(story => story.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Count_an_author_once_and_the_same_handle_on_two_sources_twice()
    {
        var week = Group(
        [
            Chatter.Say("1", "bag gone after the Lisbon flight", "anna", topics: ["lost luggage"], followers: 500, engagement: new(1, 4, 2)),
            Chatter.Say("2", "still no suitcase here", "anna", topics: ["lost luggage"], engagement: new(0, 0, 0, Views: 900)),
            Chatter.Say("3", "where does my backpack hide", "anna", "reviews", topics: ["lost luggage"]),
        ]);
        var story = Assert.Single(week.Stories);
        Assert.Equal((2, 900 + 1 + 4L, 7L), (story.Authors, story.Reach, story.Engagement));
        Assert.Equal(["social", "reviews"], story.Sources);
    }

    [Fact]
    public void Put_three_copies_together_and_say_how_often_the_text_was_passed_on_before()
    {
        ReadMention[] copies =
        [
            Chatter.Say("1", "The crew of flight 12 sang for my grandmother, what a day", kind: MentionKind.Win),
            Chatter.Say("2", "RT @anna: The crew of flight 12 sang for my grandmother, what a day", kind: MentionKind.Win, source: "forum"),
            Chatter.Say("3", "The crew of flight 12 sang for my grandmother, what a day 🙏 https://example.com/y", kind: MentionKind.Win),
        ];
        var first = Group(copies);
        var next = StoryGrouper.Group(Chatter.Week.Next, copies, [first.Summary]);
        Assert.Equal(StoryBasis.Copies, Assert.Single(first.Stories).Basis);
        Assert.Equal(Assert.Single(first.Stories).Key, Assert.Single(next.Stories).Key);
        Assert.Equal(new WeekCount(3, 3), next.Stories[0].Before[^1]);
    }

    [Fact]
    public void Leave_a_single_post_that_went_far_a_story_of_its_own()
    {
        var week = Group([.. Lost("anna", "bag gone after the Lisbon flight"), .. Lost("ben", "my suitcase never arrived"),
            Chatter.Say("viral", "look how they threw my guitar around", topics: ["lost luggage"], engagement: new(5_000, 900, 300))]);
        Assert.Contains(week.Stories, story => story.Mentions is [var only] && only.Mention.Id.ExternalId == "viral");
    }

    [Fact]
    public void Know_nothing_of_spam_and_of_what_is_about_others()
    {
        var spam = Chatter.Say("spam", "win a free flight now");
        var theirs = Chatter.Say("theirs", "their seats are tiny");
        var week = Group([spam with { Insight = spam.Insight with { IsSpam = true } }, theirs with { Insight = theirs.Insight with { NamesBrand = false, Competitors = ["Other Air"] } }]);
        Assert.Empty(week.Stories);
        Assert.Equal((0, 1), (week.Summary.Mentions, week.Summary.CompetitorMentions));
    }

    [Fact]
    public void Are_none_in_a_week_without_mentions()
    {
        var week = Group([]);
        Assert.Empty(week.Stories);
        Assert.Equal((0, 0, 0d), (week.Summary.Mentions, week.Summary.Authors, week.Summary.Sentiment));
    }

    [Fact]
    public void Have_no_count_for_weeks_that_could_not_be_heard()
    {
        var mentions = Lost("anna", "bag gone after the Lisbon flight").ToArray();
        var heard = Chatter.Summary(mentions, Chatter.Week.Previous);
        var week = StoryGrouper.Group(Chatter.Week, mentions, [null, heard]);
        Assert.Equal([null, null, null, null, null, null, null, new WeekCount(1, 1)], Assert.Single(week.Stories).Before);
    }

    [Fact]
    public void Hold_every_mention_at_most_once_and_add_up_whatever_is_said() =>
        Prop.ForAll(Weeks(), mentions =>
        {
            var week = Group(mentions);
            var told = week.Stories.SelectMany(story => story.Mentions).Select(mention => mention.Mention.Id).ToList();
            var counted = mentions.Count(mention => mention.Counts);
            return told.Count == told.Distinct().Count() && told.Count <= counted && week.Summary.Mentions == counted
                && week.Stories.All(IsRight) && week.Stories.Select(story => story.Key).Distinct().Count() == week.Stories.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_the_same_in_whatever_order_mentions_come() =>
        Prop.ForAll(Weeks(), mentions =>
        {
            var before = Chatter.OrdinaryWeeks(2, 30);
            var one = StoryGrouper.Group(Chatter.Week, mentions, before);
            var other = StoryGrouper.Group(Chatter.Week, [.. mentions.Reverse()], before);
            return one.Stories.Select(Outline).SequenceEqual(other.Stories.Select(Outline), StringComparer.Ordinal)
                && one.Summary.Terms.SequenceEqual(other.Summary.Terms);
        }).QuickCheckThrowOnFailure();

    private static string Outline(Story story) =>
        $"{story.Key}|{story.Subject}|{story.Basis}|{story.Burst:R}|{string.Join(',', story.Mentions.Select(mention => mention.Mention.Id))}";

    private static bool IsRight(Story story) =>
        story.Mentions.Count > 0 && story.Authors >= 1 && story.Authors <= story.Mentions.Count && story.Reach >= story.Authors
        && story.Sentiment is >= -1 and <= 1 && story.Before.Count == 8 && story.Subject.Length > 0 && story.Mentions.All(mention => mention.Counts);

    private static Arbitrary<ReadMention[]> Weeks()
    {
        var texts = Gen.OneOf(
            Gen.Elements("bag lost again in Paris", "RT @x: bag lost again in Paris", "thank you crew of flight 12", "", "😂", "ok", "bag found again in Paris", "送料が高すぎます、安くしてください"),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        var mention =
            from text in texts
            from author in Gen.Elements("anna", "ben", "cleo", "dora")
            from source in Gen.Elements("social", "reviews")
            from kind in Gen.Elements(Enum.GetValues<MentionKind>())
            from topic in Gen.Elements("lost luggage", "crew", "")
            from likes in Gen.Elements(0, 1, 5_000)
            from spam in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (text, author, source, kind, topic, likes, spam);
        return mention.ArrayOf().Select(all => all.Select((said, n) =>
        {
            var read = Chatter.Say($"m{n}", said.text, said.author, said.source, said.kind, said.topic.Length == 0 ? [] : [said.topic], new(said.likes, 0, 0), minute: n % 7);
            return read with { Insight = read.Insight with { IsSpam = said.spam } };
        }).ToArray()).ToArbitrary();
    }

    private static WeekOfStories Group(IReadOnlyList<ReadMention> mentions) => StoryGrouper.Group(Chatter.Week, mentions, []);

    private static IEnumerable<ReadMention> Lost(string author, string text) => [Chatter.Say($"lost-{author}", text, author, topics: ["lost luggage"])];
}
