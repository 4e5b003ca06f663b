using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;

namespace DigestBot.Tests.FollowUps;

/// <summary>What opens every edition: what was taken, and what became of it.</summary>
public sealed class TheLedger
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LastEdition = Monday.AddDays(-7);

    [Fact]
    public void Is_empty_in_the_first_week_and_claims_nothing() =>
        Assert.Equal((0, null, null, null), Of() is var ledger ? (ledger.Lines.Count, ledger.PromisesKept, ledger.PromisesDue, ledger.WeeksSinceActed) : default);

    [Fact]
    public void Tells_what_is_late_first_and_what_was_closed_since_the_last_edition_last()
    {
        var ledger = Of(
            Taken(1, day: -10) with { State = FollowUpState.Declined, ClosedAt = Monday.AddDays(-2), Outcome = "two routes forbid it" },
            Taken(2, day: -4) with { State = FollowUpState.Done, ClosedAt = Monday.AddDays(-1), Outcome = "38 customers told" },
            Taken(3, day: -5) with { Due = new(2026, 12, 1) },
            Taken(4, day: -16) with { Due = new(2026, 11, 21) },
            Taken(5, day: -30) with { State = FollowUpState.Done, ClosedAt = Monday.AddDays(-20) },
            Taken(6, day: -1) with { State = FollowUpState.Withdrawn, ClosedAt = Monday.AddDays(-1) });

        Assert.Equal(["Story 4", "Story 3", "Story 2", "Story 1"], ledger.Lines.Select(line => line.Headline));
        Assert.Equal([PromiseState.Overdue, PromiseState.Open, PromiseState.Done, PromiseState.Declined], ledger.Lines.Select(line => line.State));
        Assert.Equal(new LedgerLine("Story 4", "Dev", PromiseState.Overdue, 16, 14, null), ledger.Lines[0]);
        Assert.Equal((3, "38 customers told"), (ledger.Lines[2].DaysOpen, ledger.Lines[2].Outcome));
    }

    [Fact]
    public void Counts_a_promise_as_kept_only_when_it_was_done_by_its_date()
    {
        var ledger = Of(
            Taken(1, -20) with { Due = new(2026, 11, 20), State = FollowUpState.Done, ClosedAt = Monday.AddDays(-4) },
            Taken(2, -20) with { Due = new(2026, 11, 18), State = FollowUpState.Done, ClosedAt = Monday.AddDays(-4) },
            Taken(3, -20) with { Due = new(2026, 11, 18) },
            Taken(4, -20) with { Due = new(2026, 12, 18) },
            Taken(5, -20) with { Due = new(2026, 11, 18), State = FollowUpState.Declined, ClosedAt = Monday.AddDays(-6) });

        Assert.Equal((1, 3), (ledger.PromisesKept, ledger.PromisesDue));
    }

    [Theory]
    [InlineData(-1, 1)] // Sunday is the week before
    [InlineData(0, 0)]
    [InlineData(-8, 2)]
    public void Counts_the_weeks_since_a_picked_suggestion_was_done(int daysAgo, int weeks)
    {
        var ledger = Of(
            Taken(1, -30) with { IsPick = true, State = FollowUpState.Done, ClosedAt = Monday.AddDays(daysAgo) },
            Taken(2, -30) with { State = FollowUpState.Done, ClosedAt = Monday });

        Assert.Equal(weeks, ledger.WeeksSinceActed);
    }

    private static Ledger Of(params FollowUp[] followUps) => Ledger.Of(followUps, LastEdition, Monday, Paris, id => id == "dev" ? "Dev" : id);

    private static FollowUp Taken(int number, int day) => new()
    {
        Number = number,
        Edition = new("weekly", new(2026, 46)),
        TouchPointId = $"tp{number}",
        StoryKey = $"issue:{number}",
        Headline = $"Story {number}",
        Owner = "dev",
        AskedBy = "ana",
        CreatedAt = Monday.AddDays(day),
    };
}
