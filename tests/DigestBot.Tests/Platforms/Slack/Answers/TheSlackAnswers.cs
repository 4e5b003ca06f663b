using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Slack.Answers;

/// <summary>What an answer looks like in Slack.</summary>
public sealed class TheSlackAnswers
{
    private static readonly AnswerReader Executive = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), "/socialwins") { Asked = "wins", MayShare = true };

    public static TheoryData<string> Every_kind => [.. Answered.Names];

    [Theory]
    [MemberData(nameof(Every_kind))]
    public void Look_like_their_snapshots(string name)
    {
        var message = AnswerView.Of(Answered.Named(name), Executive);
        foreach (var block in message["blocks"]!.AsArray())
            block!.AsObject().Remove("block_id");
        Snapshot.Matches($"slack-answer-{name}.json", message.Indented());
    }

    [Theory]
    [MemberData(nameof(Every_kind))]
    public void Keep_every_limit_whatever_customers_wrote(string name) => Prop.ForAll<string?>(text =>
    {
        foreach (var written in new[] { text ?? "", WorstEdition.Long($"<!channel> {text}&<@U0ANA> ", 6_000) })
            Keeps(AnswerView.Of(Answered.Named(name, written), Executive with { Asked = written }));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Every_kind))]
    public void Ring_for_nobody_and_format_nothing_of_what_customers_wrote(string name) => Assert.All(WorstEdition.Attacks, attack =>
    {
        var message = AnswerView.Of(Answered.Named(name, attack), Executive);
        Assert.Empty(BlockKit.Rings(message.Text("text")!, message["blocks"]!.AsArray()));
        Assert.Equal(Formatted(AnswerView.Of(Answered.Named(name, "calm"), Executive)), Formatted(message));
    });

    [Fact]
    public void Offer_what_was_meant_when_a_verb_is_mistyped()
    {
        var button = Buttons(Plainly(Refuse.UnknownVerb("mnie", "mine", "all of it"))).Single();
        Assert.Equal(("Yes, mine", "mine all of it"), (button.Title, button.Value));
    }

    [Fact]
    public void Offer_more_where_a_list_goes_on_and_nothing_where_it_ends()
    {
        var reply = (ActionReply.Done)Answered.Named("evidence");
        Assert.Contains("more 5 evidence 3", Values(AnswerView.Of(reply, Executive with { Asked = "evidence 3" })));
        Assert.Contains("more 20 evidence 3", Values(AnswerView.Of(reply with { Content = new MentionsReply([.. ((MentionsReply)reply.Content!).Mentions, .. ((MentionsReply)reply.Content).Mentions], 138).After(15) }, Executive with { Asked = "evidence 3" })));
        Assert.DoesNotContain(Values(AnswerView.Of(reply with { Content = reply.Content!.After(15) }, Executive with { Asked = "evidence 3" })), value => value!.StartsWith("more", StringComparison.Ordinal));
        Assert.Contains("16 to 20 of 138 mentions", Reads(AnswerView.Of(reply with { Content = reply.Content!.After(15) }, Executive)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wins", true)]
    [InlineData("digest", true)]
    [InlineData("scoreboard", true)]
    [InlineData("evidence", false)]
    [InlineData("mine", false)]
    [InlineData("preview", false)]
    public void Can_be_shown_to_everyone_where_that_is_allowed(string name, bool isAllowed)
    {
        Assert.Equal(isAllowed, Values(AnswerView.Of(Answered.Named(name), Executive)).Contains("tell wins"));
        Assert.DoesNotContain("tell wins", Values(AnswerView.Of(Answered.Named(name), Executive with { MayShare = false })));
    }

    [Fact]
    public void Give_the_buttons_of_a_follow_up_to_those_only_who_may_change_it()
    {
        var values = Values(Plainly(Answered.Named("mine")));
        Assert.Superset(new HashSet<string?> { "done 17", "snooze 17", "handover 17", "decline 17" }, values.ToHashSet());
        Assert.DoesNotContain("done 18", values);
    }

    [Fact]
    public void Tell_days_as_they_are_where_the_reader_is()
    {
        var late = new ActionReply.Done("Found.") { Content = new MentionsReply([new(new("zendesk", "1"), "a", "b", new(2026, 11, 15, 23, 30, 0, TimeSpan.Zero), null)], null) };
        Assert.Contains("16 November", Reads(AnswerView.Of(late, Executive)), StringComparison.Ordinal);
        Assert.Contains("15 November", Reads(AnswerView.Of(late, Executive with { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") })), StringComparison.Ordinal);
    }

    [Fact]
    public void Group_the_help_by_what_can_be_done()
    {
        var read = Reads(Plainly(Answered.Named("help")));
        Assert.Matches("(?s)/socialwins.*See.*Act on a number.*Follow-ups.*For curators", read);
        Assert.Contains("assign 3 @jane by friday", read, StringComparison.Ordinal);
    }

    [Fact]
    public void Begin_with_the_sources_that_cannot_be_heard() =>
        Assert.Matches("(?s)Reddit.*Zendesk.*App store", Reads(Plainly(Answered.Named("sources"))));

    [Fact]
    public void Say_nothing_of_who_may_read_a_private_address() =>
        Assert.DoesNotContain("secret", new SlackReplyTo(null, "U0ANA") { ResponseUrl = "https://hooks.slack.com/secret" }.ToString(), StringComparison.Ordinal);

    private static void Keeps(JsonObject message)
    {
        Assert.Empty(BlockKitRules.Faults(message["blocks"]!.AsArray(), 50));
        Assert.InRange(message.Text("text")!.Length, 1, 3_999);
        var ids = message["blocks"].Objects().Select(element => element.Text("action_id")).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    private static JsonObject Plainly(ActionReply reply) => AnswerView.Of(reply, AnswerReader.Anybody("/socialwins"));

    private static List<FakeButton> Buttons(JsonObject message) => [.. BlockKit.Buttons(message["blocks"]!.AsArray())];

    private static List<string?> Values(JsonObject message) => [.. Buttons(message).Select(button => button.Value)];

    private static IEnumerable<string?> Formatted(JsonObject message) => message.OfType("mrkdwn").Select(words => words.Text("text"));

    private static string Reads(JsonObject message) => string.Join('\n', BlockKit.Texts(message["blocks"]!.AsArray()));
}
