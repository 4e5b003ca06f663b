using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Who reads an answer, as far as it changes what stands in it.</summary>
/// <param name="Zone">The zone in which times are told.</param>
/// <param name="Command">What is typed before a verb.</param>
internal sealed record SlackReader(TimeZoneInfo Zone, string Command)
{
    /// <summary>Somebody of whom nothing is known.</summary>
    public static SlackReader Anybody { get; } = new(TimeZoneInfo.Utc, "/socialwins");

    /// <summary>
    /// What was typed, verb and arguments, so that a button can ask for more of it or for the same in the open; null when that
    /// makes no sense.
    /// </summary>
    public string? Asked { get; init; }

    /// <summary>May show answers to everyone.</summary>
    public bool MayShare { get; init; }

    /// <summary>The button that takes back what was done; null when there is nothing to take back.</summary>
    public CardAction? Undo { get; init; }
}
