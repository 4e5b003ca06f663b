using System.Runtime.InteropServices;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>Counts whom customers name beside the brand. Bounded: handles that hardly anybody names are dropped when there are too many.</summary>
internal sealed class VoiceTally
{
    /// <summary>A handle is told of when so many people name it: whom one person writes to is nobody's business.</summary>
    internal const int FewestPeople = 5;
    private const int MostCounted = 20_000;
    private const int MostKept = 50;
    private const int LongestHandle = 40;
    private const string Placeholder = "user"; // what sources put for a private person
    private readonly Dictionary<string, (int Mentions, int WithUs)> _competitors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HandleTally> _handles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HandleTally>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _mentions;

    public VoiceTally() => _lookup = _handles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Counts a mention, ours or not.</summary>
    public void Add(ReadMention mention, ulong author)
    {
        if (mention.Insight is { IsSpam: true } or { IsExcluded: true })
            return;
        foreach (var competitor in mention.Insight.Competitors)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_competitors, competitor, out _);
            count = (count.Mentions + 1, count.WithUs + (mention.Counts ? 1 : 0));
        }
        if (mention.Counts)
            AddHandles(mention.Mention.Text, author);
    }

    /// <summary>Competitors named, ordered by name.</summary>
    public IReadOnlyList<CompetitorCount> Competitors() =>
        [.. _competitors.OrderBy(named => named.Key, StringComparer.Ordinal).Select(named => new CompetitorCount(named.Key, named.Value.Mentions, named.Value.WithUs))];

    /// <summary>Handles that several people named, ordered by name.</summary>
    public IReadOnlyList<HandleCount> Handles() =>
        [.. _handles.Select(named => new HandleCount(named.Key.ToLowerInvariant(), named.Value.Mentions, named.Value.Authors.Count))
            .Where(named => named.Authors >= FewestPeople)
            .OrderByDescending(named => named.Authors).ThenBy(named => named.Handle, StringComparer.Ordinal)
            .Take(MostKept)
            .OrderBy(named => named.Handle, StringComparer.Ordinal)];

    private void AddHandles(ReadOnlySpan<char> text, ulong author)
    {
        _mentions++;
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            var length = 0;
            while (length < rest.Length && length < LongestHandle && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_'))
                length++;
            if (length > 1 && !IsAddress(text, at) && !rest[..length].Equals(Placeholder, StringComparison.OrdinalIgnoreCase))
                Count(rest[..length], author);
            var next = rest[length..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + length + next;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> text, int at) => at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);

    private void Count(ReadOnlySpan<char> handle, ulong author)
    {
        if (!_lookup.TryGetValue(handle, out var tally))
        {
            if (_handles.Count >= MostCounted)
                Prune();
            _lookup[handle] = tally = new();
        }
        if (tally.LastMention == _mentions)
            return;
        tally.LastMention = _mentions;
        tally.Mentions++;
        tally.Authors.Add(author);
    }

    private void Prune()
    {
        for (var fewest = 1; _handles.Count > MostCounted / 2; fewest++)
        {
            foreach (var rare in _handles.Where(named => named.Value.Mentions <= fewest).Select(named => named.Key).ToList())
                _handles.Remove(rare);
        }
    }

    private sealed class HandleTally
    {
        public int Mentions { get; set; }

        public int LastMention { get; set; }

        public AuthorSet Authors { get; } = new();
    }
}
