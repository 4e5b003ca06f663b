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
                yield return $"Ranking:Weights:{name} is no signal; {Instead(name, known)}";
            else if (weight is not (>= 0 and <= 10))
                yield return $"Ranking:Weights:{name} must be between 0 and 10.";
        }
        foreach (var (tier, weight) in Tiers)
        {
            if (weight is not (>= 0 and <= 3))
                yield return $"Ranking:Tiers:{tier} must be between 0 and 3.";
        }
    }

    private static string Instead(string name, IReadOnlyCollection<string> known) =>
        Nearest.To(name, known) is { } meant ? $"did you mean {meant}?" : $"there are {string.Join(", ", known)}.";
}
