using System.Globalization;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>How stories are told apart over weeks.</summary>
internal static class StoryKey
{
    /// <summary><c>issue:lost luggage</c>.</summary>
    public static string OfTopic(MentionKind kind, string topic) => $"{Name(kind)}:{topic}";

    /// <summary><c>event:hold</c>, by the term that gave it away.</summary>
    public static string OfEvent(string term) => $"event:{term.TrimStart(Terms.TermReader.StemMark)}";

    /// <summary>Whether a key is one of <see cref="OfEvent"/>.</summary>
    public static bool IsEvent(string key) => key.StartsWith("event:", StringComparison.Ordinal);

    /// <summary><c>copy:</c> and what the text says as a number: the same text next week has the same key.</summary>
    public static string OfCopies(ulong text) => string.Create(CultureInfo.InvariantCulture, $"copy:{text:x16}");

    // No ToString of an enum in a loop over a million mentions.
    private static string Name(MentionKind kind) => kind switch
    {
        MentionKind.Win => "win",
        MentionKind.Issue => "issue",
        MentionKind.Suggestion => "suggestion",
        MentionKind.Question => "question",
        _ => "other",
    };
}
