namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>What it takes to speak in one workspace.</summary>
/// <param name="Text">The bot token. A secret.</param>
/// <param name="BotUser">Slack's user id of the bot there; empty while Slack could not be asked yet.</param>
/// <param name="Team">Slack's id of the workspace; null for a whole Enterprise Grid, and while Slack could not be asked yet.</param>
/// <param name="Enterprise">Slack's id of the Enterprise Grid above it; null when there is none.</param>
internal sealed record SlackToken(string Text, string BotUser, string? Team, string? Enterprise)
{
    /// <inheritdoc />
    public override string ToString() => $"token of {Team ?? Enterprise ?? "the configured workspace"}";
}

/// <summary>One of our workspaces.</summary>
/// <param name="Key">As in <see cref="SlackAddress.Workspace"/>: null for the one of the configured bot token.</param>
internal sealed record SlackWorkspace(string? Key)
{
    /// <summary>The key as it is stored: an installation has no null.</summary>
    public static string Stored(string? key) => key ?? "";

    /// <summary>A stored key as an address has it.</summary>
    public static string? OfStored(string key) => key.Length == 0 ? null : key;
}
