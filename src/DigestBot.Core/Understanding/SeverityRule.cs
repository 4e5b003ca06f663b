namespace DigestBot.Core.Understanding;

/// <summary>How bad it is: danger, law, money, a service that is down; more when the feeling is bad too.</summary>
internal static class SeverityRule
{
    /// <summary>0 to 1.</summary>
    internal static double Of(in TokenizedText text, in Feeling feeling, MentionKind kind)
    {
        var (worst, harmlessUntil) = (0, 0);
        foreach (ref readonly var hit in text.Hits)
        {
            var severity = text.MeaningOf(hit).Severity;
            if (severity < 0)
                harmlessUntil = hit.End; // "my phone died": a longer phrase takes the word in it for what it is
            else if (hit.First >= harmlessUntil)
                worst = Math.Max(worst, severity);
        }
        var unhappiness = Math.Max(0, -feeling.Score);
        var harm = (worst / 10.0 * (0.6 + (0.4 * unhappiness))) + (0.25 * unhappiness);
        return Math.Clamp(harm * Share(kind), 0, 1);
    }

    // "The crew put the fire out at once, thank you" is no emergency, nor is the question where the hospital stands.
    private static double Share(MentionKind kind) => kind switch
    {
        MentionKind.Issue => 1,
        MentionKind.Win => 0.2,
        _ => 0.6,
    };
}
