namespace DigestBot.Core.Understanding.Learning;

/// <summary>How strictly weights are found.</summary>
/// <param name="Cost">What an error costs; more follows the texts more closely.</param>
/// <param name="Own">Texts before this number cost so much; those from it on are learned along, and cost less.</param>
/// <param name="Rounds">Walks over the texts, at most.</param>
internal readonly record struct DescentSettings(double Cost, int Own, int Rounds = 12)
{
    private const double Along = 0.3;

    /// <summary>What an error on a text costs.</summary>
    internal double CostOf(int row) => row < Own ? Cost : Cost * Along;
}
