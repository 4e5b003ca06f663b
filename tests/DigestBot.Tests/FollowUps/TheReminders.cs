using DigestBot.Core.FollowUps;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.FollowUps;

/// <summary>When an owner hears of a follow-up: two days before, on the day, then weekly; never at night or on a weekend.</summary>
public sealed class TheReminders
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-11-17 12:00", null)] // three days ahead
    [InlineData("2026-11-18 07:59", null)] // the night before
    [InlineData("2026-11-18 08:00", "2026-11-18")]
    [InlineData("2026-11-19 12:00", "2026-11-18")] // the same one, still
    [InlineData("2026-11-20 09:00", "2026-11-20")]
    [InlineData("2026-11-20 20:00", null)]
    [InlineData("2026-11-21 12:00", null)] // Saturday
    [InlineData("2026-11-26 12:00", "2026-11-20")]
    [InlineData("2026-11-27 12:00", "2026-11-27")]
    [InlineData("2026-12-04 12:00", "2026-12-04")]
    public void Come_in_the_owners_daytime(string localTime, string? planned)
    {
        var reminder = Reminders.Due(DueOn(new(2026, 11, 20)), At(localTime), NewYork);

        Assert.Equal(planned, reminder?.Planned.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Wait_over_the_weekend()
    {
        var dueOnSaturday = DueOn(new(2026, 11, 21));

        Assert.Null(Reminders.Due(dueOnSaturday, At("2026-11-21 12:00"), NewYork));
        Assert.Equal(new DateOnly(2026, 11, 21), Reminders.Due(dueOnSaturday, At("2026-11-23 08:00"), NewYork)!.Planned);
    }

    [Fact]
    public void Do_not_come_for_what_is_closed_or_has_no_date()
    {
        var closed = DueOn(new(2026, 11, 20)) with { State = FollowUpState.Done };

        Assert.Null(Reminders.Due(closed, At("2026-11-20 12:00"), NewYork));
        Assert.Null(Reminders.Due(DueOn(null), At("2026-11-20 12:00"), NewYork));
    }

    [Fact]
    public void Do_not_come_on_the_day_it_was_taken()
    {
        var taken = DueOn(new(2026, 11, 20)) with { CreatedAt = At("2026-11-20 09:00") };

        Assert.Null(Reminders.Due(taken, At("2026-11-20 15:00"), NewYork));
        Assert.NotNull(Reminders.Due(taken, At("2026-11-27 15:00"), NewYork));
    }

    [Fact]
    public void Are_so_few_that_nobody_mutes_them() => Prop.ForAll(Gen.Choose(0, 27).ToArbitrary(), dueIn =>
    {
        var followUp = DueOn(new DateOnly(2026, 11, 9).AddDays(dueIn));
        var heard = Enumerable.Range(0, 24 * 42)
            .Select(hour => Reminders.Due(followUp, At("2026-11-02 00:00").AddHours(hour), NewYork)?.Planned)
            .OfType<DateOnly>().Distinct().ToList();
        return heard.Zip(heard.Skip(1)).All(pair => pair.Second.DayNumber - pair.First.DayNumber is 2 or 7);
    }).QuickCheckThrowOnFailure();

    private static FollowUp DueOn(DateOnly? due) => new()
    {
        Number = 17,
        Edition = new("weekly", new(2026, 44)),
        TouchPointId = "tp3",
        StoryKey = "issue:refunds",
        Headline = "Refunds take too long",
        Owner = "dev",
        AskedBy = "ana",
        Due = due,
        CreatedAt = At("2026-10-26 09:00"),
    };

    private static DateTimeOffset At(string localTime)
    {
        var local = DateTime.Parse(localTime, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, NewYork.GetUtcOffset(local)).ToUniversalTime();
    }
}
