namespace DigestBot.Core.Stories.Terms;

/// <summary>Gives words numbers, so that counting compares numbers and each word is kept once. Bounded: what comes too late has none.</summary>
internal sealed class Vocabulary
{
    private const int Most = 400_000;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [];

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int number] => _words[number];

    /// <summary>The word's number from 0, the same for the same word; -1 when there are too many words already.</summary>
    public int Number(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var number))
            return number;
        if (_words.Count == Most)
            return -1;
        var kept = word.ToString();
        _words.Add(kept);
        _numbers.Add(kept, _words.Count - 1);
        return _words.Count - 1;
    }
}
