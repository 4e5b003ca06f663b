using System.ComponentModel.DataAnnotations;

namespace DigestBot.Platforms.Slack;

/// <summary>
/// Section <c>Slack</c>. Without <see cref="SigningSecret"/> and <see cref="AppToken"/> Slack is not in use. The secrets belong in
/// environment variables (<c>Slack__SigningSecret</c>) or files, not in a settings file that others can read.
/// </summary>
internal sealed record SlackOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Slack";

    /// <summary>Signing secret of the Slack app: every HTTP request is checked with it. Needed unless <see cref="AppToken"/> is set.</summary>
    [StringLength(200, MinimumLength = 8)]
    public string? SigningSecret { get; init; }

    /// <summary>The signing secret before it was changed; taken as well while it is set. Default none.</summary>
    [StringLength(200, MinimumLength = 8)]
    public string? PreviousSigningSecret { get; init; }

    /// <summary>Bot token (<c>xoxb-...</c>) of the one workspace; leave it out when workspaces are installed through <c>/slack/install</c>.</summary>
    [StringLength(500, MinimumLength = 8)]
    public string? BotToken { get; init; }

    /// <summary>App-level token (<c>xapp-...</c>): Slack is reached by Socket Mode, no public address is needed. Default none.</summary>
    [StringLength(500, MinimumLength = 8)]
    public string? AppToken { get; init; }

    /// <summary>Client id of the app, for installations through <c>/slack/install</c>. Default none.</summary>
    [StringLength(100, MinimumLength = 3)]
    public string? ClientId { get; init; }

    /// <summary>Client secret of the app, with <see cref="ClientId"/>. Default none.</summary>
    [StringLength(200, MinimumLength = 8)]
    public string? ClientSecret { get; init; }

    /// <summary>
    /// Ids of workspaces (<c>T...</c>) or organisations (<c>E...</c>) that may be installed through <c>/slack/install</c>. Default any that
    /// Slack lets in: only your own, unless the app is distributed publicly; then name yours here, for whoever installs becomes admin.
    /// </summary>
    public IReadOnlyList<string> AllowedWorkspaces { get; init; } = [];

    /// <summary>
    /// Days after which a workspace's data is deleted once the bot was removed from it. Default 14; 0 (at once) to 14, the most that
    /// Slack allows.
    /// </summary>
    [Range(0, 14)]
    public int DeleteAfterDays { get; init; } = 14;

    /// <summary>Where the Web API is; for GovSlack <c>https://slack-gov.com/api/</c>. Default <c>https://slack.com/api/</c>.</summary>
    public Uri ApiBaseAddress { get; init; } = new("https://slack.com/api/");

    /// <summary>Name of the slash command as in the app's manifest. Default <c>/socialwins</c>; 2 to 32 characters.</summary>
    [RegularExpression("^/[a-z0-9_-]{1,31}$", ErrorMessage = "must be a slash and 1 to 31 lower-case letters, digits, hyphens or underscores")]
    public string CommandName { get; init; } = "/socialwins";

    /// <summary>Slack is in use: something of it was configured.</summary>
    public bool IsConfigured => SigningSecret is not null || AppToken is not null;
}
