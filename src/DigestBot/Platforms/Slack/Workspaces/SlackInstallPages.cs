using DigestBot.Console;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>The page at the end of an installation: what happened, and the next step.</summary>
internal static class SlackInstallPages
{
    private static readonly Html Again = Html.Of($"""<p><a href="/slack/install">Start again</a></p>""");

    /// <summary>The page.</summary>
    public static string Of(SlackInstallEnd end) => end switch
    {
        SlackInstallEnd.Installed installed => Installed(installed),
        SlackInstallEnd.Cancelled => Page("Nothing was installed", Html.Of($"<p>You cancelled in Slack. DigestBot was not added to any workspace.</p>{Again}")),
        SlackInstallEnd.NotAllowed not => Page("Not allowed here", Html.Of($"""
            <p>This DigestBot serves other workspaces than <b>{not.Name}</b>, so it was taken out of it again.</p>
            <p>Whoever runs it can allow yours by adding its id to <code>Slack:AllowedWorkspaces</code>.</p>
            """)),
        SlackInstallEnd.Refused refused => Page("Not installed", Html.Of($"<p>Slack did not let DigestBot in: {refused.Words}</p>{Again}")),
        _ => Page("Please start again", Html.Of($"""
            <p>This installation was not started in this browser, was finished already, or took longer than ten minutes. Nothing was installed by it.</p>{Again}
            """)),
    };

    private static string Installed(SlackInstallEnd.Installed installed)
    {
        var name = installed.Installation.Name.Length > 0 ? installed.Installation.Name : installed.Installation.Workspace;
        return Page("DigestBot is installed", Html.Of($"""
            <p>DigestBot is now in <b>{name}</b>. You are its administrator there.</p>
            <p>Next: open DigestBot in Slack. It has written to you and asks whom it listens for, which channel the digest goes to and when.</p>
            <p><a href="{installed.Open.AbsoluteUri}">Open DigestBot in Slack</a></p>
            """));
    }

    private static string Page(string title, Html words) => HtmlPage.Of(title, Html.Of($"<h1>{title}</h1><section>{words}</section>"));
}
