using System.Runtime.InteropServices;

namespace DigestBot.Core.Stories.Copies;

/// <summary>
/// Groups copies, quotes and light edits of one text as they come, one at a time, in time that grows with their number only.
/// Candidates share rare runs of three words (the smallest hashes of each text, so that a cut text shares them with the whole
/// one); then both are compared word by word. Keeps word sketches of one to four texts a group, never the texts. Not safe
/// for several threads. Texts that come longest first are grouped best, since a cut text says less about where it belongs.
/// </summary>
internal sealed class NearDuplicates
{
    private const int MostCompared = 16;
    private const int MostComparedLong = 4;
    private const int LongText = 100;
    private const int MostExamples = 4;
    private readonly SketchReader _reader = new();
    private readonly CopyCheck _check = new();
    private readonly SketchIndex _index = new();
    private readonly Dictionary<ulong, int> _exact = [];
    private readonly List<Example> _examples = [];
    private readonly List<Group> _groups = [];
    private readonly List<WordSketch> _kept = [];
    private readonly List<SketchIndex.Candidate> _candidates = [];

    /// <summary>Number of groups so far.</summary>
    public int Count => _groups.Count;

    /// <summary>The group of each text, numbered by first appearance in the list; longest texts are grouped first.</summary>
    /// <param name="texts">Any texts.</param>
    /// <param name="cancellationToken">Ends the grouping between two texts.</param>
    public static int[] GroupAll(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, texts.Count).ToArray();
        Array.Sort(order, (a, b) => texts[a].Length != texts[b].Length
            ? texts[b].Length.CompareTo(texts[a].Length)
            : string.CompareOrdinal(texts[a], texts[b]) is var byText and not 0 ? byText : a.CompareTo(b));
        var grouping = new NearDuplicates();
        var groups = new int[texts.Count];
        foreach (var i in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            groups[i] = grouping.Add(texts[i]);
        }
        return groups;
    }

    /// <summary>The group that the text belongs to, from 0; a new one when it is a copy of nothing before.</summary>
    public int Add(string text)
    {
        var words = _reader.Read(text);
        if (words.IsEmpty)
            return NewGroup(); // emoji or a link alone: nothing that could be compared
        var whole = SketchReader.HashOf(words);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_exact, whole, out var isKnown);
        if (!isKnown)
            known = Place(words);
        _groups[known] = _groups[known] with { Size = _groups[known].Size + 1 };
        return known;
    }

    private int NewGroup()
    {
        _groups.Add(new(0, 0));
        return _groups.Count - 1;
    }

    private int Place(ReadOnlySpan<WordSketch> words)
    {
        var mark = Fingerprint.Of(words);
        _index.Find(mark, _candidates);
        var group = Best(words, mark);
        var isNew = group < 0;
        if (isNew)
            group = NewGroup();
        if (_groups[group].Examples < MostExamples)
            Keep(words, mark, group);
        return group;
    }

    private int Best(ReadOnlySpan<WordSketch> words, Fingerprint mark)
    {
        int best = -1, bestShared = 0, compared = 0;
        var most = words.Length > LongText ? MostComparedLong : MostCompared;
        var refused = default(HashSet<int>);
        foreach (var candidate in _candidates)
        {
            var example = _examples[candidate.Example];
            if (!mark.MayShareWith(example.Bag) || refused?.Contains(example.Group) == true)
                continue;
            if (++compared > most)
                break;
            var likeness = _check.Compare(words, WordsOf(example));
            if (likeness == Likeness.OtherFacts)
                (refused ??= []).Add(example.Group);
            if (likeness != Likeness.Same || (best >= 0 && !IsBetter(candidate, example.Group, bestShared, best)))
                continue;
            (best, bestShared) = (example.Group, candidate.Shared);
        }
        return best >= 0 && refused?.Contains(best) == true ? -1 : best;
    }

    private bool IsBetter(SketchIndex.Candidate candidate, int group, int bestShared, int best) =>
        candidate.Shared > bestShared || (candidate.Shared == bestShared && _groups[group].Size > _groups[best].Size);

    private void Keep(ReadOnlySpan<WordSketch> words, Fingerprint mark, int group)
    {
        _groups[group] = _groups[group] with { Examples = _groups[group].Examples + 1 };
        _examples.Add(new(_kept.Count, words.Length, group, mark.Bag));
        _kept.AddRange(words);
        _index.Add(mark, _examples.Count - 1);
    }

    private ReadOnlySpan<WordSketch> WordsOf(Example example) =>
        CollectionsMarshal.AsSpan(_kept).Slice(example.Start, example.Length);

    private readonly record struct Example(int Start, int Length, int Group, ulong Bag);

    private readonly record struct Group(int Size, int Examples);
}
