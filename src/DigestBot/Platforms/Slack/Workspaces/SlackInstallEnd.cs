using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>How an installation ended.</summary>
internal abstract record SlackInstallEnd
{
    private SlackInstallEnd()
    {
    }

    /// <summary>The bot is in the workspace, and its token is kept.</summary>
    /// <param name="Installation">What was stored.</param>
    /// <param name="Open">Opens the bot in Slack.</param>
    public sealed record Installed(Installation Installation, Uri Open) : SlackInstallEnd;

    /// <summary>It was not begun in this browser, was used already, or took longer than ten minutes.</summary>
    public sealed record NotBegunHere : SlackInstallEnd;

    /// <summary>Somebody pressed "Cancel".</summary>
    public sealed record Cancelled : SlackInstallEnd;

    /// <summary>The settings name other workspaces.</summary>
    /// <param name="Name">Of the workspace.</param>
    public sealed record NotAllowed(string Name) : SlackInstallEnd;

    /// <summary>Slack refused it.</summary>
    /// <param name="Words">Why and what to do, for people.</param>
    public sealed record Refused(string Words) : SlackInstallEnd;
}
