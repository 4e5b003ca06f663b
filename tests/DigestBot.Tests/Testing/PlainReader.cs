using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Testing;

/// <summary>Understands nothing but whether the brand, Acme, is named.</summary>
internal sealed class PlainReader : IMentionReader
{
    public Insight Read(Mention mention) => new()
    {
        Language = "und",
        Sentiment = Sentiment.Neutral,
        SentimentScore = 0,
        Kind = MentionKind.Other,
        SuggestionScore = 0,
        NamesBrand = mention.Text.Contains("Acme", StringComparison.Ordinal),
    };
}
