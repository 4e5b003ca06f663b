namespace DigestBot.Core.Understanding;

/// <summary>Finds the patterns of the lexicon in a tokenised text.</summary>
internal readonly ref struct PatternMatcher
{
    private const int LongestGap = 3;

    private readonly Lexicon _lexicon;
    private readonly TokenBuffer _buffer;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly Meaning[] _meanings;

    private PatternMatcher(Lexicon lexicon, TokenBuffer buffer, Tongue tongue)
    {
        _lexicon = lexicon;
        _buffer = buffer;
        _tokens = buffer.Tokens;
        _meanings = lexicon.Meanings[(int)tongue];
    }

    /// <summary>Adds every word and pattern that means something in <paramref name="tongue"/> to the buffer's hits.</summary>
    internal static void Run(Lexicon lexicon, TokenBuffer buffer, Tongue tongue)
    {
        var matcher = new PatternMatcher(lexicon, buffer, tongue);
        for (var i = 0; i < matcher._tokens.Length; i++)
            matcher.MatchAt(i);
    }

    private void MatchAt(int first)
    {
        var word = _tokens[first].Word;
        if (word < 0)
            return;
        if (!_meanings[word].IsNothing)
            _buffer.Add(new Hit(first, first + 1, word));
        if (_lexicon.Atoms[word] is { } atoms)
            FollowAtoms(first, first, 0, atoms);
    }

    private void FollowAtoms(int first, int at, int node, int[] atoms)
    {
        foreach (var atom in atoms)
        {
            if (_lexicon.Edges.Find(Lexicon.EdgeKey(node, atom)) is var next and >= 0)
                Arrive(first, at + 1, next);
        }
    }

    private void Arrive(int first, int at, int node)
    {
        if (!_meanings[_lexicon.WordCount + node].IsNothing)
            _buffer.AddLongestFirst(new Hit(first, at, _lexicon.WordCount + node));
        if (at >= _tokens.Length)
            return;
        Step(first, at, node);
        if (_lexicon.Edges.Find(Lexicon.EdgeKey(node, Lexicon.Gap)) is var gap and >= 0)
            CrossGap(first, at, gap);
    }

    private void Step(int first, int at, int node)
    {
        if (_tokens[at].Kind == TokenKind.Pause)
            at++; // "please, add" is "please add"
        if (at >= _tokens.Length || _tokens[at].Kind == TokenKind.Stop)
            return;
        if (_tokens[at].Word >= 0 && _lexicon.Atoms[_tokens[at].Word] is { } atoms)
            FollowAtoms(first, at, node, atoms);
        if (_lexicon.Edges.Find(Lexicon.EdgeKey(node, Lexicon.AnyPiece)) is var any and >= 0)
            Arrive(first, at + 1, any);
    }

    private void CrossGap(int first, int at, int gap)
    {
        for (var skipped = 0; skipped <= LongestGap && at < _tokens.Length && _tokens[at].Kind != TokenKind.Stop; skipped++, at++)
            Step(first, at, gap);
    }
}
