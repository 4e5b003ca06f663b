using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>To whom an answer goes, and by which ways it can.</summary>
/// <param name="Workspace">The workspace, as in <see cref="SlackAddress.Workspace"/>.</param>
/// <param name="User">Slack's id of the person.</param>
internal sealed record SlackReplyTo(string? Workspace, string User)
{
    /// <summary>Slack's id of the channel where it was asked; null for Home and other places without one.</summary>
    public string? Channel { get; init; }

    /// <summary><c>ts</c> of the thread's first message where it was asked; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>Slack's address for the answer, or null. Whoever has it can write in the channel: it never reaches a log.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>What was asked; null when the answer is to no action.</summary>
    public ActionRequest? Request { get; init; }

    /// <summary>Says who, not where to and not what: both are private.</summary>
    public override string ToString() => $"{nameof(SlackReplyTo)} {new SlackAddress(Workspace, User)}";
}
