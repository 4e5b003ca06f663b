using System.CommandLine;
using System.Globalization;
using DigestBot.Core.Ranking;

namespace DigestBot.Cli.Trying;

/// <summary><c>--try-weights severity=3,novelty=0.5</c>: weights by the name of a signal.</summary>
internal static class TriedWeights
{
    private static readonly string[] Known = Signals();

    /// <summary>The option; null when it is not given.</summary>
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--try-weights")
        {
            Description = $"Show what other weights would have made of past weeks, and save nothing: severity=3,novelty=0.5. Signals: {string.Join(", ", Known)}.",
        };
        option.Validators.Add(typed =>
        {
            if (typed.Tokens is [var words] && Fault(words.Value) is { } fault)
                typed.AddError(fault);
        });
        return option;
    }

    /// <summary>The weights typed, which have no fault.</summary>
    public static IReadOnlyDictionary<string, double> Of(string words)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, weight) in Pairs(words))
            weights[name] = weight ?? 0;
        return weights;
    }

    private static string? Fault(string words)
    {
        var pairs = Pairs(words);
        if (pairs.Count == 0)
            return "--try-weights needs a signal and its weight, for example --try-weights severity=3.";
        if (pairs.Find(pair => pair.Weight is null) is { Name: { } name })
            return $"--try-weights: '{name}' needs a number from 0 to 10 behind it, for example {name.TrimEnd('=')}=3.";
        return new RankingOptions { Weights = Of(words) }.Faults(Known).Select(fault => fault.Replace("Ranking:Weights:", "--try-weights: ", StringComparison.Ordinal)).FirstOrDefault();
    }

    private static List<(string Name, double? Weight)> Pairs(string words) =>
        [.. words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pair)];

    private static (string Name, double? Weight) Pair(string word)
    {
        var at = word.IndexOf('=', StringComparison.Ordinal);
        var name = (at < 0 ? word : word[..at]).Trim();
        return (name, at >= 0 && double.TryParse(word[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : null);
    }

    private static string[] Signals()
    {
        using var services = new ServiceCollection().AddRanking().BuildServiceProvider();
        return [.. services.GetServices<IRankingSignal>().Select(signal => signal.Name)];
    }
}
