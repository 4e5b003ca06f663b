using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Slack;

public sealed class TheSlackView
{
    public static TheoryData<string> Editions_of_every_kind => ["ordinary", "empty", "worst", "sample", "corrected"];

    [Theory]
    [MemberData(nameof(Editions_of_every_kind))]
    public void Looks_like_its_snapshot(string edition) =>
        Snapshot.Matches($"slack-{edition}.json", Pictured(SlackView.Edition(Cards.Named(edition))));

    [Theory]
    [InlineData("ordinary", 1)]
    [InlineData("ordinary", 2)]
    [InlineData("ordinary", 3)]
    [InlineData("ordinary", 4)]
    [InlineData("ordinary", 6)]
    [InlineData("ordinary", 7)]
    [InlineData("ordinary", 9)]
    [InlineData("corrected", 6)]
    [InlineData("corrected", 7)]
    [InlineData("worst", 4)]
    public void Shows_a_touch_point_as_its_snapshot(string edition, int rank) =>
        Snapshot.Matches($"slack-{edition}-touch-point-{rank}.json", Pictured(SlackView.TouchPoint(Cards.Named(edition), rank)));

    [Fact]
    public void Shows_a_draft_as_its_snapshot() => Snapshot.Matches("slack-draft.json", Pictured(SlackView.Draft(Cards.Named("draft"))));

    [Fact]
    public void Shows_words_to_one_person_as_their_snapshot() => Snapshot.Matches("slack-words.json", Pictured(SlackView.Of(new TextContent(
        "Ana asks you to see to this: Refunds take longer than the promised 7 days\nDue Fri, 20 November.", CardActions.OfFollowUp(17)))));

