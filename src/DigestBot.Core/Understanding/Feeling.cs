namespace DigestBot.Core.Understanding;

/// <summary>What a text feels like, and what it was made of.</summary>
/// <param name="Score">-1 (worst) to 1 (best).</param>
/// <param name="Praise">Weight of what was said in praise, 0 and up; nothing when it was not meant.</param>
/// <param name="Trouble">Weight of what was told of trouble, 0 and up.</param>
/// <param name="IsIronic">Praise followed by trouble.</param>
/// <param name="Tongue">In which language it was said: English, whose list is by far the longest, needs more than one mild word.</param>
internal readonly record struct Feeling(double Score, double Praise, double Trouble, bool IsIronic, Tongue Tongue)
{
    private const double ClearlyGood = 0.16;
    private const double ClearlyGoodInEnglish = 0.26; // one mild word ("new", "tonight") is no praise yet
    private const double ClearlyBad = -0.16;

    /// <summary>The score as one of three.</summary>
    internal Sentiment Sentiment => Score >= (Tongue is Tongue.English ? ClearlyGoodInEnglish : ClearlyGood) ? Sentiment.Positive : Score <= ClearlyBad ? Sentiment.Negative : Sentiment.Neutral;
}
