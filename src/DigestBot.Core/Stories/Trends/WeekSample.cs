using System.Buffers.Binary;

namespace DigestBot.Core.Stories.Trends;

/// <summary>A mention as numbers: enough to say what it is like, not what it says.</summary>
/// <param name="Author">Who, numbered within the sample.</param>
/// <param name="Day">0 for Monday to 6.</param>
/// <param name="Topics">Hashes of its topics.</param>
/// <param name="Words">Hashes of the stems of its telling words, in their order.</param>
internal sealed record SampledMention(int Author, int Day, uint[] Topics, uint[] Words);

/// <summary>
/// Some of a week's mentions: those whose ids have the smallest hashes, so that the same week has the same sample in whatever
/// order it comes. What people tell is often no single word ("my new card is not here yet"); mentions of earlier weeks that are
/// like this week's can be counted in it.
/// </summary>
internal sealed class WeekSample
{
    /// <summary>Mentions kept of a week.</summary>
    internal const int Most = 1_024;
    private const int MostWords = 40;
    private const int MostTopics = 5;
    private readonly PriorityQueue<Kept, ulong> _kept = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));

    /// <summary>Whether a mention with this hash of its id is one of the sample so far.</summary>
    public bool Takes(ulong id) => _kept.Count < Most || (_kept.TryPeek(out _, out var greatest) && id < greatest);

    /// <summary>Puts a mention in, which may put another one out.</summary>
    public void Add(ulong id, ulong author, int day, uint[] topics, uint[] words)
    {
        var kept = new Kept(id, author, day, Cut(topics, MostTopics), Cut(words, MostWords));
        if (_kept.Count < Most)
            _kept.Enqueue(kept, id);
        else
            _kept.EnqueueDequeue(kept, id);
    }

    /// <summary>The sample as text, for a summary.</summary>
    public string ToText()
    {
        var authors = new Dictionary<ulong, int>();
        var bytes = new List<byte>();
        foreach (var (kept, _) in _kept.UnorderedItems.OrderBy(item => item.Priority))
        {
            authors.TryAdd(kept.Author, authors.Count);
            Write(bytes, (uint)authors[kept.Author]);
            bytes.AddRange([(byte)kept.Day, (byte)kept.Topics.Length, (byte)kept.Words.Length]);
            foreach (var hash in kept.Topics.Concat(kept.Words))
                Write(bytes, hash);
        }
        return Convert.ToBase64String([.. bytes]);
    }

    /// <summary>The mentions of a sample; none when the text is none of ours.</summary>
    public static IReadOnlyList<SampledMention> Read(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return [];
        var read = new List<SampledMention>();
        for (var at = 0; at + 7 <= length;)
        {
            var (topics, words) = (bytes[at + 5], bytes[at + 6]);
            if (at + 7 + (4 * (topics + words)) > length)
                break;
            read.Add(new(
                (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)), Math.Min(bytes[at + 4], (byte)6),
                Hashes(bytes.AsSpan(at + 7, 4 * topics)), Hashes(bytes.AsSpan(at + 7 + (4 * topics), 4 * words))));
            at += 7 + (4 * (topics + words));
        }
        return read;
    }

    /// <summary>A word or topic as a number, the same on every run.</summary>
    public static uint HashOf(string word)
    {
        var hash = 2166136261U;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        return hash ^ (hash >> 13);
    }

    private static uint[] Cut(uint[] hashes, int most) => hashes.Length <= most ? hashes : hashes[..most];

    private static void Write(List<byte> bytes, uint number)
    {
        for (var shift = 0; shift < 32; shift += 8)
            bytes.Add((byte)(number >> shift));
    }

    private static uint[] Hashes(ReadOnlySpan<byte> bytes)
    {
        var hashes = new uint[bytes.Length / 4];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * i)..]);
        return hashes;
    }

    private sealed record Kept(ulong Id, ulong Author, int Day, uint[] Topics, uint[] Words);
}
