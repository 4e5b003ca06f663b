using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Slack;

public sealed class TheSlackView
{
    public static TheoryData<string> Editions_of_every_kind => ["ordinary", "empty", "worst", "sample", "corrected"];

    [Theory]
    [MemberData(nameof(Editions_of_every_kind))]
    public void Looks_like_its_snapshot(string edition) =>
        Snapshot.Matches($"slack-{edition}.json", SlackView.Edition(Cards.Named(edition)).Indented());

    [Theory]
    [InlineData("ordinary", 2)]
    [InlineData("ordinary", 3)]
    [InlineData("corrected", 7)]
    [InlineData("worst", 4)]
    public void Shows_a_touch_point_as_its_snapshot(string edition, int rank) =>
        Snapshot.Matches($"slack-{edition}-touch-point-{rank}.json", SlackView.TouchPoint(Cards.Named(edition), rank).Indented());

    [Fact]
    public void Shows_a_draft_as_its_snapshot() => Snapshot.Matches("slack-draft.json", SlackView.Draft(Cards.Named("ordinary")).Indented());

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

    private static string Clean(string? text) => string.Concat((text ?? "").EnumerateRunes().Select(rune => rune.ToString()));

    private static IEnumerable<JsonObject> Messages(EditionCard card) =>
        [SlackView.Edition(card), SlackView.Draft(card), .. card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).Select(point => SlackView.TouchPoint(card, point.Rank))];

    // protocols: Block Kit limits.
    private static void KeepsLimits(JsonObject message)
    {
        Assert.InRange(message["blocks"]!.AsArray().Count, 1, 50);
        Assert.InRange(message.Text("text")!.Length, 1, 3_999);
        Within(message.OfType("header").Select(header => header["text"]!.AsObject().Text("text")!), 150);
        Within(message.OfType("section").SelectMany(section => section["text"].Objects()).Select(text => text.Text("text")!), 3_000);
        Within(message.OfType("section").SelectMany(section => section["fields"].Objects()).Select(text => text.Text("text")!), 2_000);
        Within(message.OfType("context").SelectMany(context => context["elements"].Objects()).Select(text => text.Text("text")!), 2_000);
        Within(message.OfType("text").Select(run => run.Text("text")!), 3_000);
        Within(message.OfType("link").Select(link => link.Text("url")!), 3_000);
        Within(message.OfType("button").Select(button => button["text"]!.AsObject().Text("text")!), 75);
        Within(message.OfType("button").Select(button => button.Text("action_id")!), 255);
        Within(message.OfType("button").Where(button => button["value"] is not null).Select(button => button.Text("value")!), 2_000);
        Within(message.OfType("overflow").SelectMany(menu => menu["options"].Objects()).Where(option => option["value"] is not null).Select(option => option.Text("value")!), 75);
        Assert.All(message.OfType("overflow"), menu => Assert.InRange(menu["options"]!.AsArray().Count, 1, 5));
        Assert.All(message.OfType("actions"), actions => Assert.InRange(actions["elements"]!.AsArray().Count, 1, 25));
        Assert.All(message.OfType("context"), context => Assert.InRange(context["elements"]!.AsArray().Count, 1, 10));
        Assert.All(message.OfType("section").Where(section => section["fields"] is not null), section => Assert.InRange(section["fields"]!.AsArray().Count, 1, 10));
        Assert.All(message.OfType("actions"), actions => Unique(actions["elements"]!.AsArray().Select(element => element!.AsObject().Text("action_id")!)));
    }

    private static void Within(IEnumerable<string> texts, int longest) => Assert.All(texts, text => Assert.InRange(text.Length, 1, longest));

    private static void Unique(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
    }
}
