namespace DigestBot.Core.Understanding.Learning;

/// <summary>Words and runs of up to three, across one gap too; what stands after a "not" is another word; first and last words.</summary>
internal ref struct WordFeatures
{
    private const ulong NumberHash = 0x51, LinkHash = 0x52, HandleHash = 0x53, Edge = 0x54, Gap = 0x55;
    private const ulong Negated = 0x56, Opens = 0x57, Closes = 0x58, Question = 0x59, Exclamation = 0x5A;
    private const int NegationReach = 4;

    private readonly TokenizedText _text;
    private readonly FeatureBuffer _features;
    private ulong _last;
    private ulong _beforeLast;
    private int _negated;

    private WordFeatures(in TokenizedText text, FeatureBuffer features)
    {
        _text = text;
        _features = features;
        _last = _beforeLast = Edge;
    }

    /// <summary>Adds the features of <paramref name="text"/>.</summary>
    internal static void Add(in TokenizedText text, FeatureBuffer features)
    {
        features.Begin(FeatureGroup.Words);
        var words = new WordFeatures(text, features);
        for (var i = 0; i < text.Tokens.Length; i++)
            words.Take(i);
        features.Add(Mix(words._last, Closes));
    }

    /// <summary>One hash of two, in their order.</summary>
    internal static ulong Mix(ulong first, ulong second) => ((first * 0xFF51AFD7ED558CCD) ^ (first >> 32)) + (second * 0xC4CEB9FE1A85EC53);

    private void Take(int i)
    {
        ref readonly var token = ref _text.Tokens[i];
        if (token.Kind == TokenKind.Pause)
            _negated = 0;
        else if (token.Kind == TokenKind.Stop)
            Stop(token);
        else
            Word(i, token);
    }

    private void Stop(in Token token)
    {
        var mark = _text.Text[token.Start];
        _features.Add(Mix(_last, mark == '?' ? Question : mark == '!' ? Exclamation : Closes));
        (_last, _beforeLast, _negated) = (Edge, Edge, 0);
    }

    private void Word(int i, in Token token)
    {
        var word = HashOf(token);
        _features.Add(word);
        _features.Add(Mix(_last, word));
        if (_last != Edge)
        {
            _features.Add(Mix(Mix(_beforeLast, _last), word));
            _features.Add(Mix(Mix(_beforeLast, Gap), word));
        }
        if (token.Is(TokenShape.StartsSentence))
            _features.Add(Mix(Opens, word));
        Negate(i, word);
        (_beforeLast, _last) = (_last, word);
    }

    private void Negate(int i, ulong word)
    {
        if (_negated-- > 0)
            _features.Add(Mix(Negated, word));
        if ((_text.CuesOf(i) & Cue.Negator) != Cue.None)
            _negated = NegationReach;
    }

    /// <summary>What a token counts as: all numbers, links and handles are one.</summary>
    internal static ulong HashOf(in Token token) => token.Kind switch
    {
        TokenKind.Number => NumberHash,
        TokenKind.Link => LinkHash,
        TokenKind.Handle => HandleHash,
        _ => token.Hash,
    };
}
