using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Evaluation;

/// <summary>How answers are measured.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Of">The figure of what was answered.</param>
internal sealed record Metric(string Name, Func<Confusion, double> Of)
{
    /// <summary>F1 of the label <c>1</c>.</summary>
    public static Metric F1OfOne { get; } = new("F1", confusion => confusion.F1("1"));

    /// <summary>F1 of the label <c>True</c>.</summary>
    public static Metric F1OfTrue { get; } = new("F1", confusion => confusion.F1("True"));

    /// <summary>Mean of the F1 over the labels.</summary>
    public static Metric MacroF1 { get; } = new("macro F1", confusion => confusion.MacroF1);

    /// <summary>Mean of the recall over the labels.</summary>
    public static Metric MacroRecall { get; } = new("macro recall", confusion => confusion.MacroRecall);

    /// <summary>Share of answers that are right.</summary>
    public static Metric Accuracy { get; } = new("accuracy", confusion => confusion.Accuracy);
}
