using System.Collections.Concurrent;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Counts which topics or departments a text points to, and gives the best ones as a list that is shared between all
/// mentions with the same answer: there are few different answers and very many mentions.
/// </summary>
internal sealed class SubjectVotes(IReadOnlyList<string> names)
{
    private const int BitsOfNumber = 12; // five numbers in one key
    private const int MostShared = 50_000;

    private readonly ConcurrentDictionary<(long Key, int Count), IReadOnlyList<string>> _shared = new();

    /// <summary>Number of subjects to vote for.</summary>
    internal int Count => names.Count;

    /// <summary>Adds the votes of one hit; longer patterns and earlier ones count more.</summary>
    internal static void Add(Span<float> votes, int[] subjects, in Hit hit)
    {
        var weight = (hit.End - hit.First > 1 ? 1.6f : 1f) + (hit.First < 30 ? 0.5f : 0f);
        foreach (var subject in subjects)
            votes[subject] += weight;
    }

    /// <summary>Names of the best, best first, at most <paramref name="most"/> (up to five). Uses the votes up.</summary>
    internal IReadOnlyList<string> TakeBest(Span<float> votes, int most)
    {
        Span<int> best = stackalloc int[most];
        var (count, key) = (0, 0L);
        for (; count < most && IndexOfBest(votes) is var next and >= 0; count++)
        {
            best[count] = next;
            votes[next] = 0;
            key = (key << BitsOfNumber) | (uint)next;
        }
        if (count == 0)
            return [];
        return _shared.TryGetValue((key, count), out var known) ? known : Share(key, best[..count]);
    }

    private IReadOnlyList<string> Share(long key, ReadOnlySpan<int> best)
    {
        var list = new string[best.Length];
        for (var i = 0; i < list.Length; i++)
            list[i] = names[best[i]];
        var isSharable = names.Count <= 1 << BitsOfNumber && _shared.Count < MostShared;
        return isSharable ? _shared.GetOrAdd((key, list.Length), list) : list;
    }

    private static int IndexOfBest(ReadOnlySpan<float> votes)
    {
        var best = -1;
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0 && (best < 0 || votes[i] > votes[best]))
                best = i;
        }
        return best;
    }
}
