namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// How far a shipped model must be ahead of what the rules say before it overrules them; null where the rules stand. Tuned by
/// measuring on labelled data that no weight was learned from (<c>digestbot evaluate</c>).
/// </summary>
internal static class ShippedTrust
{
    /// <summary>The lead that is needed, in units of the model's scores.</summary>
    internal static float? LeadOf(ReadingTask task) => task switch
    {
        ReadingTask.Suggestion => 0.9f,
        ReadingTask.Sentiment => 1.35f,
        _ => null,
    };
}
