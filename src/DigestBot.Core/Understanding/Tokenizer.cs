namespace DigestBot.Core.Understanding;

/// <summary>
/// Cuts a text into pieces, in one pass, and looks each word up while its letters go by. Leaves out what nobody said:
/// HTML comments and code blocks of issue templates.
/// </summary>
internal ref struct Tokenizer
{
    private const int LongestText = 8_000;

    private readonly ReadOnlySpan<char> _text;
    private readonly Lexicon _lexicon;
    private readonly TokenBuffer _buffer;
    private int _at;
    private bool _startsSentence;

    private Tokenizer(ReadOnlySpan<char> text, Lexicon lexicon, TokenBuffer buffer)
    {
        _text = text.Length > LongestText ? text[..LongestText] : text;
        _lexicon = lexicon;
        _buffer = buffer;
        _startsSentence = true;
    }

    /// <summary>Fills <paramref name="buffer"/> with the pieces of <paramref name="text"/>.</summary>
    internal static void Run(ReadOnlySpan<char> text, Lexicon lexicon, TokenBuffer buffer)
    {
        buffer.Clear();
        var tokenizer = new Tokenizer(text, lexicon, buffer);
        while (tokenizer._at < tokenizer._text.Length && !buffer.IsFull)
            tokenizer.Next();
    }

    private void Next()
    {
        var c = _text[_at];
        if (c == ' ')
            _at++;
        else if (char.IsAsciiLetter(c))
            LinkOrWord();
        else if (char.IsAsciiDigit(c))
            Number();
        else if (c < 0x80)
            Sign(c);
        else
            Foreign(c);
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Foreign(char c)
    {
        if (Folding.IsUnspaced(c))
            _at = UnspacedRun.Read(_text, _at, _lexicon, _buffer);
        else if (Folding.Fold(c) != '\0')
            Word(TokenKind.Word);
        else if (Punctuation.IsStop(c))
            Break(TokenKind.Stop);
        else if (Punctuation.IsPause(c))
            Break(TokenKind.Pause);
        else if (char.IsSurrogate(c) || c is >= '\u2190' and <= '\u2BFF')
            Emoji();
        else if (c is '€' or '£' or '¥')
            Single();
        else
            _at++;
    }

    private void Sign(char c)
    {
        if (c == '@' && IsHandleStart())
            Handle();
        else if (c == '#' && Folding.Fold(Peek(1)) != '\0')
            Hashtag();
        else if (c == '<' && _text[_at..].StartsWith("<!--"))
            SkipPast("-->");
        else if (c == '<' && MarkupTag.LengthAt(_text, _at) is var tag and > 0)
            _at += tag;
        else if (c == '`' && _text[_at..].StartsWith("```"))
            SkipPast("```", after: 3);
        else if (Emoticons.LengthAt(_text, _at) is var length and > 0)
            Emoticon(length);
        else if (c == '&')
            _at += HtmlEntityLength();
        else if (Punctuation.IsStop(c))
            StopOrPause(c);
        else if (Punctuation.IsPause(c))
            Break(TokenKind.Pause);
        else if (c is '$' or '%')
            Single();
        else
            _at++;
    }

    // A dot inside "node.js" or "3.am" ends nothing.
    private void StopOrPause(char c) =>
        Break(c == '.' && (char.IsAsciiLetterLower(Peek(1)) || char.IsAsciiDigit(Peek(1))) ? TokenKind.Pause : TokenKind.Stop);

    private readonly bool IsHandleStart() =>
        (char.IsAsciiLetterOrDigit(Peek(1)) || Peek(1) == '_') && (_at == 0 || !char.IsAsciiLetterOrDigit(_text[_at - 1]));

    private readonly int HtmlEntityLength()
    {
        var end = _text[_at..].IndexOf(';');
        return end is > 1 and <= 6 ? end + 1 : 1;
    }

    private void SkipPast(string end, int after = 0)
    {
        var found = _text[(_at + after)..].IndexOf(end, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : _at + after + found + end.Length;
        _startsSentence = true;
    }

    private void LinkOrWord()
    {
        if (Links.LengthAt(_text, _at) is not (var length and > 0))
        {
            Word(TokenKind.Word);
            return;
        }
        _buffer.Links++;
        Add(length, Lexicon.Link, TokenKind.Link, TokenShape.None);
    }

    private void Word(TokenKind kind)
    {
        var shape = _startsSentence ? TokenShape.StartsSentence : TokenShape.None;
        var scan = new WordScan(_text, _at, _lexicon, _buffer);
        var word = scan.Run(stopAtCapital: kind == TokenKind.Hashtag);
        if (scan.Length == 0)
        {
            _at++;
            return;
        }
        Add(scan.Length, word, kind, shape | scan.Shape, scan.Hash);
    }

    private void Number()
    {
        var end = _at + 1;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || IsInsideNumber(end)))
            end++;
        Add(end - _at, Lexicon.Number, TokenKind.Number, TokenShape.HasDigit);
    }

    private readonly bool IsInsideNumber(int at) =>
        _text[at] is '.' or ',' or ':' && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1]);

    private void Handle()
    {
        var end = _at + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
            end++;
        Add(end - _at, Lexicon.Handle, TokenKind.Handle, TokenShape.None, endsStart: false);
    }

    // #DestinationDragons is read as the two words it is made of, both hashtags.
    private void Hashtag()
    {
        _buffer.Hashtags++;
        _at++;
        var start = _at;
        while (_at < _text.Length && !_buffer.IsFull && Folding.Fold(_text[_at]) != '\0' && !Folding.IsUnspaced(_text[_at]))
            Word(TokenKind.Hashtag);
        if (_at == start)
            _at++;
    }

    private void Emoji()
    {
        var length = char.IsHighSurrogate(_text[_at]) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        var hash = Folding.HashOf(_text.Slice(_at, length));
        var word = _lexicon.Words.Find(hash);
        while (Punctuation.JoinsEmoji(_text, _at + length) is var joined and > 0)
            length += joined;
        Add(length, word, TokenKind.Emoji, TokenShape.None, hash, endsStart: false);
    }

    private void Emoticon(int length)
    {
        var hash = Emoticons.HashOf(_text.Slice(_at, length));
        Add(length, _lexicon.Words.Find(hash), TokenKind.Emoji, TokenShape.None, hash, endsStart: false);
    }

    private void Single()
    {
        var hash = Folding.HashOf(_text.Slice(_at, 1));
        Add(1, _lexicon.Words.Find(hash), TokenKind.Word, TokenShape.None, hash);
    }

    // One piece for a whole run of marks: "?!?!" is one end.
    private void Break(TokenKind kind)
    {
        var start = _at;
        for (; _at < _text.Length && Punctuation.IsBreak(_text[_at]) && Emoticons.LengthAt(_text, _at) == 0; _at++)
        {
            _buffer.Questions += Punctuation.IsQuestion(_text[_at]) ? 1 : 0;
            _buffer.Exclamations += Punctuation.IsExclamation(_text[_at]) ? 1 : 0;
            if (Punctuation.IsStop(_text[_at]) && _text[_at] != '.')
                kind = TokenKind.Stop;
        }
        _at = Math.Max(_at, start + 1);
        _buffer.Add(new Token(start, _at - start, -1, kind, TokenShape.None));
        _startsSentence |= kind == TokenKind.Stop;
    }

    private void Add(int length, int word, TokenKind kind, TokenShape shape, ulong hash = 0, bool endsStart = true)
    {
        _buffer.Add(new Token(_at, length, word, kind, shape, hash));
        _at += length;
        _startsSentence &= !endsStart;
    }
}
