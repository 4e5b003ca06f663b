using System.Text;

namespace DigestBot.Core.Stories.Copies;

/// <summary>
/// Turns a text into word sketches: case, punctuation, links, emoji, doubled letters and the furniture of reposting
/// ("RT @x:", "via @x") are gone, so that what is left is what somebody said. One reader per thread; it reuses its memory.
/// </summary>
internal sealed class SketchReader
{
    private readonly bool _asWritten;

    /// <summary>Of longer texts the beginning and the end are kept, so that comparing two stays cheap whatever is sent in.</summary>
    internal const int MostWords = 256;
    private const int KeptTail = 64;
    private static readonly HashSet<ulong> Furniture = [.. new[] { "rt", "via", "cc", "mt", "ht" }.Select(word => Single(word).Identity)];
    private static readonly WordSketch And = Single("and");
    private static readonly WordSketch With = Single("with");
    private static readonly WordSketch Without = Single("without");
    private WordSketch[] _words = new WordSketch[64];
    private int _count;
    private bool _opens;
    private bool _afterCredit;

    /// <summary>Reads words as people mean them: "u" is "you".</summary>
    public SketchReader()
        : this(asWritten: false)
    {
    }

    private SketchReader(bool asWritten) => _asWritten = asWritten;

    /// <summary>The words of a text; valid until the next call.</summary>
    public ReadOnlySpan<WordSketch> Read(string text)
    {
        _count = 0;
        _opens = true;
        _afterCredit = false;
        text = Entities.Decoded(text);
        var plain = Ascii.IsValid(text) ? text : Compatible(text);
        for (var at = 0; at < plain.Length;)
            at = Next(plain, at);
        if (_count <= MostWords)
            return _words.AsSpan(0, _count);
        _words.AsSpan(_count - KeptTail, KeptTail).CopyTo(_words.AsSpan(MostWords - KeptTail));
        return _words.AsSpan(0, MostWords);
    }

    /// <summary>A single word as written, for lists of words that matter.</summary>
    internal static WordSketch Single(string word) => new SketchReader(asWritten: true).Read(word)[0];

    /// <summary>How many words a text says, without links and the furniture of reposting.</summary>
    internal static int CountWords(string text) => new SketchReader().Read(text).Length;

    /// <summary>What a text says as one number: equal for texts that differ in case, punctuation, links and emoji only.</summary>
    internal static ulong HashOf(string text) => HashOf(new SketchReader().Read(text));

