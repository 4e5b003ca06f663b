namespace DigestBot.Core.Platforms.Alerts;

/// <summary>Spans of the same length that a number is compared with.</summary>
/// <param name="Windows">People in each.</param>
/// <param name="Most">The number must be less likely than this.</param>
internal sealed record Reference(IReadOnlyList<double> Windows, double Most);

/// <summary>People in a span, and how many are usual there.</summary>
/// <param name="People">Unique authors.</param>
/// <param name="Usual">As many are usual in a span like it.</param>
public readonly record struct Crowd(int People, double Usual);

/// <summary>
/// When a number jumps: at least so many people, at least so many times the usual, and too unlikely against each reference (the spans
/// just before, and the same hours and weekdays of earlier days, so that no morning and no Monday is a jump).
/// </summary>
/// <param name="Fewest">People.</param>
/// <param name="Times">The usual.</param>
internal sealed record JumpRule(int Fewest, double Times)
{
    /// <summary>Against the spans just before. About four hundred subjects are looked at every hour: once in some years by chance.</summary>
    public const double Rare = 1e-8;

    /// <summary>Against the same hour of earlier days.</summary>
    public const double Unusual = 1e-5;

    /// <summary>Against the same weekday of earlier weeks, of which there are two.</summary>
    public const double Odd = 1e-3;

    /// <summary>The last hour.</summary>
    public static JumpRule Hour { get; } = new(10, 4);

    /// <summary>The last day.</summary>
    public static JumpRule Day { get; } = new(20, 2.5);

    /// <summary>The crowd with what is usual, and whether it jumps.</summary>
    public (Crowd Crowd, bool Jumps) Judge(int people, IReadOnlyList<Reference> references)
    {
        var crowd = new Crowd(people, references.Max(reference => reference.Windows.Average()));
        if (people < Fewest || people < Times * crowd.Usual)
            return (crowd, false);
        var clumps = references.Max(reference => Chance.Clumps(reference.Windows));
        return (crowd, references.All(reference => Chance.OfAtLeast(people / clumps, reference.Windows.Sum() / clumps, reference.Windows.Count) < reference.Most));
    }
}
