using System.Runtime.InteropServices;

namespace DigestBot.Core.Stories.Trends;

/// <summary>What a mention is like: features and their weights, of length 1 together.</summary>
/// <param name="Features">Numbers of an index.</param>
/// <param name="Weights">One each.</param>
internal readonly record struct Portrait(int[] Features, float[] Weights);

/// <summary>
/// Finds mentions that are like one another by the words, pairs of near words and topics that few others have. Not safe for
/// several threads.
/// </summary>
internal sealed class LikenessIndex
{
    private const double Everyday = 0.12;
    private const double OfTopic = 1.5;
    private const double OfPair = 0.4;
    private const int Near = 3;
    private const int MostFeatures = 25;
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<int> _uses = [];
    private readonly List<(int Feature, double Kind)[]> _mentions = [];
    private List<(int Mention, float Weight)>[] _postings = [];
    private float[] _found = [];

    /// <summary>Mentions so far.</summary>
    public int Count => _mentions.Count;

    /// <summary>Adds a mention; its number is the count before.</summary>
    public void Add(ReadOnlySpan<uint> topics, ReadOnlySpan<uint> words)
    {
        var features = FeaturesOf(topics, words, isNew: true);
        foreach (var (feature, _) in features)
            _uses[feature]++;
        _mentions.Add(features);
    }

    /// <summary>Ends the adding.</summary>
    public void Build()
    {
        _postings = new List<(int, float)>[_uses.Count];
        _found = new float[_mentions.Count];
        for (var mention = 0; mention < _mentions.Count; mention++)
        {
            var (features, weights) = PortraitOf(_mentions[mention]);
            for (var i = 0; i < features.Length; i++)
                (_postings[features[i]] ??= []).Add((mention, weights[i]));
        }
    }

    /// <summary>What a mention of the index is like.</summary>
    public Portrait PortraitOf(int mention) => PortraitOf(_mentions[mention]);

    /// <summary>How like each mention of the index is, 0 to 1; valid until the next call.</summary>
    public ReadOnlySpan<float> Likeness(Portrait portrait)
    {
        Array.Clear(_found);
        for (var i = 0; i < portrait.Features.Length; i++)
        {
            var weight = portrait.Weights[i];
            foreach (var (mention, other) in CollectionsMarshal.AsSpan(_postings[portrait.Features[i]]))
                _found[mention] += weight * other;
        }
        return _found;
    }

    /// <summary>How like a mention is that need not be of the index.</summary>
    public double Likeness(Portrait portrait, ReadOnlySpan<uint> topics, ReadOnlySpan<uint> words)
    {
        var (features, weights) = PortraitOf(FeaturesOf(topics, words, isNew: false));
        var sum = 0d;
        for (var i = 0; i < features.Length; i++)
        {
            var at = Array.IndexOf(portrait.Features, features[i]);
            sum += at < 0 ? 0 : portrait.Weights[at] * weights[i];
        }
        return sum;
    }

    /// <summary>What several mentions have in common.</summary>
    /// <param name="mentions">Their numbers with how much each counts.</param>
    public Portrait Common(IEnumerable<(int Mention, float Weight)> mentions)
    {
        var sums = new Dictionary<int, float>();
        foreach (var (mention, weight) in mentions)
        {
            var (features, weights) = PortraitOf(mention);
            for (var i = 0; i < features.Length; i++)
                CollectionsMarshal.GetValueRefOrAddDefault(sums, features[i], out _) += weight * weights[i];
        }
        var most = sums.OrderByDescending(sum => sum.Value).ThenBy(sum => sum.Key).Take(MostFeatures).ToList();
        return Normed([.. most.Select(sum => sum.Key)], [.. most.Select(sum => sum.Value)]);
    }

    private Portrait PortraitOf((int Feature, double Kind)[] mention)
    {
        var telling = Array.FindAll(mention, feature => feature.Feature >= 0 && _uses[feature.Feature] < Everyday * Count);
        return Normed(
            Array.ConvertAll(telling, feature => feature.Feature),
            Array.ConvertAll(telling, feature => (float)(feature.Kind * Math.Log(Count / (double)Math.Max(1, _uses[feature.Feature])))));
    }

    private static Portrait Normed(int[] features, float[] weights)
    {
        var length = MathF.Sqrt(weights.Sum(weight => weight * weight));
        return new(features, Array.ConvertAll(weights, weight => weight / Math.Max(length, 1e-9f)));
    }

    private (int Feature, double Kind)[] FeaturesOf(ReadOnlySpan<uint> topics, ReadOnlySpan<uint> words, bool isNew)
    {
        var features = new Dictionary<int, double>();
        foreach (var topic in topics)
            features.TryAdd(Number(topic | (1UL << 33), isNew), OfTopic);
        for (var i = 0; i < words.Length; i++)
        {
            features.TryAdd(Number(words[i], isNew), 1);
            for (var j = i + 1; j < words.Length && j < i + Near; j++)
            {
                if (words[i] != words[j])
                    features.TryAdd(Number(Pair(words[i], words[j]), isNew), OfPair);
            }
        }
        return [.. features.Select(feature => (feature.Key, feature.Value))];
    }

    private static ulong Pair(uint one, uint other) => (Math.Min(one, other) * 0x9E3779B97F4A7C15UL) ^ Math.Max(one, other) | (1UL << 34);

    private int Number(ulong feature, bool isNew)
    {
        if (_numbers.TryGetValue(feature, out var number) || !isNew)
            return isNew || _numbers.ContainsKey(feature) ? number : -1;
        _numbers.Add(feature, _uses.Count);
        _uses.Add(0);
        return _uses.Count - 1;
    }
}
