using DigestBot.Core.Mentions;

namespace DigestBot.Storage;

/// <summary>A week as one number that sorts as weeks do: 202524 for 2025-W24.</summary>
internal static class WeekNumber
{
    /// <summary>The number of a week.</summary>
    public static int Of(DigestWeek week) => (week.Year * 100) + week.Number;

    /// <summary>The week of a number.</summary>
    public static DigestWeek ToWeek(int number) => new(number / 100, number % 100);
}
