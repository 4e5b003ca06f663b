using DigestBot.Core.Stories.Terms;

namespace DigestBot.Core.Stories.Trends;

/// <summary>Something that far more people than usual tell of this week.</summary>
/// <param name="Lead">The term that gave it away.</param>
/// <param name="Term">Its name in summaries.</param>
/// <param name="Members">Which of the week's mentions tell of it, by their place; in order.</param>
/// <param name="Ratio">People this week by people usual at this week's volume.</param>
/// <param name="Chance">How likely chance alone makes such a count, before correcting for the number of terms looked at.</param>
internal sealed record Trend(Term Lead, string Term, IReadOnlyList<int> Members, double Ratio, double Chance);
