using DigestBot.Core.Stories;

namespace DigestBot.Core.Ranking;

/// <summary>Why a story may be worth an executive's attention: one measure of it.</summary>
public interface IRankingSignal
{
    /// <summary>Name in settings (<c>Ranking:Weights:burst</c>); lower case.</summary>
    string Name { get; }

    /// <summary>Its weight while settings say nothing; 0 or more.</summary>
    double DefaultWeight { get; }

    /// <summary>0 (nothing) to 1 (as much as can be), never NaN.</summary>
    double Score(Story story, RankingWeek week);

    /// <summary>One clause with its numbers ("4.2 times the usual volume"), or null when there is nothing to say.</summary>
    string? Reason(Story story, RankingWeek week);
}
