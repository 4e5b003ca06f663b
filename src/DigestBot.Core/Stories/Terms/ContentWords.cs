using System.Collections.Frozen;
using DigestBot.Core.Stories.Copies;

namespace DigestBot.Core.Stories.Terms;

/// <summary>A word of a text that tells what it is about.</summary>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="Length">Characters.</param>
/// <param name="Stem">Number of its stem in the vocabulary.</param>
internal readonly record struct ContentWord(int Start, int Length, int Stem);

/// <summary>Finds the words of a text that tell what it is about. Not safe for several threads.</summary>
/// <param name="vocabulary">Where stems get their numbers.</param>
internal sealed class ContentWords(Vocabulary vocabulary)
{
    // What stands at the end of a very long text adds little, and work must not grow with its square.
    private const int Most = 120;
    private const int LongestWord = 40;
    private readonly List<ContentWord> _found = [];
    private readonly char[] _word = new char[LongestWord];

    /// <summary>What was found last.</summary>
    public List<ContentWord> Last => _found;

    /// <summary>In the order of the text; valid until the next call.</summary>
    public List<ContentWord> Of(string text)
    {
        _found.Clear();
        for (var at = 0; at < text.Length && _found.Count < Most;)
            at = Letters.Fold(text[at]) == 0 ? at + 1 : Read(text, at);
        return _found;
    }

    private int Read(string text, int start)
    {
        if (IsLink(text, start))
            return SkipLink(text, start);
        if (Letters.IsUnspaced(text[start]))
            return ReadPair(text, start);
        int at = start, length = 0;
        var isJoined = false; // "disabled_off": a name that a program gave, no word
        for (; at < text.Length; at++)
        {
            var c = Letters.Fold(text[at]);
            if (c == 0 && !IsApostrophe(text, at))
                break;
            if (Letters.IsUnspaced(c))
                break;
            isJoined |= text[at] == '_';
            if (c != 0 && length < LongestWord)
                _word[length++] = c;
        }
        if (length >= 3 && !isJoined && !StopWords.Contains(_word.AsSpan(0, length)) && !IsNumber(_word.AsSpan(0, length)) && !IsCode(_word.AsSpan(0, length)))
            Keep(start, at - start, _word.AsSpan(0, length));
        return at;
    }

    private void Keep(int start, int length, Span<char> word)
    {
        var stem = vocabulary.Number(word[..Stems.Cut(word)]);
        if (stem >= 0)
            _found.Add(new(start, length, stem));
    }

    // Where nobody writes spaces, two characters are what comes closest to a word.
    private int ReadPair(string text, int at)
    {
        if (at + 1 < text.Length && Letters.IsUnspaced(text[at + 1]))
        {
            _word[0] = text[at];
            _word[1] = text[at + 1];
            var stem = vocabulary.Number(_word.AsSpan(0, 2));
            if (stem >= 0)
                _found.Add(new(at, 2, stem));
        }
        return at + 1;
    }

    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’' or '_' && at + 1 < text.Length && Letters.Fold(text[at + 1]) != 0;

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    // Commits, tickets and keys: no two people say the same one by chance, and none tells anything.
    private static bool IsCode(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && (word.Length >= 12 || (word.Length >= 4 && char.IsAsciiDigit(word[0])));

    private static bool IsLink(string text, int at) =>
        text[at] is 'h' or 'H' && text.AsSpan(at).StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(at).IndexOf("://") is 4 or 5;

    private static int SkipLink(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}

/// <summary>Words that say nothing of what a text is about, folded, without apostrophes.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = """
        a an the this that these those and or but so very really just too also even still yet now then there here i me my mine we us our you your
        yours he she it its they them their his her him of to in on at for from by with as is are was were be been am do does did have has had will
        would shall should im ive ill youre thats theyre weve can could may might not no dont cant wont didnt doesnt isnt wasnt havent couldnt
        wouldnt arent what why how when where who which if about into out up down over any some all more most other than because being get got go
        going make made need want know please help thanks thank like one see use using used after before again only own same amp http https via
        user much many every ever never today yesterday tomorrow lol let new well way back let lets such let off yes able trying say said says
        anyone someone something anything first second last next time times day days week weeks hour hours minute minutes min mins whats seeing
        night nights monday tuesday wednesday thursday friday saturday sunday tonight morning lunes martes montag dienstag lundi mardi
        let think thing things keep keeps let hi hey hello
        der die das und oder aber ich mich mir wir uns ihr euch sie ist sind war waren von zum zur mit auf fur den dem des ein eine einen einem einer
        nicht auch noch nur schon sehr hat habe haben wird werden kann bei aus wie was wenn dass mein meine man seit heute immer wieder
        los las una unos unas que por para con del pero como mas muy este esta esto son fue hay mis sus nos les cuando desde hace todo
        les des une est pas pour que qui dans sur avec vous nous mais plus tout fait sont ont ete cette ces mes vos aux
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
