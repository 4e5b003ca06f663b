using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>The company that runs this program: what it told the reader about itself, and its standing orders.</summary>
/// <param name="Rules">Brand, departments, topics.</param>
/// <param name="Digests">At least one; names differ.</param>
/// <param name="IsSample">The fictional company, active while no source is configured.</param>
public sealed record Company(ReadingRules Rules, IReadOnlyList<Digest> Digests, bool IsSample);
