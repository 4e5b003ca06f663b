namespace DigestBot.Core.Ranking;

/// <summary>What matters most, from settings: section <c>Ranking</c>.</summary>
public sealed record RankingOptions
{
    /// <summary>
    /// Weight of signals by name (<c>reach</c>, <c>engagement</c>, <c>authors</c>, <c>severity</c>, <c>novelty</c>, <c>burst</c>,
    /// <c>sources</c>, <c>customers</c>, <c>feedback</c>); 0 to 10, 0 switches one off. Signals not named keep their own weight.
    /// </summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Weight of customers by the tier of the imported list; 0 to 3. Tiers not named weigh 0.5.</summary>
    public IReadOnlyDictionary<string, double> Tiers { get; init; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The weight of a customer by its tier.</summary>
    public double WeightOf(Customer customer)
    {
        foreach (var (tier, weight) in Tiers)
        {
            if (string.Equals(tier, customer.Tier, StringComparison.OrdinalIgnoreCase))
                return weight;
        }
        return 0.5;
    }

    /// <summary>The weight of a signal.</summary>
    public double WeightOf(IRankingSignal signal) =>
        Weights.TryGetValue(signal.Name, out var weight) ? weight : signal.DefaultWeight;

    /// <summary>Faults of the section, one sentence each; empty when it is sound.</summary>
    /// <param name="known">Names of the signals there are.</param>
    public IEnumerable<string> Faults(IReadOnlyCollection<string> known)
    {
        foreach (var (name, weight) in Weights)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                yield return $"Ranking:Weights:{name} is no signal; did you mean {Nearest.To(name, known)}?";
            else if (weight is not (>= 0 and <= 10))
                yield return $"Ranking:Weights:{name} must be between 0 and 10.";
        }
        foreach (var (tier, weight) in Tiers)
        {
            if (weight is not (>= 0 and <= 3))
                yield return $"Ranking:Tiers:{tier} must be between 0 and 3.";
        }
    }
}

/// <summary>The known word nearest to a misspelt one.</summary>
internal static class Nearest
{
    public static string To(string word, IEnumerable<string> known) =>
        known.OrderBy(name => Distance(word.ToLowerInvariant(), name)).ThenBy(name => name, StringComparer.Ordinal).First();

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