    [Fact]
    public void Takes_the_buttons_off_a_draft_that_is_out()
    {
        var card = Editions.Draft();
        var published = SlackView.Draft(card with { Edition = card.Edition with { State = EditionState.Published } });
        Assert.Empty(published.OfType("actions"));
        Assert.Contains("Published.", published.Text("text")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_its_blocks_anew_whenever_anything_changes()
    {
        var card = Editions.Ordinary();
        var before = Ids(SlackView.TouchPoint(card, 7));
        Assert.Equal(before, Ids(SlackView.TouchPoint(Editions.Ordinary(), 7)));
        var after = Ids(SlackView.TouchPoint(card with { States = new Dictionary<string, TouchPointState>(StringComparer.Ordinal) { ["tp7"] = new() { Owner = "Eve" } } }, 7));
        Assert.Empty(before.Intersect(after, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Editions_of_every_kind))]
    public void Keeps_every_limit_of_Block_Kit(string edition) => Assert.All(Messages(Cards.Named(edition)), KeepsLimits);

    [Theory]
    [MemberData(nameof(Editions_of_every_kind))]
    public void Reads_the_whole_first_message_aloud_in_under_4000_characters(string edition)
    {
        var card = Cards.Named(edition);
        var text = SlackView.Edition(card).Text("text")!;
        Assert.True(text.Length < 4_000, $"{text.Length} characters");
        Assert.All(card.Edition.TouchPoints, point => Assert.Contains($"\n{point.Rank}. ", text, StringComparison.Ordinal));
        Assert.Contains("Heard in full", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rings_for_nobody_and_links_nowhere_in_what_is_parsed()
    {
        var parsed = Messages(WorstEdition.Card()).SelectMany(message =>
            message.OfType("mrkdwn").Select(text => text.Text("text")!).Append(message.Text("text")!));
        Assert.All(parsed, text => Assert.DoesNotContain('<', text));
    }

    [Fact]
    public void Puts_customers_words_into_text_that_is_not_parsed_only() =>
        Assert.All(Messages(WorstEdition.Card()).SelectMany(message => message.OfType("mrkdwn")), text => Assert.DoesNotContain("channel", text.Text("text")!, StringComparison.Ordinal));

    [Fact]
    public void Has_the_same_elements_whatever_customers_write()
    {
        var card = WorstEdition.Card();
        var calm = card with { Edition = card.Edition with { TouchPoints = [.. card.Edition.TouchPoints.Select(point => point with { Headline = "calm" })] } };
        Assert.Equal(SlackView.Edition(calm).Shape(), SlackView.Edition(card).Shape());
    }

    [Fact]
    public void Makes_no_links_of_what_is_formatted() =>
        Assert.All(Messages(WorstEdition.Card()).SelectMany(message => message.OfType("mrkdwn")), text => Assert.True((bool)text["verbatim"]!));

    [Fact]
    public void Expands_no_emoji_codes() =>
        Assert.All(Messages(WorstEdition.Card()).SelectMany(message => message.OfType("plain_text")), text => Assert.False((bool)text["emoji"]!));

    [Fact]
    public void Writes_SAMPLE_on_every_message_of_the_sample_company() =>
        Assert.All(Messages(Cards.Named("sample")), message =>
        {
            Assert.Contains("SAMPLE", message.Text("text")!, StringComparison.Ordinal);
            Assert.Contains("SAMPLE", message["blocks"]!.Sent(), StringComparison.Ordinal);
        });

    [Fact]
    public void Sends_what_would_be_typed_when_a_button_is_pressed()
    {
        var button = SlackView.TouchPoint(Editions.Ordinary(), 7).OfType("button").First();
        Assert.Equal(("pick tp7", "pick:tp7", "primary"), (button.Text("value"), button.Text("action_id"), button.Text("style")));
    }

    [Fact]
    public void Shows_any_content_there_is()
    {
        Assert.NotNull(SlackView.Of(new EditionContent(Editions.Ordinary())));
        Assert.NotNull(SlackView.Of(new TouchPointContent(Editions.Ordinary(), 1)));
        Assert.NotNull(SlackView.Of(new DraftContent(Editions.Ordinary())));
        var words = SlackView.Of(new TextContent("Owe <!here> & now", [new("done", "Done", "17")]));
        Assert.Equal("Owe &lt;!here&gt; &amp; now", words.Text("text"));
        Assert.Contains(words.OfType("text"), run => run.Text("text") == "Owe <!here> & now");
    }

    [Fact]
    public void Escapes_ampersand_first_and_once() => Assert.Equal("&amp;lt; &lt;!channel&gt;", SlackText.Escape("&lt; <!channel>", 100));

    [Fact]
    public void Never_cuts_inside_a_reference() => Assert.Equal("&amp;…", SlackText.Escape("&&&", 9));

    [Fact]
    public void Lets_no_active_character_through_and_reads_the_same_whatever_the_text() =>
        Prop.ForAll<string?>(text =>
        {
            var escaped = SlackText.Escape(text ?? "", 10_000);
            return !escaped.Contains('<') && !escaped.Contains('>') && System.Net.WebUtility.HtmlDecode(escaped.Replace("&amp;", "\uE000", StringComparison.Ordinal)).Replace('\uE000', '&') == Clean(text);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keeps_the_length_it_was_given_whatever_the_text() =>
        Prop.ForAll<string?, byte>((text, longest) => SlackText.Escape(text ?? "", longest + 1).Length <= longest + 1).QuickCheckThrowOnFailure();

    private static IReadOnlyList<string> Ids(JsonObject message) => [.. message["blocks"]!.AsArray().Select(block => block!.AsObject().Text("block_id")!)];

    // The ids of blocks change with every word; a diff of them would hide the word.
    private static string Pictured(JsonObject message)
    {
        foreach (var block in message["blocks"]!.AsArray())
            block!.AsObject().Remove("block_id");
        return message.Indented();
    }

    private static string Clean(string? text) => string.Concat((text ?? "").EnumerateRunes().Select(rune => rune.ToString()));

    private static IEnumerable<JsonObject> Messages(EditionCard card) =>
        [SlackView.Edition(card), SlackView.Draft(card), .. card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).Select(point => SlackView.TouchPoint(card, point.Rank))];

    private static void KeepsLimits(JsonObject message)
    {
        Assert.Empty(BlockKitRules.Faults(message["blocks"]!.AsArray(), 50));
        Assert.InRange(message.Text("text")!.Length, 1, 3_999);
        var ids = message["blocks"].Objects().Select(element => element.Text("action_id")).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }
}
