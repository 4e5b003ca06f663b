using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Reactions given and taken away.</summary>
internal sealed class SlackReactions(ReactionRequests reactions)
{
    /// <summary>Name of the event when one is given.</summary>
    public const string Added = "reaction_added";

    /// <summary>Name of the event when one is taken away.</summary>
    public const string Removed = "reaction_removed";

    /// <summary>Reads the event. A reaction to a file means nothing; one without name or with a broken time cannot be understood.</summary>
    public async Task<InboxWork> ReadAsync(SlackItem item, SlackCaller caller, CancellationToken cancellationToken)
    {
        if (item.Event.PartOf("item").TextOf("type") is not "message")
            return new InboxWork.Nothing();
        if (caller.From.MessageIn(caller.Workspace) is not { } message
            || item.Event.TextOf("reaction") is not { Length: > 0 and <= 100 } name
            || StampOf(item) is not { } stamp)
        {
            return new InboxWork.NotUnderstood();
        }
        var user = new SlackAddress(caller.Workspace, caller.From.User).ToString();
        return await reactions.ReadAsync(new(caller.By, user, name, item.Type == Removed, message, stamp), cancellationToken);
    }

    // Without Slack's own time (not every sender of events gives it) they are taken in the order in which they came.
    private static string? StampOf(SlackItem item) =>
        item.Event.TextOf("event_ts") is { } told ? SlackStamp.Of(told) : SlackStamp.Of(item.ReceivedAt);
}
