using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>The two tokens of an installation.</summary>
/// <param name="Access">The bot token.</param>
/// <param name="Refresh">What it is renewed with, once; null for a token that does not end.</param>
internal sealed record SlackTokens(string Access, string? Refresh)
{
    /// <inheritdoc />
    public override string ToString() => nameof(SlackTokens);
}

/// <summary>Encrypts tokens for the database. What one workspace's row holds cannot be opened as another's.</summary>
internal sealed partial class SlackVault(IDataProtectionProvider keys, ILogger<SlackVault> log)
{
    private const string Purpose = "DigestBot.Slack.Tokens";

    /// <summary>The tokens as they may be stored.</summary>
    public string Seal(string workspace, SlackTokens tokens) => For(workspace).Protect(JsonSerializer.Serialize(tokens));

    /// <summary>The tokens of a stored secret; null, and said in the log, when the key that they were sealed with is lost.</summary>
    public SlackTokens? Open(string workspace, string secret)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackTokens>(For(workspace).Unprotect(secret));
        }
        catch (Exception lost) when (lost is CryptographicException or JsonException or FormatException)
        {
            LogLost(workspace); // without the exception: it may quote what it could not read
            return null;
        }
    }

    private IDataProtector For(string workspace) => keys.CreateProtector(Purpose, workspace);

    [LoggerMessage(LogLevel.Error, "The token of Slack workspace {Workspace} cannot be opened: its key is gone. Restore the folder or table of keys from a backup, or install again at /slack/install")]
    private partial void LogLost(string workspace);
}
