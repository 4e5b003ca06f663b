namespace DigestBot.Core.Understanding.Learning;

/// <summary>How strictly weights are found.</summary>
/// <param name="Cost">What an error costs; more follows the texts more closely.</param>
/// <param name="YesWeight">How much more an error on a yes costs.</param>
/// <param name="Rounds">Walks over the texts, at most.</param>
internal readonly record struct DescentSettings(double Cost, double YesWeight = 1, int Rounds = 12);
