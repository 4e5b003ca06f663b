namespace DigestBot.Core.Understanding;

/// <summary>Walks over one word and finds it in the lexicon on the way.</summary>
internal ref struct WordScan(ReadOnlySpan<char> text, int from, Lexicon lexicon, TokenBuffer buffer)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly int _start = from;
    private int _at = from;
    private ulong _hash = Folding.Empty;
    private int _letters;
    private int _capitals;
    private int _prefix = HashMap64.Missing;
    private char _last;
    private char _beforeLast;

    /// <summary>Length in UTF-16 units.</summary>
    internal readonly int Length => _at - _start;

    /// <summary>Hash of its folded letters, at most two of a kind in a row.</summary>
    internal readonly ulong Hash => _hash;

    /// <summary>How it is written.</summary>
    internal TokenShape Shape { get; private set; }

    /// <summary>Its number in the lexicon, or -1.</summary>
    /// <param name="stopAtCapital">Ends before a capital that follows a small letter, as in a hashtag.</param>
    internal int Run(bool stopAtCapital)
    {
        while (_at < _text.Length && Goes(_text[_at], stopAtCapital))
            _at++;
        NoteShape();
        var word = lexicon.Words.Find(_hash);
        if (word < 0 && (Shape & TokenShape.Elongated) != TokenShape.None)
            word = lexicon.Words.Find(SqueezedHash());
        return word >= 0 ? word : _prefix;
    }

    private bool Goes(char c, bool stopAtCapital)
    {
        var folded = Folding.Fold(c);
        if (folded == '\0')
            return GoesOnAfterMark(c);
        if (c >= 0x80 && !NoteForeign(c))
            return false;
        var isCapital = c < 0x80 ? char.IsAsciiLetterUpper(c) : char.IsUpper(c);
        if (isCapital && stopAtCapital && _letters > _capitals)
            return false;
        _capitals += isCapital ? 1 : 0;
        if (Folding.Second(c) is var second and not '\0')
            TakeBoth(c, folded, second);
        else
            Take(folded);
        return true;
    }

    // "schööön" is drawn out as "sooo" is.
    private void TakeBoth(char c, char first, char second)
    {
        if (_at > _start && _text[_at - 1] == c)
        {
            Shape |= TokenShape.Elongated;
            return;
        }
        Take(first);
        Take(second);
    }

    private void Take(char folded)
    {
        if (folded == _last && folded == _beforeLast && !char.IsAsciiDigit(folded))
        {
            Shape |= TokenShape.Elongated;
            return;
        }
        _beforeLast = _last;
        _last = folded;
        _letters++;
        _hash = Folding.Add(_hash, folded);
        if (char.IsAsciiDigit(folded))
            Shape |= TokenShape.HasDigit;
        if (_letters >= Lexicon.ShortestPrefix && lexicon.MayBegin(_hash) && lexicon.Words.Find(Lexicon.PrefixKey(_hash)) is var prefix and >= 0)
            _prefix = prefix;
    }

    // "don't" is one word; "l'hotel" and "dell'albergo" end before their noun.
    private readonly bool GoesOnAfterMark(char c)
    {
        if (Folding.IsCombining(c))
            return true;
        var next = _at + 1 < _text.Length ? Folding.Fold(_text[_at + 1]) : '\0';
        if (c == '&')
            return _letters == 1 && next != '\0' || (_capitals == _letters && next != '\0' && char.IsUpper(_text[_at + 1]));
        return Folding.IsApostrophe(c) && next != '\0' && !IsElision();
    }

    private readonly bool IsElision()
    {
        if (_letters == 1)
            return _last is 'l' or 'd' or 'j' or 'c' or 'n' or 's' or 'm' or 't' && IsLongAfterMark();
        return (_letters == 2 && _last == 'u' && _beforeLast == 'q') || (_letters >= 3 && _last == 'l' && _beforeLast == 'l');
    }

    private readonly bool IsLongAfterMark() => _at + 2 < _text.Length && Folding.Fold(_text[_at + 2]) != '\0';

    private readonly bool NoteForeign(char c)
    {
        if (Folding.IsUnspaced(c))
            return false;
        if (c < 0x250)
            buffer.CountAccent(LanguageDetector.OfLetter(c));
        else
            buffer.CountScript(Scripts.Of(c));
        return true;
    }

    private void NoteShape()
    {
        if (_letters == 0)
            return;
        if (char.IsUpper(_text[_start]))
            Shape |= TokenShape.Capital;
        if (_letters < 2)
            return;
        buffer.LongWords++;
        if (_capitals != Length || (Shape & TokenShape.HasDigit) != TokenShape.None)
            return;
        buffer.CapitalWords++;
        Shape |= TokenShape.AllCaps;
    }

    private readonly ulong SqueezedHash()
    {
        var hash = Folding.Empty;
        var last = '\0';
        foreach (var c in _text[_start.._at])
        {
            var folded = Folding.Fold(c);
            if (folded != last && folded != '\0')
                hash = Folding.AddRaw(hash, c);
            last = folded;
        }
        return hash;
    }
}
