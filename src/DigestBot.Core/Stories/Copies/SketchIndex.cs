using System.Runtime.InteropServices;

namespace DigestBot.Core.Stories.Copies;

/// <summary>From the hash of a run of words to the examples that have it. Runs that everybody uses stop being entered.</summary>
internal sealed class SketchIndex
{
    // A run that so many different texts share tells nothing of copying; their other runs still find them.
    private const int MostPerRun = 24;
    private const int MostCandidates = 64;
    private int[] _heads = new int[1 << 10];
    private readonly List<Entry> _entries = [];

    /// <summary>Another text that shares some of the looked-up runs.</summary>
    /// <param name="Example">Its number.</param>
    /// <param name="Shared">How many runs.</param>
    public readonly record struct Candidate(int Example, int Shared);

    /// <summary>Fills <paramref name="found"/> with the examples that share a run, most shared first, then oldest first.</summary>
    public void Find(Fingerprint mark, List<Candidate> found)
    {
        found.Clear();
        for (var i = 0; i < mark.Count && found.Count < MostCandidates; i++)
        {
            var entries = CollectionsMarshal.AsSpan(_entries);
            for (var at = _heads[Slot(mark[i])] - 1; at >= 0; at = entries[at].Next)
            {
                if (entries[at].Hash == mark[i])
                    Count(entries[at].Example, found);
            }
        }
        if (found.Count > 1)
            found.Sort(static (a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : a.Example.CompareTo(b.Example));
    }

    /// <summary>Enters an example under its runs.</summary>
    public void Add(Fingerprint mark, int example)
    {
        if (_entries.Count + mark.Count > _heads.Length)
            Grow();
        for (var i = 0; i < mark.Count; i++)
        {
            if (IsCrowded(mark[i]))
                continue;
            ref var head = ref _heads[Slot(mark[i])];
            _entries.Add(new(mark[i], example, head - 1));
            head = _entries.Count;
        }
    }

    private static void Count(int example, List<Candidate> found)
    {
        var span = CollectionsMarshal.AsSpan(found);
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i].Example != example)
                continue;
            span[i] = span[i] with { Shared = span[i].Shared + 1 };
            return;
        }
        found.Add(new(example, 1));
    }

    private bool IsCrowded(uint hash)
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        var seen = 0;
        for (var at = _heads[Slot(hash)] - 1; at >= 0 && seen < MostPerRun; at = entries[at].Next)
            seen += entries[at].Hash == hash ? 1 : 0;
        return seen >= MostPerRun;
    }

    private int Slot(uint hash) => (int)((hash * 0x9E3779B1u) >> (32 - System.Numerics.BitOperations.Log2((uint)_heads.Length)));

    private void Grow()
    {
        _heads = new int[_heads.Length * 2];
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var i = 0; i < entries.Length; i++)
        {
            ref var head = ref _heads[Slot(entries[i].Hash)];
            entries[i] = entries[i] with { Next = head - 1 };
            head = i + 1;
        }
    }

    private readonly record struct Entry(uint Hash, int Example, int Next);
}
