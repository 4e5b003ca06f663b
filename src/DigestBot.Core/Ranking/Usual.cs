using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>What is usual for a story: its people a week in the weeks that could be heard.</summary>
/// <param name="WeeksHeard">Trailing weeks that could be heard, 0 to 8.</param>
/// <param name="WeeksTold">Those of them in which somebody told it.</param>
/// <param name="Authors">Mean of unique authors over the weeks heard; 0 without any.</param>
/// <param name="Mentions">Mean of mentions over the weeks heard; 0 without any.</param>
internal readonly record struct Usual(int WeeksHeard, int WeeksTold, double Authors, double Mentions)
{
    /// <summary>What is usual for <paramref name="story"/>.</summary>
    public static Usual Of(Story story)
    {
        var (heard, told, authors, mentions) = (0, 0, 0, 0);
        foreach (var week in story.Before)
        {
            if (week is not { } count)
                continue;
            heard++;
            told += count.Mentions > 0 ? 1 : 0;
            authors += count.Authors;
            mentions += count.Mentions;
        }
        return new(heard, told, authors / (double)Math.Max(1, heard), mentions / (double)Math.Max(1, heard));
    }
}
