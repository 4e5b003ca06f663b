using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms;

public sealed class TheWordsOfAnEdition
{
    private static readonly Edition Ordinary = Editions.OrdinaryEdition();

    [Theory]
    [InlineData(2026, 46, "week 46, 9 to 15 November 2026")]
    [InlineData(2026, 40, "week 40, 28 September to 4 October 2026")]
    [InlineData(2026, 53, "week 53, 28 December 2026 to 3 January 2027")]
    public void Name_month_and_year_once_where_they_are_the_same(int year, int number, string words) =>
        Assert.Equal(words, EditionWords.Week(new DigestWeek(year, number)));

    [Theory]
    [InlineData(null, "No suggestion acted on yet")]
    [InlineData(0, "This week we acted on a suggestion")]
    [InlineData(1, "1 week since we acted on a suggestion")]
    [InlineData(2, "2 weeks since we acted on a suggestion")]
    public void Count_the_weeks_since_we_acted(int? weeks, string sentence)
    {
        var streak = EditionWords.StreakOf(Ordinary with { WeeksSinceActed = weeks });
        Assert.Equal(sentence, $"{streak.Value} {streak.Sentence}");
    }

    [Theory]
    [InlineData(110, 100, "▲ 10 %", "up 10 % on last week")]
    [InlineData(90, 100, "▼ 10 %", "down 10 % on last week")]
    [InlineData(100, 100, "as last week", "as last week")]
    [InlineData(7, 0, "0 last week", "none last week")]
    [InlineData(7, null, "last week not heard", "last week was not heard")]
    public void Compare_the_mentions_with_last_week(int now, int? before, string shown, string spoken)
    {
        var figure = Figure("Mentions", numbers => numbers with { Mentions = now, PreviousMentions = before }, hasGap: false);
        Assert.Equal((shown, spoken), (figure.Change, figure.Spoken));
    }

    [Fact]
    public void Claim_no_fall_while_a_source_is_silent() =>
        Assert.Equal("not comparable", Figure("Mentions", numbers => numbers with { Mentions = 90, PreviousMentions = 100 }, hasGap: true).Change);

    [Fact]
    public void Say_a_rise_even_while_a_source_is_silent_because_it_can_only_be_larger() =>
        Assert.Equal("▲ 10 %", Figure("Mentions", numbers => numbers with { Mentions = 110, PreviousMentions = 100 }, hasGap: true).Change);

    [Theory]
    [InlineData(0.21, 0.26, "▼ 0.05", Tone.Bad)]
    [InlineData(0.31, 0.26, "▲ 0.05", Tone.Good)]
    [InlineData(0.261, 0.26, "steady", Tone.Plain)]
    internal void Judge_the_sentiment(double now, double before, string shown, Tone tone)
    {
        var figure = Figure("Sentiment", numbers => numbers with { Sentiment = now, PreviousSentiment = before }, hasGap: false);
        Assert.Equal((shown, tone), (figure.Change, figure.Tone));
    }

    [Fact]
    public void Leave_out_the_share_of_voice_where_there_is_no_competitor() =>
        Assert.DoesNotContain(EditionFigures.Of(Ordinary with { Numbers = Ordinary.Numbers with { ShareOfVoice = null } }), figure => figure.Name == "Share of voice");

    [Theory]
    [InlineData(0.41, 0.42, "▼ 1 point")]
    [InlineData(0.41, 0.45, "▼ 4 points")]
    [InlineData(0.41, 0.411, "steady")]
    public void Tell_the_share_of_voice_in_points(double now, double before, string shown) =>
        Assert.Equal(shown, Figure("Share of voice", numbers => numbers with { ShareOfVoice = now, PreviousShareOfVoice = before }, hasGap: false).Change);

    [Theory]
    [InlineData(7, 7, "7 of 7", "all kept")]
    [InlineData(5, 7, "5 of 7", "2 not kept")]
    [InlineData(null, null, "–", "none due yet")]
    public void Say_how_many_promises_were_kept(int? kept, int? due, string value, string change)
    {
        var figure = Figure("Kept promises", numbers => numbers with { PromisesKept = kept, PromisesDue = due }, hasGap: false);
        Assert.Equal((value, change), (figure.Value, figure.Change));
    }

