using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Teams;

public sealed class TheTeamsView
{
    public static TheoryData<string> Editions_of_every_kind => ["ordinary", "empty", "worst", "sample", "corrected"];

    [Theory]
    [MemberData(nameof(Editions_of_every_kind))]
    public void Looks_like_its_snapshot(string edition) =>
        Snapshot.Matches($"teams-{edition}.json", TeamsView.Edition(Cards.Named(edition)).Indented());

    [Theory]
    [InlineData("ordinary", 2)]
    [InlineData("ordinary", 3)]
    [InlineData("corrected", 7)]
    [InlineData("worst", 4)]
    public void Shows_a_touch_point_as_its_snapshot(string edition, int rank) =>
        Snapshot.Matches($"teams-{edition}-touch-point-{rank}.json", TeamsView.TouchPoint(Cards.Named(edition), rank).Indented());

    [Fact]
    public void Shows_a_draft_as_its_snapshot() => Snapshot.Matches("teams-draft.json", TeamsView.Draft(Cards.Named("draft")).Indented());

    [Theory]
    [InlineData("ordinary", 25)]
    [InlineData("sample", 25)]
    [InlineData("corrected", 25)]
    [InlineData("empty", 25)]
    [InlineData("worst", 25)]
    public void Stays_small_enough_for_every_route(string edition, int kilobytes) =>
        Assert.All(Messages(Cards.Named(edition)), card => Assert.InRange(Encoding.UTF8.GetByteCount(card.Sent()), 1, kilobytes * 1024));

    [Fact]
    public void Stays_under_the_ceiling_of_80_kilobytes_as_Teams_counts_them() =>
        Assert.All(Messages(WorstEdition.Card()), card => Assert.InRange(Encoding.Unicode.GetByteCount(card.Sent()), 1, 80 * 1024));

    [Fact]
    public void Puts_words_that_are_not_ours_into_runs_and_choices_only()
    {
        var markdown = Messages(WorstEdition.Card()).SelectMany(card => card.OfType("TextBlock")).Select(block => block.Text("text")!);
        Assert.All(markdown, text => Assert.DoesNotMatch("[<>*_`\\[\\]{}]", text));
    }

    [Fact]
    public void Mentions_nobody_and_fills_in_no_dates() =>
        Assert.All(Messages(WorstEdition.Card()), card =>
        {
            Assert.DoesNotContain("<at", card.Sent(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("{{", card.Objects().Select(found => found.Text("text") ?? "").Aggregate("", string.Concat), StringComparison.Ordinal);
            Assert.Null(card["msteams"]!["entities"]);
        });

    [Fact]
    public void Has_the_same_elements_whatever_customers_write()
    {
        var card = WorstEdition.Card();
        var calm = card with { Edition = card.Edition with { TouchPoints = [.. card.Edition.TouchPoints.Select(point => point with { Headline = "calm" })] } };
        Assert.Equal(TeamsView.Edition(calm).Shape(), TeamsView.Edition(card).Shape());
    }

    [Fact]
    public void Opens_a_dialog_where_more_is_asked_and_acts_at_once_where_not()
    {
        var actions = TeamsView.TouchPoint(Editions.Ordinary(), 7)["actions"]!.AsArray().Select(action => action!.AsObject()).ToList();
        var pick = actions.Single(action => action.Text("title") == "Act on this");
        var claim = actions.Single(action => action.Text("title") == "I own this");
        Assert.Equal(("Action.Submit", "task/fetch", "positive"), (pick.Text("type"), (string)pick["data"]!["msteams"]!["type"]!, pick.Text("style")));
        Assert.Equal(("Action.Execute", "claim", "tp7"), (claim.Text("type"), claim.Text("verb"), (string)claim["data"]!["args"]!));
        Assert.Equal("Action.Submit", claim["fallback"]!.AsObject().Text("type"));
    }

    [Fact]
    public void Lets_curators_choose_the_touch_point_that_the_buttons_mean()
    {
        var draft = TeamsView.Draft(Editions.Draft());
        Assert.Equal(12, draft.OfType("Input.ChoiceSet").Single()["choices"]!.AsArray().Count);
        var drop = draft.OfType("Action.Execute").Single(action => action.Text("title") == "Drop");
        Assert.Null(drop["data"]!["args"]);
        Assert.Equal("args", draft.OfType("Input.ChoiceSet").Single().Text("id"));
    }

    [Fact]
    public void Carries_words_for_clients_that_show_no_cards() =>
        Assert.All(Messages(Editions.Sample()), card => Assert.Contains("SAMPLE", card.Text("fallbackText")!, StringComparison.Ordinal));

    [Fact]
    public void Writes_SAMPLE_on_every_card_of_the_sample_company() =>
        Assert.All(Messages(Editions.Sample()), card => Assert.Contains("SAMPLE", card["body"]!.Sent(), StringComparison.Ordinal));

    [Fact]
    public void Shows_any_content_there_is()
    {
        Assert.NotNull(TeamsView.Of(new EditionContent(Editions.Ordinary())));
        Assert.NotNull(TeamsView.Of(new TouchPointContent(Editions.Ordinary(), 1)));
        Assert.NotNull(TeamsView.Of(new DraftContent(Editions.Ordinary())));
        var words = TeamsView.Of(new TextContent("Owe **this**\n\nnow", [new("done", "Done", "17")]));
        Assert.Equal(["Owe **this**", " ", "now"], words.OfType("TextRun").Select(run => run.Text("text")));
    }

    [Theory]
    [InlineData("<at>Ana</at>", "‹at>Ana‹/at>")]
    [InlineData("a < b, 1<2 & <3", "a < b, 1<2 & <3")]
    [InlineData("{{DATE(2026)}}", "{ {DATE(2026)}}")]
    public void Breaks_tags_and_date_functions_and_leaves_the_rest(string text, string inert) => Assert.Equal(inert, TeamsText.Inert(text));

    [Fact]
    public void Lets_no_tag_and_no_function_through_whatever_the_text() =>
        Prop.ForAll<string?>(text =>
        {
            var inert = TeamsText.Inert($"<at>{text}{{{{{text}</AT>{text}");
            return !inert.Contains("{{", StringComparison.Ordinal) && !Enumerable.Range(0, inert.Length - 1).Any(at => inert[at] == '<' && (char.IsAsciiLetter(inert[at + 1]) || inert[at + 1] is '/' or '!' or '?'));
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<JsonObject> Messages(EditionCard card) =>
        [TeamsView.Edition(card), TeamsView.Draft(card), .. card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).Select(point => TeamsView.TouchPoint(card, point.Rank))];
}
