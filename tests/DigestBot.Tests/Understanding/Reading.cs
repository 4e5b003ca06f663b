using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Understanding;

/// <summary>A reader for an airline, and short ways to have a text read.</summary>
internal static class Reading
{
    private static readonly Brand Airline = new("Southwest")
    {
        Aliases = ["SWA"],
        Competitors = ["United", "Delta Air Lines", "L'Avion"],
        Exclude = ["southwest wind"],
    };

    /// <summary>The reader that most tests use.</summary>
    public static LocalReader Reader { get; } = new(new ReadingRules(Airline));

    /// <summary>What the reader makes of a text.</summary>
    public static Insight Of(string text, double? rating = null, string? language = null) =>
        Reader.Read(Said(text) with { Rating = rating, Language = language });

    /// <summary>A mention that says nothing but its text.</summary>
    public static Mention Said(string text) => new(new("test", "1"), "ann", text, DateTimeOffset.UnixEpoch);
}