    [Fact]
    public void Open_with_the_ledger_even_when_nothing_was_ever_promised() =>
        Assert.StartsWith("No promises yet", LedgerWords.Note(Editions.Empty().Edition), StringComparison.Ordinal);

    [Fact]
    public void Do_not_call_it_a_first_week_once_something_was_promised() =>
        Assert.Equal("Nothing is promised at the moment.", LedgerWords.Note(Ordinary with { Ledger = [] }));

    [Theory]
    [InlineData(PromiseState.Done, 4, 7, "shipped", "Dev, 4 days · shipped")]
    [InlineData(PromiseState.Done, 1, 7, null, "Dev, 1 day")]
    [InlineData(PromiseState.Done, 0, 7, null, "Dev, the same day")]
    [InlineData(PromiseState.Open, 9, 14, null, "Dev, day 9 of 14")]
    [InlineData(PromiseState.Open, 9, null, null, "Dev, day 9")]
    [InlineData(PromiseState.Overdue, 15, 14, null, "Dev, overdue 1 day")]
    [InlineData(PromiseState.Overdue, 16, 14, null, "Dev, overdue 2 days")]
    [InlineData(PromiseState.Declined, 2, 14, "too dear", "Dev: too dear")]
    [InlineData(PromiseState.Declined, 2, 14, null, "Dev declined")]
    public void Tell_what_became_of_a_promise(PromiseState state, int open, int? given, string? outcome, string words) =>
        Assert.Equal(words, LedgerWords.Lines(Ordinary with { Ledger = [new("Seats", "Dev", state, open, given, outcome)] }).Single().Rest);

    [Fact]
    public void Count_the_promises_that_are_too_many_to_list()
    {
        var edition = Ordinary with { Ledger = [.. Enumerable.Repeat(Ordinary.Ledger[0], 10)] };
        Assert.Equal((7, "and 3 more"), (LedgerWords.Lines(edition).Count, LedgerWords.Note(edition)));
    }

    [Fact]
    public void Name_the_source_that_failed_and_since_when() =>
        Assert.Equal(
            "Heard in full: App store, Play, Zendesk and Bluesky. Reddit: nothing since Thursday, so no trend is claimed there.",
            EditionWords.Coverage(Ordinary));

    [Fact]
    public void Read_the_day_of_a_gap_in_the_zone_of_the_digest()
    {
        var lateOnWednesdayInUtc = new DateTimeOffset(2026, 11, 11, 23, 30, 0, TimeSpan.Zero);
        var edition = Ordinary with { Coverage = [new("reddit", 1, CoverageState.Partial, lateOnWednesdayInUtc)] };
        Assert.Equal("Reddit: nothing since Thursday, so no trend is claimed there.", EditionWords.Coverage(edition));
    }

    [Fact]
    public void Give_sources_with_the_same_gap_one_sentence()
    {
        var edition = Ordinary with { Coverage = [new("a", 0, CoverageState.Silent, null), new("b", 0, CoverageState.Silent, null)] };
        Assert.Equal("A and B: nothing all week, so no trend is claimed there.", EditionWords.Coverage(edition));
    }

    [Fact]
    public void Say_so_when_no_source_is_connected() =>
        Assert.Equal("No source is connected.", EditionWords.Coverage(Ordinary with { Coverage = [] }));

    [Theory]
    [InlineData(0, "A quiet week")]
    [InlineData(1, "This week's one")]
    [InlineData(10, "This week's ten")]
    public void Count_the_touch_points_in_words(int count, string title) =>
        Assert.Equal(title, EditionWords.TenTitle(Ordinary with { TouchPoints = [.. Ordinary.TouchPoints.Take(count)] }));

    [Fact]
    public void Do_not_take_deafness_for_quiet() =>
        Assert.Equal(
            "Nothing could be heard this week, so nothing is claimed about it.",
            EditionWords.QuietWeek(Editions.Empty().Edition with { Coverage = [new("zendesk", 0, CoverageState.Silent, null)] }));

    private static Figure Figure(string name, Func<EditionNumbers, EditionNumbers> change, bool hasGap)
    {
        var edition = Ordinary with { Numbers = change(Ordinary.Numbers), Coverage = hasGap ? Ordinary.Coverage : [] };
        return EditionFigures.Of(edition).Single(figure => figure.Name == name);
    }
}