    internal static ulong HashOf(ReadOnlySpan<WordSketch> words)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var word in words)
            hash = System.Numerics.BitOperations.RotateLeft((hash ^ word.Identity) * 0x9FB21C651E98DF25UL, 29);
        return hash;
    }

    // Full-width, bold and other dressed-up letters become plain ones. Cleaning comes first: lone surrogates would throw.
    private static string Compatible(string text) => Mentions.CleanText.Of(text).Normalize(NormalizationForm.FormKC);

    private int Next(string text, int at)
    {
        var c = text[at];
        if (c == ' ')
            return at + 1;
        if (c is 'w' or 'W' && at + 1 < text.Length && text[at + 1] == '/' && _count > 0)
        {
            var isWithout = at + 2 < text.Length && text[at + 2] is 'o' or 'O' && (at + 3 == text.Length || Letters.Fold(text[at + 3]) == 0);
            Add((isWithout ? Without : With).Opening(_opens));
            return at + (isWithout ? 3 : 2);
        }
        if (Letters.Fold(c) != 0)
            return IsLink(text, at) ? SkipLink(text, at) : Word(text, at, WordShape.Plain);
        if (c == '&' && _count > 0)
        {
            Add(And.Opening(_opens));
            return at + 1;
        }
        if (c is '@' or '#' && at + 1 < text.Length && Letters.Fold(text[at + 1]) != 0)
            return Word(text, at + 1, c == '@' ? WordShape.Handle : WordShape.Hashtag);
        return Punctuation(text, at);
    }

    private int Punctuation(string text, int at)
    {
        var c = text[at];
        if (c is not ('.' or '!' or '?' or '\n' or ';' or ':' or '"' or '”' or '“' or '。' or '！' or '？'))
            return at + 1;
        _opens = true;
        if (c == '.' && at + 1 < text.Length && text[at + 1] == '.' && _count > 0)
            _words[_count - 1] = _words[_count - 1].Cut();
        return at + 1;
    }

    private static bool IsLink(string text, int at)
    {
        var rest = text.AsSpan(at);
        return (rest[0] is 'h' or 'H' or 'w' or 'W'
            && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
            || IsBareLink(rest);
    }

    // "t.co/x7f": letters, a dot, letters, a slash.
    private static bool IsBareLink(ReadOnlySpan<char> rest)
    {
        int at = 0, dots = 0;
        for (; at < rest.Length && (char.IsAsciiLetterOrDigit(rest[at]) || rest[at] is '.' or '-'); at++)
        {
            if (rest[at] != '.')
                continue;
            if (at + 1 >= rest.Length || !char.IsAsciiLetter(rest[at + 1]))
                return false;
            dots++;
        }
        return dots > 0 && at < rest.Length && rest[at] == '/';
    }

    private static int SkipLink(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private int Word(string text, int at, WordShape shape)
    {
        uint hash = 2166136261, letters = 0;
        var length = 0;
        var hasDigit = false;
        var last = '\0';
        for (; at < text.Length; at++)
        {
            var c = Letters.Fold(text[at]);
            if (c == 0)
            {
                if (Letters.IsInside(text, at, last))
                    continue;
                break;
            }
            var unspaced = Letters.IsUnspaced(c);
            if (unspaced && length > 0)
                break;
            if (char.IsAsciiDigit(c) && char.IsAsciiLetter(last) && MeantLetter(text, at, c) is var meant && meant != '\0')
                c = meant;
            if (char.IsAsciiDigit(last) && char.IsAsciiLetter(c) && Units.StandAt(text.AsSpan(at)))
                break; // "7hrs" is "7 hrs"
            var isDigit = char.IsAsciiDigit(c);
            if (c != last || isDigit) // "sooo" is "so", "canceled" is "cancelled"; 11 is not 1
            {
                hash = (hash ^ c) * 16777619;
                letters |= 1u << (c % 26);
                length++;
            }
            hasDigit |= isDigit;
            last = c;
            if (!unspaced)
                continue;
            at++;
            break;
        }
        Add(new WordSketch(Mixed(hash), letters, length, hasDigit && shape != WordShape.Handle ? WordShape.Number : shape, _opens));
        return at;
    }

    // "fl1ght": a single digit between letters that looks like one.
    private static char MeantLetter(string text, int at, char digit)
    {
        if (at + 1 >= text.Length || !char.IsAsciiLetter(text[at + 1]) || at + 2 >= text.Length || !char.IsAsciiLetter(text[at + 2]))
            return '\0';
        return digit switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', _ => '\0' };
    }

    private static uint Mixed(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        return hash ^ (hash >> 13);
    }

    private void Add(WordSketch word)
    {
        if (word.Shape == WordShape.Handle && (_afterCredit || IsCredit()))
        {
            _afterCredit = true;
            return;
        }
        _afterCredit = false;
        if (_count == _words.Length)
            MakeRoom();
        var meant = _asWritten ? word : AfterNumber(WordList.Understood(word));
        _words[_count++] = meant;
        _opens &= word.Shape == WordShape.Handle; // "Unreal. @brand the flight": the sentence begins after the handle as well
    }

    // "6 am" and "6 pm" are two times; without a number before it "am" says nothing.
    private WordSketch AfterNumber(WordSketch word) =>
        _count > 0 && _words[_count - 1].Shape == WordShape.Number && WordList.IsHalfOfDay(word) ? word.AsNumber() : word;

    // "via @x": the word before goes too, and so do further handles of the same credit ("cc @x @y").
    private bool IsCredit()
    {
        if (_count == 0 || !Furniture.Contains(_words[_count - 1].Identity))
            return false;
        _count--;
        _opens = true;
        return true;
    }

    // The tail is kept by overwriting the oldest part of it, so that a book sent as a mention costs no memory.
    private void MakeRoom()
    {
        if (_words.Length < 4 * MostWords)
        {
            Array.Resize(ref _words, 2 * _words.Length);
            return;
        }
        _words.AsSpan(_count - KeptTail, KeptTail).CopyTo(_words.AsSpan(MostWords));
        _count = MostWords + KeptTail;
    }
}
