using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Teams;

public sealed class TheTeamsView
{
    private static readonly string[] Kinds = ["Win", "Issue", "Trend", "Suggestion"];

    public static TheoryData<string> Every_card => [.. TeamsCards.Names];

    [Theory]
    [MemberData(nameof(Every_card))]
    public void Looks_like_its_snapshot(string name) => Snapshot.Matches($"teams-{name}.json", TeamsCards.Named(name).Indented());

    [Theory]
    [InlineData("ordinary", 25)]
    [InlineData("sample", 25)]
    [InlineData("corrected", 25)]
    [InlineData("empty", 25)]
    [InlineData("worst", 25)]
    public void Stays_small_enough_for_every_route(string edition, int kilobytes) =>
        Assert.All(Messages(Cards.Named(edition)), card => Assert.True(Encoding.UTF8.GetByteCount(card.Sent()) <= kilobytes * 1024, $"{Encoding.UTF8.GetByteCount(card.Sent())} bytes: {card.Text("fallbackText")}"));

    [Theory]
    [MemberData(nameof(Every_card))]
    public void Can_be_heard_as_well_as_seen(string name)
    {
        var card = TeamsCards.Named(name);
        Assert.InRange(Encoding.UTF8.GetByteCount(card.Sent()), 1, 25 * 1024);
        Assert.False(string.IsNullOrWhiteSpace(card.Text("speak")));
        Assert.All(card.Objects().Where(element => element.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) is true), input => Assert.NotNull(input.Text("label")));
        Assert.All(card.Objects().Where(element => element.Text("type")?.StartsWith("Chart.", StringComparison.Ordinal) is true), chart => Assert.NotNull(chart.Text("title")));
        // What a colour says, a word says too.
        Assert.All(card.OfType("Badge"), badge => Assert.Matches("Win|Issue|Trend|Suggestion", badge.Text("text")!));
    }

    [Fact]
    public void Says_the_kind_of_each_of_the_ten_in_a_word_beside_its_dot()
    {
        var rows = TeamsView.Edition(Editions.Ordinary()).OfType("ColumnSet").Where(row => row.OfType("TextBlock").Any(block => block.Text("text") == "●")).ToList();
        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.Contains(row.OfType("TextRun"), run => Kinds.Any(kind => run.Text("text")!.StartsWith(kind, StringComparison.Ordinal))));
    }

    [Fact]
    public void Has_no_more_than_five_buttons_in_a_row_and_one_that_stands_out() => Assert.All(TeamsCards.Names.Select(TeamsCards.Named), card =>
    {
        Assert.All(card.Objects().Select(element => element["actions"]).OfType<JsonArray>(), actions => Assert.InRange(actions.Count, 0, 5));
        Assert.InRange(card.Objects().Count(action => action.Text("style") == "positive" && action["fallback"] is null), 0, 1);
    });

    [Fact]
    public void Stays_under_the_ceiling_of_80_kilobytes_as_Teams_counts_them() =>
        Assert.All(Messages(WorstEdition.Card()), card => Assert.InRange(Encoding.Unicode.GetByteCount(card.Sent()), 1, 80 * 1024));

    [Fact]
    public void Leaves_out_what_is_worth_least_where_a_card_grows_too_large()
    {
        var whole = TeamsView.Edition(WorstEdition.Card());
        var headlines = WorstEdition.Card().Edition.TouchPoints.Select(point => TeamsText.Inert(TouchPointWords.Headline(point)));
        var fitted = TeamsSize.Fitted(whole.DeepClone().AsObject(), TeamsSize.Of(whole) * 17 / 20);
        Assert.InRange(TeamsSize.Of(fitted), 1, TeamsSize.Of(whole) * 17 / 20);
        Assert.DoesNotContain(fitted.Objects(), element => element.Text("type")?.StartsWith("Chart", StringComparison.Ordinal) is true);
        Assert.Superset(headlines.ToHashSet(), fitted.OfType("TextRun").Select(run => run.Text("text")!).ToHashSet());
    }

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

    [Fact]
    public void Shows_Chart_and_badge_in_Teams_and_their_words_everywhere_else()
    {
        var card = TeamsView.TouchPoint(Editions.Ordinary(), 1);
        Assert.Equal("1 · Issue", card.OfType("Badge").Single().Text("text"));
        Assert.Equal("Chart.HorizontalBar.Stacked", TeamsView.Edition(Editions.Ordinary()).Objects().Single(element => element.ContainsKey("colorSet")).Text("type"));
        var plain = TeamsExtras.Without(TeamsView.Edition(Editions.Ordinary())).Sent();
        Assert.DoesNotContain("Chart.", plain, StringComparison.Ordinal);
        Assert.Contains("App store 4,120 · Play 3,004", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Mentions_the_owner_by_name_in_the_message_that_gives_it()
    {
        var card = TeamsView.TouchPoint(TeamsCards.Given(), 1);
        var entity = card["msteams"]!["entities"]!.AsArray().Single()!.AsObject();
        Assert.Equal("6a2f4b0e-7d1c-4f6e-9b1e-0c6a55d0de01", entity["mentioned"]!.AsObject().Text("id"));
        Assert.Contains(card.OfType("TextBlock"), block => block.Text("text")!.Contains(entity.Text("text")!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slack:U0DEV", "Dev")]
    [InlineData("dev@acme.example", "Dev")]
    [InlineData("teams:TENANT/6a2f4b0e-7d1c-4f6e-9b1e-0c6a55d0de01", "Dev")]
    [InlineData("teams:19:abc@thread.tacv2", "Dev")]
    [InlineData("teams:6a2f4b0e-7d1c-4f6e-9b1e-0c6a55d0de01", "[Dev](https://evil.example)")]
    [InlineData("teams:6a2f4b0e-7d1c-4f6e-9b1e-0c6a55d0de01", "</at>")]
    [InlineData(null, "Dev")]
    public void Mentions_nobody_whom_Teams_does_not_know_or_whose_name_would_be_markup(string? id, string name) => Assert.Null(TeamsMention.OrNull(id, name));

    [Fact]
    public void Withholds_from_everybody_what_only_some_may_press_and_lets_those_ask_for_their_own_card()
    {
        var card = TeamsView.Of(new TouchPointContent(Editions.Ordinary(), 7), TeamsCards.Base);
        Assert.Equal(["I own this", "Evidence"], card["actions"]!.AsArray().Select(action => action!.AsObject().Text("title")));
        Assert.Equal(["29:ana", "29:ben"], card["refresh"]!["userIds"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal("refresh", card["refresh"]!["action"]!.AsObject().Text("verb"));
    }

    [Fact]
    public void Has_no_more_than_sixty_people_ask_for_their_own_card()
    {
        var many = TeamsCards.Base with { Refreshing = [.. Enumerable.Range(0, 100).Select(at => $"29:{at}")] };
        Assert.Equal(60, TeamsView.TouchPoint(Editions.Ordinary(), 7, many)["refresh"]!["userIds"]!.AsArray().Count);
    }

    [Fact]
    public void Carries_all_buttons_and_no_refresh_where_everybody_counts()
    {
        var card = TeamsView.Of(new TouchPointContent(Editions.Ordinary(), 7));
        Assert.Contains(card["actions"]!.AsArray(), action => action!.AsObject().Text("title") == "Act on this");
        Assert.Null(card["refresh"]);
    }

    [Fact]
    public void Shows_over_the_message_what_changes_nothing() => Assert.All(
        TeamsView.Edition(Editions.Ordinary())["actions"]!.AsArray().Where(action => action!["url"] is null),
        action => Assert.Equal("task/fetch", action!["data"]!["msteams"]!.AsObject().Text("type")));

    [Fact]
    public void Takes_the_buttons_off_a_draft_that_is_out()
    {
        var card = Editions.Draft();
        var published = TeamsView.Draft(card with { Edition = card.Edition with { State = EditionState.Published } });
        Assert.DoesNotContain(published.Objects(), element => element.ContainsKey("verb"));
        Assert.Contains("Published.", published.Text("speak")!, StringComparison.Ordinal);
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
