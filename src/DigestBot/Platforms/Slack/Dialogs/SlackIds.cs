namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>The shape of Slack's ids.</summary>
internal static class SlackIds
{
    /// <summary>It could be an id of a channel or person: capital letters and digits, so nothing that a parser would trip over.</summary>
    public static bool IsId(string text) => text.Length is > 1 and <= 24 && text.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character));
}
