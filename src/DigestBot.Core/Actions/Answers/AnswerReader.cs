using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Answers;

/// <summary>Who reads an answer, as far as it changes what stands in it.</summary>
/// <param name="Zone">The zone in which times are told.</param>
/// <param name="Command">What is said before a verb; empty where the verb alone does.</param>
internal sealed record AnswerReader(TimeZoneInfo Zone, string Command)
{
    /// <summary>
    /// What was asked, verb and arguments, so that a button can ask for more of it or for the same in the open; null when that
    /// makes no sense.
    /// </summary>
    public string? Asked { get; init; }

    /// <summary>May show answers to everyone.</summary>
    public bool MayShare { get; init; }

    /// <summary>The button that takes back what was done; null when there is nothing to take back.</summary>
    public CardAction? Undo { get; init; }

    /// <summary>Somebody of whom nothing is known.</summary>
    /// <param name="command">What is said before a verb.</param>
    public static AnswerReader Anybody(string command) => new(TimeZoneInfo.Utc, command);
}
