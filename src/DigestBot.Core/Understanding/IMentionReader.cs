using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>Understands one mention. Pure: the same mention gives the same insight, on any thread, without any service.</summary>
public interface IMentionReader
{
    /// <summary>What <paramref name="mention"/> means. Never throws on any text.</summary>
    Insight Read(Mention mention);
}

/// <summary>A mention and what it means.</summary>
/// <param name="Mention">What was said.</param>
/// <param name="Insight">What it means.</param>
public sealed record ReadMention(Mention Mention, Insight Insight)
{
    /// <summary>Counts in editions: about us and no spam.</summary>
    public bool Counts => Insight is { IsSpam: false, IsAboutUs: true };
}
