using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms;

public sealed class TheWordsOfATouchPoint
{
    private static readonly Edition Heard = Editions.OrdinaryEdition() with { Coverage = [] };
    private static readonly TouchPoint Issue = Heard.TouchPoints[0];

    [Theory]
    [InlineData(0, "Issue · 412 mentions · 9.6 times a usual week · 4 sources · Customer care · Dev · due Fri")]
    [InlineData(1, "Suggestion · 96 people asked · 4.5 times a usual week · 5 sources · Product · Eve")]
    [InlineData(2, "Issue · 138 mentions · still open, week 3 · 1.7 times a usual week · 2 sources · Finance · Ben · overdue 2 days")]
    [InlineData(3, "Win · 214 mentions · new this week · 2 sources · Operations · 214 people thanked")]
    [InlineData(7, "Win · 66 mentions · 9 weeks running · 2 sources · Operations · 1 person thanked")]
    public void Tell_the_facts_in_one_line(int at, string line)
    {
        var card = Editions.Ordinary();
        var point = card.Edition.TouchPoints[at];
        Assert.Equal(line, TouchPointWords.FactsLine(card.Edition, point, card.StateOf(point)));
    }

    [Fact]
    public void Count_one_of_a_thing_as_one()
    {
        var point = Editions.Point(1, TouchPointKind.Suggestion, "Seats", "Seats please.", 1, [null, null, null, null, null, null, null, null, 1]);
        Assert.Equal("Suggestion · 1 person asked · App store", TouchPointWords.FactsLine(Heard, point, TouchPointState.None));
    }

    [Fact]
    public void Compare_with_last_week_where_the_week_is_a_usual_one()
    {
        var point = Editions.Point(1, TouchPointKind.Issue, "Seats", "Seats please.", 10, [10, 10, 10, 10, 10, 0, 0, 11, 10]);
        Assert.Contains("11 the week before", TouchPointWords.FactsLine(Heard, point, TouchPointState.None), StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_no_fall_across_a_gap()
    {
        var falling = Editions.Point(1, TouchPointKind.Issue, "Seats", "Seats please.", 10, [90, 90, 90, 90, 90, 90, 0, 90, 10]);
        var gap = Heard with { Coverage = [new("reddit", 0, CoverageState.Silent, null)] };
        Assert.Contains("0.1 times a usual week", TouchPointWords.FactsLine(Heard, falling, TouchPointState.None), StringComparison.Ordinal);
        Assert.DoesNotContain("week", TouchPointWords.FactsLine(gap, falling, TouchPointState.None), StringComparison.Ordinal);
        Assert.Equal("not comparable", TouchPointWords.Figures(gap, falling)[0].Change);
    }

    [Theory]
    [InlineData("2026-11-16", "due Mon")]
    [InlineData("2026-11-22", "due Sun")]
    [InlineData("2026-11-23", "due 23 November")]
    [InlineData("2026-11-15", "due 15 November")]
    public void Name_the_day_of_a_due_date_of_this_week_and_the_date_of_another(string due, string words)
    {
        var state = new TouchPointState { Owner = "Dev", Due = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.EndsWith($"Dev · {words}", TouchPointWords.FactsLine(Heard, Issue, state), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PromiseState.Done, "Done by Dev · paid back")]
    [InlineData(PromiseState.Declined, "Declined by Dev · paid back")]
    [InlineData(PromiseState.Overdue, "Dev · overdue 1 day · paid back")]
    public void Tell_what_became_of_it(PromiseState promise, string line)
    {
        var state = new TouchPointState { Owner = "Dev", Promise = promise, OverdueDays = promise == PromiseState.Overdue ? 1 : null, Outcome = "paid back" };
        Assert.Equal(line, TouchPointWords.Status(Heard, Issue, state).Single().Words);
    }

    [Fact]
    public void Tell_a_pick_with_what_should_change()
    {
        var state = new TouchPointState { Owner = "Eve", PickedBy = "Ana", Expected = "bookings completed up" };
        Assert.Equal("Picked by Ana for Eve · bookings completed up", TouchPointWords.Status(Heard, Issue, state).Single().Words);
    }

    [Fact]
    public void Attribute_the_quote_without_naming_the_customer() =>
        Assert.Equal("a customer on App store, Wednesday · 370 people, 4 sources", TouchPointWords.Attribution(Heard, Issue));

    [Fact]
    public void Say_why_it_is_here_as_one_sentence() =>
        Assert.Equal("4.2 times the usual volume, 3 sources, new this week.", TouchPointWords.Why(Issue));

    [Fact]
    public void Draw_a_sign_for_each_week_and_a_dot_where_nothing_was_heard() =>
        Assert.Equal("·▁▂▄█", TouchPointWords.Sparkline([null, 0, 10, 30, 60]));

    [Fact]
    public void Keep_headline_quote_and_numbers_back_once_taken_back()
    {
        var card = Editions.Corrected();
        var point = card.Edition.TouchPoints[6];
        Assert.Equal("Taken back after publishing", TouchPointWords.Headline(point));
        Assert.Null(TouchPointWords.Quoted(point));
        Assert.Null(TouchPointWords.Why(point));
        Assert.Equal("Suggestion", TouchPointWords.FactsLine(card.Edition, point, card.StateOf(point)));
        Assert.Empty(CardActions.OfTouchPoint(point, card.StateOf(point)));
    }
}
