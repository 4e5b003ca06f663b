namespace DigestBot.Core.Understanding;

/// <summary>
/// Adds up the feeling of words and patterns, turned by negations, weighed by intensifiers and by what stands after a
/// "but"; praise that is followed by trouble is taken as irony.
/// </summary>
internal static class SentimentRule
{
    private const double Stretch = 14; // sum of squares at which the score is 0.7: about two strong words
    private const double RatingShare = 0.7;
    private const double TroubleWeight = 0.6;
    private const int FarDown = 60;
    private const int NegationReach = 3;

    /// <summary>The feeling of a text; a rating given with it counts more than its words.</summary>
    internal static Feeling Of(in TokenizedText text, double? rating)
    {
        var (praise, trouble, irony) = Sums(text);
        var isIronic = irony > 0 && trouble >= 1.5 && praise - irony < trouble;
        if (isIronic)
            (praise, trouble) = (Math.Max(0, praise - irony), trouble + (irony / 2));
        var louder = 1 + (0.08 * Math.Min(4, text.Signs.Exclamations));
        var sum = (praise - trouble) * louder;
        var score = sum / Math.Sqrt((sum * sum) + Stretch);
        return new(rating is { } stars ? Blend(score, stars) : score, praise, trouble, isIronic, text.Tongue);
    }

    private static double Blend(double score, double stars) => Math.Clamp((RatingShare * (stars - 3) / 2) + ((1 - RatingShare) * score), -1, 1);

    private static (double Praise, double Trouble, double Irony) Sums(in TokenizedText text)
    {
        var turn = LastContrast(text);
        double praise = 0, trouble = 0, irony = 0;
        int feltUntil = 0, troubledUntil = 0, phraseUntil = 0;
        foreach (ref readonly var hit in text.Hits)
        {
            ref readonly var meaning = ref text.MeaningOf(hit);
            if (meaning.Problem != 0 && hit.First >= troubledUntil)
            {
                troubledUntil = hit.End;
                trouble += Math.Max((sbyte)0, meaning.Problem) * TroubleWeight * Nearness(hit);
            }
            if (meaning.Sentiment == Meaning.NoSentiment || hit.First < feltUntil)
                continue;
            feltUntil = hit.End;
            var weight = meaning.Sentiment * Strength(text, hit, phraseUntil) * Nearness(hit) * (turn < 0 ? 1 : hit.First < turn ? 0.5 : 1.3);
            phraseUntil = hit.End - hit.First > 1 ? hit.End : phraseUntil;
            praise += Math.Max(0, weight);
            trouble += Math.Max(0, -weight);
            if (weight > 0 && (meaning.Cues & (Cue.Irony | Cue.Thanks)) != Cue.None)
                irony += weight;
        }
        return (praise, trouble, irony);
    }

    // What a long text begins with is what it is about; logs and lists further down count less.
    private static double Nearness(in Hit hit) => hit.First < FarDown ? 1 : 0.35;

    private static int LastContrast(in TokenizedText text)
    {
        var at = -1;
        foreach (ref readonly var hit in text.Hits)
        {
            if ((text.MeaningOf(hit).Cues & Cue.Contrast) != Cue.None)
                at = hit.First;
        }
        return at;
    }

    // What stands up to three words before in the same clause turns or weighs, from the last phrase on: the "can't" of
    // "can't wait for your great show" belongs to its own phrase, and a pattern has its own words inside already.
    private static double Strength(in TokenizedText text, in Hit hit, int from)
    {
        var strength = StressOf(text, hit);
        var isNegated = false;
        for (var i = hit.First - 1; i >= Math.Max(from, hit.First - NegationReach) && !text.Tokens[i].IsBreak; i--)
        {
            var cues = text.CuesOf(i);
            isNegated |= (cues & Cue.Negator) != Cue.None;
            if (i >= hit.First - 2)
                strength *= (cues & Cue.Intensifier) != Cue.None ? 1.35 : (cues & Cue.Diminisher) != Cue.None ? 0.6 : 1;
        }
        if (!isNegated)
            return strength;
        return text.MeaningOf(hit).Sentiment > 0 ? -0.7 * strength : -0.3 * strength;
    }

    private static double StressOf(in TokenizedText text, in Hit hit)
    {
        var token = text.Tokens[hit.First];
        var isStressed = token.Is(TokenShape.Elongated) || (token.Is(TokenShape.AllCaps) && !text.Signs.IsShouted);
        return isStressed ? 1.25 : 1;
    }
}
