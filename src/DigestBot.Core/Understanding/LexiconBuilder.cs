using System.Runtime.InteropServices;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Puts entries together into one <see cref="Lexicon"/>. An entry is a word (<c>late</c>), the beginning of words
/// (<c>delay*</c>) or a pattern of them: <c>{bag}</c> any word of a set, <c>_</c> any one piece, <c>..</c> up to three of
/// any, <c>&lt;n&gt;</c> a number, <c>&lt;link&gt;</c> and <c>&lt;at&gt;</c> a link and a handle.
/// </summary>
internal sealed class LexiconBuilder
{
    private readonly List<WordDraft> _words = [];
    private readonly Dictionary<string, int> _wordOf = new(StringComparer.Ordinal);
    private readonly List<Dictionary<int, int>> _edges = [[]];
    private readonly List<MeaningDraft?[]> _patterns = [new MeaningDraft?[Tongues.Count]];
    private readonly Numbering _topics = new();
    private readonly Numbering _departments = new();
    private readonly List<int[]> _sets = [[]];
    private readonly Dictionary<string, ushort> _setOf = new(StringComparer.Ordinal);

    internal LexiconBuilder()
    {
        foreach (var piece in new[] { "_", "..", "<n>", "<link>", "<at>" })
            WordOf(piece);
    }

    /// <summary>Adds one entry under its head.</summary>
    internal void Add(LexiconSection section, string entry)
    {
        var pieces = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces is [var single] && !WordDraft.IsStandIn(single))
            AddWord(section, WordOf(single));
        else if (pieces.Length > 0)
            Apply(section, _patterns[NodeOf(pieces)]);
    }

    /// <summary>The finished lexicon.</summary>
    internal Lexicon Build()
    {
        InheritFromPrefixes();
        var used = new HashSet<int>(_edges.SelectMany(e => e.Keys));
        return new Lexicon
        {
            Words = new(_words.Select((w, i) => KeyValuePair.Create(w.Hash, i)).Where(p => p.Key != 0).ToArray()),
            Prefixes = Lexicon.SieveOf(_words.Where(w => w.IsPrefix).Select(w => w.Hash)),
            Edges = new([.. AllEdges()]),
            Atoms = [.. _words.Select((_, i) => AtomsOf(i, used))],
            Languages = [.. _words.Select(w => w.Languages)],
            Meanings = [.. Enumerable.Range(0, Tongues.Count).Select(MeaningsIn)],
            Sets = [.. _sets],
            Topics = _topics.Names,
            Departments = _departments.Names,
        };
    }

    private void AddWord(LexiconSection section, int word)
    {
        if (section.Set is { } set)
            _words[word].Sets.Add(WordOf("{" + set + "}"));
        if (section.Tongue >= 0)
            _words[word].Vouch(section.Tongue, section.Cues.HasFlag(Cue.Function) ? 3 : 1);
        Apply(section, _words[word].Meanings);
    }

    private void Apply(LexiconSection section, MeaningDraft?[] meanings)
    {
        var topic = _topics.Of(section.Topic);
        var department = _departments.Of(section.Department);
        for (var tongue = 0; tongue < Tongues.Count; tongue++)
        {
            if (section.Tongue < 0 || section.Tongue == tongue)
                (meanings[tongue] ??= new()).Apply(section, topic, department);
        }
    }

    private int NodeOf(string[] pieces)
    {
        var node = 0;
        foreach (var piece in pieces)
            node = Child(node, WordOf(piece));
        return node;
    }

    private int Child(int node, int word)
    {
        ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges[node], word, out var exists);
        if (exists)
            return child;
        child = _edges.Count;
        var made = child; // the reference is stale once the list has grown
        _edges.Add([]);
        _patterns.Add(new MeaningDraft?[Tongues.Count]);
        return made;
    }

    private int WordOf(string piece)
    {
        var draft = WordDraft.Of(piece);
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordOf, draft.Key, out var exists);
        if (exists)
            return word;
        word = _words.Count;
        _words.Add(draft);
        return word;
    }

    private void InheritFromPrefixes()
    {
        foreach (var word in _words.OrderBy(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal))
        {
            word.Prefix = LongestPrefixOf(word);
            if (word.Prefix >= 0)
                word.Inherit(_words[word.Prefix]);
        }
    }

    private int LongestPrefixOf(WordDraft word)
    {
        var longest = word.Stem.Length - (word.IsPrefix ? 1 : 0);
        for (var length = longest; length >= Lexicon.ShortestPrefix; length--)
        {
            if (_wordOf.TryGetValue(word.Stem[..length] + "*", out var prefix))
                return prefix;
        }
        return -1;
    }

    private int[]? AtomsOf(int word, HashSet<int> used)
    {
        var atoms = new List<int>();
        for (var at = word; at >= 0; at = _words[at].Prefix)
            atoms.AddRange(_words[at].Sets.Prepend(at).Where(used.Contains));
        return atoms.Count == 0 ? null : [.. atoms.Distinct()];
    }

    private IEnumerable<KeyValuePair<ulong, int>> AllEdges() =>
        _edges.SelectMany((edges, node) => edges.Select(e => KeyValuePair.Create(Lexicon.EdgeKey(node, e.Key), e.Value)));

    private Meaning[] MeaningsIn(int tongue) =>
        [.. _words.Select(w => w.Meanings).Concat(_patterns).Select(m => m[tongue]?.Finish(SetOf) ?? Meaning.Nothing)];

    private ushort SetOf(SortedSet<int> numbers)
    {
        if (numbers.Count == 0)
            return 0;
        var key = string.Join(' ', numbers);
        ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(_setOf, key, out var exists);
        if (exists)
            return set;
        set = (ushort)_sets.Count;
        _sets.Add([.. numbers]);
        return set;
    }

    private sealed class Numbering
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<string> _names = [];

        internal string[] Names => [.. _names];

        internal int Of(string? name)
        {
            if (name is null)
                return -1;
            if (_numbers.TryGetValue(name, out var number))
                return number;
            _names.Add(name);
            return _numbers[name] = _names.Count - 1;
        }
    }
}
