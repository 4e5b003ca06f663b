namespace DigestBot.Core.Understanding;

/// <summary>How much a text asks for something that could be done: weights of its cues, through a curve into 0..1.</summary>
internal static class SuggestionRule
{
    private const double Middle = 2.5; // sum of cues at which half of such texts are suggestions
    private const sbyte Command = 3;     // "Add a dark theme."
    private const double MostTold = -2.5; // a long story before the wish does not hide it
    private const int FarDown = 60;    // tokens after which a cue is one remark in a long text

    /// <summary>0 to 1; 0.5 and above is a suggestion.</summary>
    internal static double Score(in TokenizedText text)
    {
        double asks = 0, tells = 0;
        var until = 0;
        var advises = !IsTechnical(text);
        foreach (ref readonly var hit in text.Hits)
        {
            if (hit.First < until)
                continue;
            var weight = WeightOf(text, hit, advises);
            if (weight == 0)
                continue;
            until = hit.End;
            var near = hit.First < FarDown ? weight : weight / 2.0;
            asks += Math.Max(0, near);
            tells += Math.Min(0, near);
        }
        return 1 / (1 + Math.Exp(Middle - asks - Math.Max(tells, MostTold)));
    }

    // Whoever talks of software and says "you have to" explains it; whoever talks of a hotel advises the next guest.
    private static bool IsTechnical(in TokenizedText text)
    {
        foreach (ref readonly var hit in text.Hits)
        {
            if ((text.MeaningOf(hit).Cues & Cue.Technical) != Cue.None)
                return true;
        }
        return false;
    }

    private static int WeightOf(in TokenizedText text, in Hit hit, bool advises)
    {
        ref readonly var meaning = ref text.MeaningOf(hit);
        var weight = advises && meaning.Advice != 0 ? meaning.Advice : meaning.Suggestion;
        var commanding = advises ? Cue.Imperative | Cue.Counsel : Cue.Imperative;
        var commands = (meaning.Cues & commanding) != Cue.None && text.Tokens[hit.First].Is(TokenShape.StartsSentence);
        return commands ? Math.Max(Command, weight) : weight;
    }
}
