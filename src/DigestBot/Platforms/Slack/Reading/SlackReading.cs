using DigestBot.Core.Actions;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>What an opened item asks for; one reading, one scope.</summary>
internal sealed class SlackReading(
    SlackWorkspaces workspaces, SlackCallers callers, SlackReactions reactions, SlackCommands commands, SlackPresses presses,
    SlackTalk talk, SlackDialogs dialogs, SlackLife life)
{
    /// <summary>Reads it. What comes from a workspace that is none of ours means nothing.</summary>
    public async Task<InboxWork> ReadAsync(SlackItem item, CancellationToken cancellationToken)
    {
        if (await workspaces.ForTeamAsync(item.From.Team, item.From.Enterprise, cancellationToken) is not { Key: var workspace })
            return new InboxWork.Nothing();
        if (item.Kind == "event" && !IsByPerson(item.Type))
            return life.Read(item, workspace);
        if (item.Event.TextOf("subtype") == "message_deleted")
            return SlackTalk.Deleted(item, workspace);
        if (await callers.WhoAsync(item.From, workspace, cancellationToken) is not { } caller)
            return new InboxWork.Nothing();
        return item.Kind switch
        {
            "command" => commands.Read(item, caller),
            "interaction" => await InteractionAsync(item, caller, cancellationToken),
            _ => await EventAsync(item, caller, cancellationToken),
        };
    }

    private static bool IsByPerson(string type) => type is SlackReactions.Added or SlackReactions.Removed or "app_mention" or "message";

    private async Task<InboxWork> EventAsync(SlackItem item, SlackCaller caller, CancellationToken cancellationToken)
    {
        if (item.Event.TextOf("channel_type") == "im")
            await life.MetAsync(caller, cancellationToken);
        return item.Type switch
        {
            "app_mention" => await talk.MentionAsync(item, caller, cancellationToken),
            "message" => await talk.MessageAsync(item, caller, cancellationToken),
            _ => await reactions.ReadAsync(item, caller, cancellationToken),
        };
    }

    // What opens a dialog was opened beside the inbox, while the trigger lived.
    private async Task<InboxWork> InteractionAsync(SlackItem item, SlackCaller caller, CancellationToken cancellationToken) => item.Type switch
    {
        "view_submission" => await dialogs.SubmittedAsync(item.Body, caller.By, cancellationToken),
        "block_actions" when !dialogs.Opens(item.Body) => await presses.ReadAsync(item, caller, cancellationToken),
        _ => await dialogs.PressedAsync(item.Body, caller.By, cancellationToken),
    };
}
