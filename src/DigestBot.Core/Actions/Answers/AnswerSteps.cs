using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Answers;

/// <summary>How much of a list an answer shows, and what can be done after reading it; the same on every platform.</summary>
internal static class AnswerSteps
{
    /// <summary>How many entries of a list an answer shows before it offers more.</summary>
    public const int Entries = 5;

    /// <summary>The buttons below an answer: what the action offers, the way back, more of it, the same for everyone.</summary>
    public static IReadOnlyList<CardAction> Of(ActionReply reply, AnswerReader reader) => [.. reply.Offers, .. Next(reply, reader)];

    /// <summary>"1 to 5 of 12"; null where all are in sight.</summary>
    /// <param name="content">The list, from its first shown entry on.</param>
    /// <param name="most">How many are shown.</param>
    public static string? Place(ReplyContent content, int most) => content.Entries > most || content.Skipped > 0
        ? $"{Range(content.Skipped, Math.Min(most, content.Entries))} of {Phrases.Number(content.Skipped + content.Entries)}"
        : null;

    /// <summary>"6 to 10".</summary>
    /// <param name="skipped">How many come before.</param>
    /// <param name="shown">How many are shown.</param>
    public static string Range(int skipped, int shown) => $"{Phrases.Number(skipped + 1)} to {Phrases.Number(skipped + shown)}";

    private static IEnumerable<CardAction> Next(ActionReply reply, AnswerReader reader)
    {
        if (reader.Undo is { } undo)
            yield return undo;
        if (reader.Asked is not { } asked || reply is not ActionReply.Done { ForEveryone: false, Content: { } content })
            yield break;
        if (content.Entries > Entries)
            yield return new("more", "More", $"{content.Skipped + Entries} {asked}") { OnlyShows = true };
        if (reader.MayShare && reply.Offers.Count == 0 && Sharing.IsShareable(content))
            yield return new("tell", "Show to everyone here", asked);
    }
}
