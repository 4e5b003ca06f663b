namespace DigestBot.Core.Understanding.Learning;

/// <summary>How good a model is beside the reader that ships, both on texts that neither learned from.</summary>
/// <param name="Measure">What the figures are: <c>macro F1</c>, <c>macro recall</c>, <c>F1 of yes</c>.</param>
/// <param name="Own">The model's figure, 0 to 1, cross-validated.</param>
/// <param name="Shipped">The shipped reader's figure on the same texts, its answers translated into the labels.</param>
/// <param name="Rows">Texts learned from.</param>
public sealed record TrainingFigures(string Measure, double Own, double Shipped, int Rows)
{
    /// <summary>Whether the model is worth using.</summary>
    public bool IsBetter => Own > Shipped;
}
