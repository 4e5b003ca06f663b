using System.Text.Json;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Composing;

public sealed class TheComposer
{
    private static readonly Story Luggage = Told.Story("lost luggage", 20, before: [10, 10, 10]);

    [Fact]
    public void Names_and_counts_the_concern_of_many() =>
        Assert.Equal("Lost luggage: 20 people complain, twice a usual week", Desk.Compose(Luggage).TouchPoints[0].Headline);

    [Fact]
    public void Speaks_of_one_person_in_the_singular()
    {
        var point = Desk.Compose(Told.Of("lost luggage", [Told.Mention("a", "Lost bag!")])).TouchPoints[0];

        Assert.Equal("Lost luggage: 1 person complains", point.Headline);
        Assert.Equal(["1 person reported it"], point.Reasons);
    }

    [Fact]
    public void Tells_a_copied_post_in_a_customers_own_sentence()
    {
        var story = Told.Of("gate 12", [Told.Mention("a", "@AcmeAir The roof over gate 12 came down this morning. https://t.co/x"), Told.Mention("b", "gate 12 wow")], basis: StoryBasis.Copies);

        Assert.Equal("The roof over gate 12 came down this morning", Desk.Compose(story).TouchPoints[0].Headline);
    }

    [Fact]
    public void Puts_no_swear_word_into_a_headline_while_another_sentence_is_there()
    {
        var story = Told.Of("fucked", [.. Enumerable.Range(1, 4).Select(n => Told.Mention($"m{n}", $"They fucked up. I waited {n} hours at the gate in Boston."))], basis: StoryBasis.Event);

        Assert.EndsWith("hours at the gate in Boston", Desk.Compose(story).TouchPoints[0].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_whole_sentences_of_one_customer_without_handles_and_links()
    {
        var text = "@AcmeAir @user " + string.Join(' ', Enumerable.Range(1, 12).Select(n => $"My bag number {n} is lost since Friday."));
        var quote = Desk.Compose(Told.Of("lost luggage", [Told.Mention("a", text)])).TouchPoints[0].Quote;

        Assert.StartsWith("My bag number ", quote.Text, StringComparison.Ordinal);
        Assert.EndsWith("since Friday.", quote.Text, StringComparison.Ordinal);
        Assert.InRange(quote.Text.Length, 100, 280);
    }

    [Fact]
    public void Prefers_a_clear_quote_to_shouting_and_fragments()
    {
        var story = Told.Of("lost luggage",
        [
            Told.Mention("a", "WORST LOST LUGGAGE EVER!!! FIX YOUR LUGGAGE!!!"), Told.Mention("b", "lost luggage"),
            Told.Mention("c", "My luggage was lost in Denver and nobody at the desk could tell me where it is."), Told.Mention("d", "luggage #fail #lost #acme"),
        ]);

        Assert.Equal("c", Desk.Compose(story).TouchPoints[0].Quote.Mention.ExternalId);
    }

    [Fact]
    public void Masks_personal_data_in_headline_and_quote()
    {
        var text = "Call me at 555-0100 about the bag you have lost.";
        var read = Told.Mention("a", text);
        var story = Told.Of("lost bag", [read with { Insight = read.Insight with { PersonalData = [new(text.IndexOf("555", StringComparison.Ordinal), 8)] } }], basis: StoryBasis.Copies);

        var point = Desk.Compose(story).TouchPoints[0];

        Assert.DoesNotContain("555-0100", point.Headline + point.Quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202Egnp.exe")]
    [InlineData("<b>bold</b> <!channel> [x](javascript:1) @here")]
    [InlineData("https://only.a/link")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    public void Stays_within_its_limits_and_one_line_whatever_customers_write(string hostile)
    {
        var text = string.Concat(Enumerable.Repeat(hostile, 60));
        var point = Desk.Compose(Told.Of(hostile, [Told.Mention("a", text)], basis: StoryBasis.Copies)).TouchPoints[0];

        Assert.InRange(point.Headline.Length, 1, EditionLimits.Headline);
        Assert.InRange(point.Quote.Text.Length, 0, EditionLimits.Quote);
        Assert.DoesNotContain(point.Headline + point.Quote.Text, character => char.IsControl(character) || character == '\u202E');
    }

    [Fact]
    public void Says_still_open_and_not_new_of_an_issue_of_last_weeks_edition()
    {
        var lastWeek = Desk.Compose(Luggage);
        var before = lastWeek with
        {
            Key = new("acme", Told.Week.Previous),
            TouchPoints = [lastWeek.TouchPoints[0] with { Metrics = lastWeek.TouchPoints[0].Metrics with { EditionsRunning = 2 } }],
        };

        var point = Desk.Compose(Desk.Material(Luggage with { Before = [new WeekCount(0, 0)] }) with { Previous = before }).TouchPoints[0];

        Assert.Equal("still open, week 3", point.Reasons[0]);
        Assert.Equal(3, point.Metrics.EditionsRunning);
        Assert.DoesNotContain("new", point.Headline + string.Join(' ', point.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_an_older_edition_for_no_last_week()
    {
        var older = Desk.Compose(Luggage) with { Key = new("acme", Told.Week.Plus(-2)) };

        Assert.Equal(1, Desk.Compose(Desk.Material(Luggage) with { Previous = older }).TouchPoints[0].Metrics.EditionsRunning);
    }

    [Fact]
    public void Publishes_an_empty_week_as_an_honest_short_edition()
    {
        var edition = Desk.Compose(Desk.Material() with { Coverage = [new("social", 0, CoverageState.Silent, Told.Monday.AddDays(-3))] });

        Assert.Empty(edition.TouchPoints);
        Assert.Empty(edition.RawMinutes);
        Assert.Equal(0, edition.Numbers.Mentions);
        Assert.Null(edition.Numbers.ShareOfVoice);
        Assert.Equal(CoverageState.Silent, edition.Coverage.Single().State);
    }

    [Fact]
    public void Claims_no_trend_across_a_gap_of_the_source()
    {
        var concert = Told.Story("concert", 20, MentionKind.Other, StoryBasis.Event, before: [1, 1, 1]) with { Burst = 20 };
        var gap = Desk.Material(concert, Luggage) with { Coverage = [new("social", 40, CoverageState.Partial, Told.Monday)] };

        Assert.Contains(Desk.Compose(concert, Luggage).TouchPoints, point => point.Kind is TouchPointKind.Trend);
        var points = Desk.Compose(gap).TouchPoints;
        Assert.All(points, point => Assert.NotEqual(TouchPointKind.Trend, point.Kind));
        Assert.All(points, point => Assert.DoesNotContain(point.Reasons, reason => reason.Contains("usual", StringComparison.Ordinal)));
        Assert.All(points, point => Assert.Null(point.Metrics.PreviousWeek));
    }

    [Fact]
    public void Compares_the_week_with_the_one_before()
    {
        var before = Told.Summary(Told.Week.Previous, Told.Story("late flights", 8)) with { CompetitorMentions = 8 };
        var material = Desk.Material(Luggage);

        var numbers = Desk.Compose(material with
        {
            Before = [before],
            Stories = material.Stories with { Summary = material.Stories.Summary with { CompetitorMentions = 5 } },
        }).Numbers;

        Assert.Equal((20, 8, 0.8, 0.5), (numbers.Mentions, numbers.PreviousMentions, numbers.ShareOfVoice, numbers.PreviousShareOfVoice));
    }

    [Fact]
    public void Is_the_same_to_the_byte_for_the_same_week()
    {
        Story[] stories = [.. Enumerable.Range(0, 20).Select(n => Told.Story($"matter {(char)('a' + n)}", 20 - n, (MentionKind)(n % 5)))];

        Assert.Equal(Bytes(Desk.Compose(stories)), Bytes(Desk.Compose([.. stories.Reverse()])));
    }

    [Fact]
    public void Gives_a_touch_point_an_id_that_tells_nothing_and_stays()
    {
        var id = Desk.Compose(Luggage).TouchPoints[0].Id;

        Assert.Matches("^[0-9a-z]{12}$", id);
        Assert.Equal(id, Desk.Compose(Told.Story("kind crew", 30, MentionKind.Win), Luggage).TouchPoints.Single(point => point.StoryKey == Luggage.Key).Id);
        Assert.NotEqual(id, Desk.Compose(Desk.Material(Luggage) with { Week = Told.Week.Next }).TouchPoints[0].Id);
    }

    [Fact]
    public void Draws_five_raw_messages_one_a_source_before_any_second()
    {
        var story = Told.Of("all", [.. Enumerable.Range(0, 40).Select(n => Told.Mention($"m{n}", "Hello there", source: n < 38 ? "social" : $"rare-{n}"))]);
        var raw = Desk.Compose(story).RawMinutes;

        Assert.Equal(5, raw.Distinct().Count());
        Assert.Equal(["rare-38", "rare-39", "social"], raw.Take(3).Select(id => id.Source).Order(StringComparer.Ordinal));
        Assert.Equal(raw, Desk.Compose(story).RawMinutes);
    }

    [Fact]
    public void Keeps_what_curators_did_when_it_is_composed_anew()
    {
        var matters = Enumerable.Range(0, 20).Select(n => Told.Story($"matter {(char)('a' + n)}", 40 - n)).ToArray();
        var composer = new EditionComposer(Desk.Ranker());
        var draft = composer.Compose(Desk.Material(matters[..14]));
        var pinned = draft.RunnersUp[0].StoryKey;
        var curated = draft.Apply(new(CurationVerb.Pin, pinned, "ana", Told.Monday)).Edition!
            .Apply(new(CurationVerb.Retitle, draft.TouchPoints[0].StoryKey, "ana", Told.Monday) { Text = "Ours" }).Edition!.Approve().Edition!;
        var weekend = matters.Select(story => story.Key == pinned ? Told.Story(story.Subject, 1) : story).ToArray();

        var again = composer.Recompose(Desk.Material(weekend), curated);

        Assert.Contains(again.Edition.TouchPoints, point => point.StoryKey == pinned && point.IsPinned);
        Assert.Contains(again.Edition.TouchPoints, point => point.Headline == "Ours");
        Assert.Equal((EditionState.Approved, curated.Version + 1), (again.Edition.State, again.Edition.Version));
        Assert.Equal(5, again.Edition.RunnersUp.Count);
        Assert.Empty(again.Lost);
    }

    [Fact]
    public void Tells_which_curation_the_weekend_took_away()
    {
        var composer = new EditionComposer(Desk.Ranker());
        var curated = composer.Compose(Desk.Material(Luggage)).Apply(new(CurationVerb.Pin, Luggage.Key, "ana", Told.Monday)).Edition!;

        Assert.Equal(CurationVerb.Pin, composer.Recompose(Desk.Material(Told.Story("kind crew", 2, MentionKind.Win)), curated).Lost.Single().Verb);
    }

    private static string Bytes(Edition edition) =>
        JsonSerializer.Serialize((object[])[edition.TouchPoints, edition.RunnersUp, edition.Numbers, edition.Coverage, edition.RawMinutes]);
}
