using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using Microsoft.Extensions.Options;

namespace DigestBot.Core.Editions;

/// <summary>What other weights would have made of a week's edition. Pure: nothing is kept.</summary>
/// <param name="signals">The signals there are.</param>
/// <param name="options">The weights of today.</param>
public sealed class WeightTrial(IEnumerable<IRankingSignal> signals, IOptions<RankingOptions> options)
{
    private readonly IRankingSignal[] _signals = [.. signals];

    /// <summary>The weights of the settings with the tried ones in their place: what to write down to keep them.</summary>
    public IReadOnlyDictionary<string, double> Settings(IReadOnlyDictionary<string, double> tried)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, weight) in options.Value.Weights.Concat(tried))
            weights[name] = weight;
        return weights;
    }

    /// <summary>The ten with the weights of today beside the ten with the tried ones; both with what curators did to the week.</summary>
    /// <param name="material">The week.</param>
    /// <param name="stored">The week's edition as it is kept, or null.</param>
    /// <param name="tried">Weights by signal; what is not named keeps the weight of today.</param>
    public TriedWeek Of(EditionMaterial material, Edition? stored, IReadOnlyDictionary<string, double> tried)
    {
        var now = Compose(options.Value, material, stored);
        var then = Compose(options.Value with { Weights = Settings(tried) }, material, stored);
        var was = now.ToDictionary(point => point.StoryKey, StringComparer.Ordinal);
        var would = then.ToDictionary(point => point.StoryKey, StringComparer.Ordinal);
        return new(material.Week, [
            .. now.Select(point => new TriedPoint(point, would.GetValueOrDefault(point.StoryKey))),
            .. then.Where(point => !was.ContainsKey(point.StoryKey)).Select(point => new TriedPoint(null, point))]);
    }

    private IReadOnlyList<TouchPoint> Compose(RankingOptions weights, EditionMaterial material, Edition? stored)
    {
        var composer = new EditionComposer(new TouchPointRanker(_signals, Options.Create(weights)));
        return (stored is null ? composer.Compose(material) : composer.Recompose(material, stored).Edition).TouchPoints;
    }
}

/// <summary>A week under tried weights.</summary>
/// <param name="Week">The week.</param>
/// <param name="Points">The ten of today in their order, then what would enter, best first.</param>
public sealed record TriedWeek(DigestWeek Week, IReadOnlyList<TriedPoint> Points);

/// <summary>One touch point with the weights of today and with those tried; one of the two is missing where it leaves or enters.</summary>
/// <param name="Was">As it is; null when it would enter.</param>
/// <param name="Would">As it would be; null when it would leave.</param>
public sealed record TriedPoint(TouchPoint? Was, TouchPoint? Would)
{
    /// <summary>Whichever there is.</summary>
    public TouchPoint Either => Would ?? Was!;

    /// <summary>What becomes of it.</summary>
    public TriedChange Change => (Was?.Rank, Would?.Rank) switch
    {
        (null, _) => TriedChange.Enters,
        (_, null) => TriedChange.Leaves,
        var (was, would) => was == would ? TriedChange.Stays : TriedChange.Moves,
    };
}

/// <summary>What tried weights do to a touch point.</summary>
public enum TriedChange
{
    /// <summary>Same place.</summary>
    Stays = 0,

    /// <summary>Another place among the ten.</summary>
    Moves = 1,

    /// <summary>Not among the ten today.</summary>
    Enters = 2,

    /// <summary>No longer among the ten.</summary>
    Leaves = 3,
}
