using DigestBot.Core.FollowUps;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.FollowUps;

/// <summary>Dates as people say them. Today is Monday, 16 November 2026.</summary>
public sealed class TheDueDate
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData("today", "2026-11-16")]
    [InlineData("Tomorrow", "2026-11-17")]
    [InlineData("day after tomorrow", "2026-11-18")]
    [InlineData("friday", "2026-11-20")]
    [InlineData("FRI", "2026-11-20")]
    [InlineData("monday", "2026-11-23")]
    [InlineData("next monday", "2026-11-23")]
    [InlineData("next friday", "2026-11-27")]
    [InlineData("this friday", "2026-11-20")]
    [InlineData("next week", "2026-11-27")]
    [InlineData("next month", "2026-12-31")]
    [InlineData("in 2 weeks", "2026-11-30")]
    [InlineData("in two weeks", "2026-11-30")]
    [InlineData("in a month", "2026-12-16")]
    [InlineData("in 10 days", "2026-11-26")]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("1 dec", "2026-12-01")]
    [InlineData("Dec 1", "2026-12-01")]
    [InlineData("1st of December", "2026-12-01")]
    [InlineData("december 1, 2027", "2027-12-01")]
    [InlineData("1 march", "2027-03-01")]
    [InlineData("29 feb", "2028-02-29")]
    [InlineData("1.12.", "2026-12-01")]
    [InlineData("1.12.2026", "2026-12-01")]
    [InlineData("end of month", "2026-11-30")]
    [InlineData("end of week", "2026-11-20")]
    [InlineData("end of quarter", "2026-12-31")]
    [InlineData("eom", "2026-11-30")]
    [InlineData("Freitag", "2026-11-20")]
    [InlineData("übermorgen", "2026-11-18")]
    [InlineData("in 2 Wochen", "2026-11-30")]
    [InlineData("1. März 2027", "2027-03-01")]
    [InlineData("miércoles", "2026-11-18")]
    [InlineData("mañana", "2026-11-17")]
    [InlineData("1 de diciembre", "2026-12-01")]
    public void Is_understood(string typed, string date)
    {
        Assert.True(DueDate.TryParse(typed, Today, out var parsed));
        Assert.Equal(date, parsed.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1/12")] // January to half of the readers
    [InlineData("31 feb")]
    [InlineData("2026-13-01")]
    [InlineData("in 999999999 weeks")]
    [InlineData("in -1 days")]
    [InlineData("next")]
    [InlineData("friday friday")]
    public void Is_not_guessed(string typed) => Assert.False(DueDate.TryParse(typed, Today, out _));

    [Fact]
    public void Reads_back_any_date_that_was_written_in_full() =>
        Prop.ForAll(Days().ToArbitrary(), day => DueDate.TryParse($"{day:yyyy-MM-dd}", Today, out var read) && read == day).QuickCheckThrowOnFailure();

    [Fact]
    public void Takes_a_weekday_as_the_next_one_within_a_week_and_never_as_today() =>
        Prop.ForAll(Days().ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (today, weekday) =>
            DueDate.TryParse(((DayOfWeek)weekday).ToString(), today, out var read)
            && (int)read.DayOfWeek == weekday && read > today && read <= today.AddDays(7)).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_lies_in_the_past_when_no_year_was_said() =>
        Prop.ForAll(Days().ToArbitrary(), Days().ToArbitrary(), (today, day) =>
            DueDate.TryParse($"{day.Day} {day.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture)}", today, out var read)
            && read >= today && (read.Day, read.Month) == (day.Day, day.Month)).QuickCheckThrowOnFailure();

    [Fact]
    public void Survives_whatever_is_typed() =>
        Prop.ForAll<string>(typed => DueDate.TryParse(typed, Today, out _) || true).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\ud800 friday")]
    [InlineData("in \u0000 days")]
    public void Survives_broken_text(string typed) => Assert.False(DueDate.TryParse(typed, Today, out _));

    private static Gen<DateOnly> Days() => Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);
}
