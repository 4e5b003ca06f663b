namespace DigestBot.Core.Understanding;

/// <summary>How much a text asks for something that could be done: weights of its cues, through a curve into 0..1.</summary>
internal static class SuggestionRule
{
    private const double Middle = 2.5; // sum of cues at which half of such texts are suggestions
    private const sbyte Command = 3;     // "Add a dark theme."
    private const sbyte Title = 7;       // the same above a long text
    private const int LongText = 45;     // tokens
    private const int LongestLabel = 6;  // tokens before the title proper: "gui: add a dark theme", "[editor] add ..."
    private const double MostTold = -2.5; // a long story before the wish does not hide it
    private const int FarDown = 60;    // tokens after which a cue is one remark in a long text

    /// <summary>0 to 1; 0.5 and above is a suggestion.</summary>
    internal static double Score(in TokenizedText text)
    {
        double asks = 0, tells = 0;
        var until = 0;
        var advises = !text.Has(Cue.Technical); // "you have to" advises the next guest, but explains software
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

    private static int WeightOf(in TokenizedText text, in Hit hit, bool advises)
    {
        ref readonly var meaning = ref text.MeaningOf(hit);
        var weight = advises && meaning.Advice != 0 ? meaning.Advice : meaning.Suggestion;
        if ((meaning.Cues & Cue.Imperative) != Cue.None && !advises && Heads(text, hit.First))
            return Math.Max(text.Tokens.Length >= LongText ? Title : Command, weight);
        var commanding = advises ? Cue.Imperative | Cue.Counsel : Cue.Imperative;
        var commands = (meaning.Cues & commanding) != Cue.None && text.Tokens[hit.First].Is(TokenShape.StartsSentence);
        return commands ? Math.Max(Command, weight) : weight;
    }

    private static bool Heads(in TokenizedText text, int token) =>
        token == 0 || (token <= LongestLabel && text.Of(text.Tokens[token - 1]) is ":" or "]");
}
