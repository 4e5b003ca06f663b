namespace DigestBot.Core.Understanding;

/// <summary>
/// Room for the pieces of one text and what was counted on the way; used again for the next text, so that reading
/// allocates nothing but its answer. One per thread.
/// </summary>
internal sealed class TokenBuffer
{
    /// <summary>Pieces that are looked at; the rest of a longer text hardly changes what it means.</summary>
    internal const int MaxTokens = 1024;

    private const int MaxHits = 4 * MaxTokens;

    private readonly Token[] _tokens = new Token[MaxTokens];
    private readonly Hit[] _hits = new Hit[MaxHits];
    private readonly int[] _scripts = new int[Scripts.Count];
    private int _count;
    private int _hitCount;
    private int _accents;

    internal ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Words and patterns found, by first token, longest first.</summary>
    internal ReadOnlySpan<Hit> Hits => _hits.AsSpan(0, _hitCount);

    /// <summary>Letters by script, see <see cref="Understanding.Scripts"/>.</summary>
    internal ReadOnlySpan<int> ScriptLetters => _scripts;

    /// <summary>Letters with accents, as packed evidence for languages.</summary>
    internal ulong Accents { get; private set; }

    internal int Exclamations { get; set; }

    internal int Questions { get; set; }

    internal int Links { get; set; }

    internal int Hashtags { get; set; }

    /// <summary>Words of more than one letter, and those of them all in capitals.</summary>
    internal int LongWords { get; set; }

    internal int CapitalWords { get; set; }

    internal bool IsFull => _count == MaxTokens;

    /// <summary>Mostly written in capitals, so that they stress nothing.</summary>
    internal bool IsShouted => CapitalWords * 2 > LongWords;

    internal void Clear()
    {
        _count = _hitCount = _accents = 0;
        Accents = 0;
        Exclamations = Questions = Links = Hashtags = LongWords = CapitalWords = 0;
        Array.Clear(_scripts);
    }

    internal void Add(Token token)
    {
        if (_count < MaxTokens)
            _tokens[_count++] = token;
    }

    internal void Add(Hit hit)
    {
        if (_hitCount < MaxHits)
            _hits[_hitCount++] = hit;
    }

    /// <summary>Puts a hit before those with the same first token that are shorter.</summary>
    internal void AddLongestFirst(Hit hit)
    {
        if (_hitCount == MaxHits)
            return;
        var at = _hitCount++;
        while (at > 0 && _hits[at - 1].First == hit.First && _hits[at - 1].End < hit.End)
            _hits[at] = _hits[--at];
        _hits[at] = hit;
    }

    /// <summary>Counts a letter with an accent; only the first few, so that no lane runs over.</summary>
    internal void CountAccent(ulong evidence)
    {
        if (_accents++ < 16)
            Accents += evidence;
    }

    internal void CountScript(int script) => _scripts[script]++;
}
