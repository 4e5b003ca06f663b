namespace DigestBot.Core.Stories;

/// <summary>
/// Seven counts in one number, nine bits a day, so that five thousand terms of a week keep their days in a few bytes each.
/// Of what is told more often than 511 times a day only the shares of the days are right.
/// </summary>
internal static class DayCounts
{
    private const int Bits = 9;
    private const int Most = (1 << Bits) - 1;

    /// <summary>One more on a day. When a day is full all are halved: their shares stay.</summary>
    public static long Plus(long packed, int day)
    {
        if (On(packed, day) == Most)
            packed = Halved(packed);
        return packed + (1L << (Bits * day));
    }

    /// <summary>What share of the week's count was told in the days passed, 0 to 1.</summary>
    public static double ShareIn(long packed, WeekPart part)
    {
        double told = 0, all = 0;
        for (var day = 0; day < WeekPart.Days; day++)
        {
            var count = On(packed, day);
            told += count * part[day];
            all += count;
        }
        return all > 0 ? told / all : part.Sum / WeekPart.Days;
    }

    private static long On(long packed, int day) => (packed >> (Bits * day)) & Most;

    private static long Halved(long packed)
    {
        long halved = 0;
        for (var day = 0; day < WeekPart.Days; day++)
            halved |= (On(packed, day) / 2) << (Bits * day);
        return halved;
    }
}
