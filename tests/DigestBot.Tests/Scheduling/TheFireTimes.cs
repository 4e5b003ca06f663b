using DigestBot.Core.Editions;
using DigestBot.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using Quartz;

namespace DigestBot.Tests.Scheduling;

public sealed class TheFireTimes
{
    // Not Africa/Casablanca: its summer time is negative, and in the hour that it repeats before Ramadan the framework's zone
    // data and Quartz do not name the same moment.
    private static readonly string[] Zones =
        ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "Pacific/Auckland", "UTC"];

    [Theory]
    [InlineData("Europe/Paris", "2026-03-23T12:00Z", "2026-03-30T06:00Z")]          // eight o'clock stays eight o'clock
    [InlineData("Europe/Paris", "2026-10-19T12:00Z", "2026-10-26T07:00Z")]
    [InlineData("America/New_York", "2026-03-02T18:00Z", "2026-03-09T12:00Z")]
    [InlineData("America/New_York", "2026-10-26T18:00Z", "2026-11-02T13:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-09-28T12:00Z", "2026-10-04T21:00Z")]   // its summer time is half an hour
    [InlineData("Australia/Lord_Howe", "2026-03-30T12:00Z", "2026-04-05T21:30Z")]
    public void Keep_Monday_eight_o_clock_over_both_changes_of_the_clock(string zone, string after, string expected) =>
        Assert.Equal(At(expected), FireTimes.Next(new(DayOfWeek.Monday, new(8, 0)), Zone(zone), At(after)));

    [Theory]
    [InlineData("Europe/Paris", "02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-07T12:00Z", "2026-03-08T07:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T12:00Z", "2026-10-03T15:30Z")]
    public void Take_the_first_moment_after_the_gap_for_a_time_that_spring_skips(string zone, string time, string after, string expected) =>
        Assert.Equal(At(expected), FireTimes.Next(Sunday(time), Zone(zone), At(after)));

    [Theory]
    [InlineData("Europe/Paris", "02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "2026-11-01T01:30Z")]
    [InlineData("America/New_York", "01:30", "2026-10-31T12:00Z", "2026-11-01T05:30Z", "2026-11-08T06:30Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T12:00Z", "2026-04-04T14:45Z", "2026-04-11T15:15Z")]
    public void Count_a_time_that_autumn_repeats_once(string zone, string time, string after, string first, string second) =>
        Assert.Equal([At(first), At(second)], FireTimes.After(Sunday(time), Zone(zone), At(after)).Take(2));

    [Fact]
    public void Are_those_at_which_the_triggers_fire() => Prop.ForAll(Cases(), weekly =>
    {
        var trigger = TriggerBuilder.Create().StartAt(weekly.After).WithSchedule(WeeklyTriggers.Schedule(weekly.At, weekly.Zone)).Build();
        var fired = weekly.After;
        return FireTimes.After(weekly.At, weekly.Zone, weekly.After).Take(60)
            .All(time => time == (fired = trigger.GetFireTimeAfter(fired)!.Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Come_once_a_week_and_the_last_one_comes_before_the_next() => Prop.ForAll(Cases(), weekly =>
    {
        var next = FireTimes.Next(weekly.At, weekly.Zone, weekly.After);
        var last = FireTimes.Last(weekly.At, weekly.Zone, weekly.After);
        return last <= weekly.After && weekly.After < next
            && FireTimes.Next(weekly.At, weekly.Zone, last) == next
            && Math.Abs((next - last - TimeSpan.FromDays(7)).TotalHours) <= 1;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-23T07:00Z", "2026-W47")]  // Monday morning tells of the week that ended on Sunday
    [InlineData("2026-11-22T22:59Z", "2026-W46")]  // still Sunday in Paris
    [InlineData("2027-01-04T07:00Z", "2026-W53")]
    public void Tell_of_the_last_week_that_had_ended(string published, string week) =>
        Assert.Equal(week, FireTimes.WeekOf(At(published), Zone("Europe/Paris")).ToString());

    private static Arbitrary<WeeklyCase> Cases() => Arb.From(
        from zone in Gen.Elements(Zones)
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from minute in Gen.Frequency((1, Gen.Choose(0, 1439)), (2, Gen.Choose(0, 240)))
        from after in Gen.Choose(0, 60 * 24 * 365 * 4)
        select new WeeklyCase(
            Zone(zone), new(day, new TimeOnly(minute / 60, minute % 60)), At("2025-01-01T00:00Z").AddMinutes(after)));

    private static WeeklyTime Sunday(string time) => new(DayOfWeek.Sunday, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record WeeklyCase(TimeZoneInfo Zone, WeeklyTime At, DateTimeOffset After);
}
