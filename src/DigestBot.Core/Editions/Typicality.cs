using DigestBot.Core.Stories;

namespace DigestBot.Core.Editions;

/// <summary>How typical words are of a story: by how many of its mentions use them.</summary>
internal sealed class Typicality
{
    private const int MostRead = 400;
    private const int ShortestWord = 4;
    private readonly Dictionary<string, double> _weights = new(StringComparer.OrdinalIgnoreCase);
    private double _highest;
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public Typicality(Story story)
    {
        _bySpan = _weights.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var read in story.Mentions.Take(MostRead))
            Count(read.Mention.Text);
        foreach (var word in story.Subject.Split(' '))
            _weights[word] = Math.Max(3, _weights.GetValueOrDefault(word) * 2);
    }

    /// <summary>0 to 1: the mean weight of the six most typical words, against the most typical words of all.</summary>
    public double Of(string text)
    {
        Span<double> best = stackalloc double[6];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in text.AsSpan().SplitAny(" .,;:!?()\"“”#"))
        {
            var word = text.AsSpan(range);
            if (word.Length >= ShortestWord && _bySpan.TryGetValue(word, out var weight) && weight > 1 && seen.Add(word.ToString()))
                Insert(best, Math.Log(weight));
        }
        var sum = 0d;
        foreach (var weight in best)
            sum += weight;
        return _highest <= 0 ? 0 : Math.Clamp(sum / best.Length / _highest, 0, 1);
    }

    private void Count(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(" .,;:!?()\"“”#"))
        {
            var word = text.AsSpan(range);
            if (word.Length < ShortestWord || word[0] == '@' || word.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                continue;
            var count = (_bySpan.TryGetValue(word, out var before) ? before : 0) + 1;
            _bySpan[word] = count;
            _highest = Math.Max(_highest, Math.Log(count));
        }
    }

    private static void Insert(Span<double> best, double weight)
    {
        for (var i = 0; i < best.Length; i++)
        {
            if (weight > best[i])
                (best[i], weight) = (weight, best[i]);
        }
    }
}
