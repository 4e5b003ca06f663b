namespace DigestBot.Core.Understanding;

/// <summary>How much a text asks for something that could be done: weights of its cues, through a curve into 0..1.</summary>
internal static class SuggestionRule
{
    private const double Middle = 2.5; // sum of cues at which half of such texts are suggestions
    private const int FarDown = 60;    // tokens after which a cue is one remark in a long text

    /// <summary>0 to 1; 0.5 and above is a suggestion.</summary>
    internal static double Score(in TokenizedText text)
    {
        double sum = 0;
        var until = 0;
        foreach (ref readonly var hit in text.Hits)
        {
            var weight = text.MeaningOf(hit).Suggestion;
            if (weight == 0 || hit.First < until)
                continue;
            until = hit.End;
            sum += hit.First < FarDown ? weight : weight / 2.0;
        }
        return 1 / (1 + Math.Exp(Middle - sum));
    }
}
