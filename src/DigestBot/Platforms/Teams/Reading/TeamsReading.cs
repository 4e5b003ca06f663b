using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>What an activity asks for; one reading, one scope.</summary>
internal sealed class TeamsReading(
    TeamsCallers callers, TeamsReactions reactions, TeamsPresses presses, TeamsTalk talk, IEnumerable<IInvokeReader> invokes,
    TeamsConversations conversations, TeamsLife life, TeamsAdoption adoption, TeamsFirstWord firstWord, TeamsOptions options)
{
    /// <summary>Reads it.</summary>
    public async Task<InboxWork> ReadAsync(Activity activity, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await conversations.NoteAsync(activity, cancellationToken);
        if (TeamsLife.Concerns(activity))
            return life.Read(activity);
        var from = TeamsFrom.Of(activity, options, receivedAt);
        await adoption.AdoptAsync(activity, from, cancellationToken);
        if (activity.Type == "messageDelete")
            return TeamsTalk.Deleted(from);
        if (await callers.WhoAsync(from, cancellationToken) is not { } caller)
            return new InboxWork.Nothing();
        if (from.IsPersonal && activity.Type == "message")
            await firstWord.MetAsync(caller, cancellationToken);
        return activity.Type switch
        {
            "message" when TeamsPresses.Is(activity) => await presses.ReadAsync(activity, caller, cancellationToken),
            "message" => await talk.MessageAsync(activity, caller, cancellationToken),
            "messageUpdate" => await talk.ChangedAsync(activity, caller, cancellationToken),
            TeamsReactions.Type => await reactions.ReadAsync(activity, caller, cancellationToken),
            "invoke" when invokes.FirstOrDefault(reader => reader.Takes(activity)) is { } reader => await reader.ReadAsync(activity, caller, cancellationToken),
            _ => new InboxWork.Nothing(),
        };
    }
}
