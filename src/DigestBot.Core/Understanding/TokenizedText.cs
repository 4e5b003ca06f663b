namespace DigestBot.Core.Understanding;

/// <summary>One text as every rule sees it: cut into pieces once, words and patterns found once.</summary>
internal readonly ref struct TokenizedText(ReadOnlySpan<char> text, TokenBuffer buffer, Lexicon lexicon, Tongue tongue)
{
    private readonly Meaning[] _meanings = lexicon.Meanings[(int)tongue];

    internal ReadOnlySpan<char> Text { get; } = text;

    internal ReadOnlySpan<Token> Tokens { get; } = buffer.Tokens;

    /// <summary>By first token, longest first.</summary>
    internal ReadOnlySpan<Hit> Hits { get; } = buffer.Hits;

    internal TokenBuffer Signs { get; } = buffer;

    internal Lexicon Lexicon { get; } = lexicon;

    internal Tongue Tongue { get; } = tongue;

    internal ref readonly Meaning MeaningOf(in Hit hit) => ref _meanings[hit.Meaning];

    /// <summary>What the word of a token does; nothing for a word that is not known.</summary>
    internal Cue CuesOf(int token) => Tokens[token].Word is >= 0 and var word ? _meanings[word].Cues : Cue.None;

    /// <summary>Whether anything in it has this cue.</summary>
    internal bool Has(Cue cue)
    {
        foreach (ref readonly var hit in Hits)
        {
            if ((_meanings[hit.Meaning].Cues & cue) != Cue.None)
                return true;
        }
        return false;
    }

    internal ReadOnlySpan<char> Of(in Token token) => Text.Slice(token.Start, token.Length);
}
