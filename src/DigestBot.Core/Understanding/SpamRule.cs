namespace DigestBot.Core.Understanding;

/// <summary>Advertising, link bait, coupon codes, generated filler: what the words say and how the text is built.</summary>
internal static class SpamRule
{
    private const double Limit = 4;

    /// <summary>Whether the text is there to sell or to catch clicks, not to tell something.</summary>
    internal static bool IsSpam(in TokenizedText text) => Words(text) + Build(text.Signs) >= Limit;

    private static double Words(in TokenizedText text)
    {
        double sum = 0;
        var until = 0;
        foreach (ref readonly var hit in text.Hits)
        {
            var weight = text.MeaningOf(hit).Spam;
            if (weight == 0 || hit.First < until)
                continue;
            until = hit.End;
            sum += weight;
        }
        return sum;
    }

    // Only what comes on top of selling words: a customer may well write many hashtags or a link.
    private static double Build(TokenBuffer signs) =>
        (signs.Links > 2 ? 1 : signs.Links > 0 ? 0.5 : 0)
        + (signs.Hashtags >= 8 ? 2.5 : signs.Hashtags >= 5 ? 1 : 0)
        + (signs.IsShouted && signs.LongWords > 6 ? 0.5 : 0);
}
