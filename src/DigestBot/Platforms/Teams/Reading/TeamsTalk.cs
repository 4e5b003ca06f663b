using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>
/// Messages: to the bot they are commands, below one of its messages they act on it. What people say to each other reaches it only
/// where a team has granted that; below an edition it is a comment then, everywhere else none of its business.
/// </summary>
internal sealed class TeamsTalk(TeamsCommands commands, TeamsMembers members, MessageRequests messages)
{
    /// <summary>Reads a <c>message</c>.</summary>
    public async Task<InboxWork> MessageAsync(Activity message, TeamsCaller caller, CancellationToken cancellationToken)
    {
        var from = caller.From;
        var isToTheBot = from.IsPersonal || from.IsTargeted || TeamsTyped.IsToTheBot(message, from.Bot);
        var text = await TextAsync(message, from, cancellationToken);
        if (await BelowOursAsync(caller, text, isToTheBot, cancellationToken) is { } request)
            return new InboxWork.Asked(request);
        return isToTheBot ? commands.Typed(caller, text) : await CommentAsync(caller, text, cancellationToken);
    }

    /// <summary>Reads that a message was changed (or its deletion undone): a comment made of it says what it says now.</summary>
    public async Task<InboxWork> ChangedAsync(Activity message, TeamsCaller caller, CancellationToken cancellationToken)
    {
        if (TeamsTyped.IsToTheBot(message, caller.From.Bot) || await CommentOfAsync(caller, await TextAsync(message, caller.From, cancellationToken), cancellationToken) is not { } comment)
            return new InboxWork.Nothing();
        return Staged(comments =>
        {
            comments.Remove(comment.Message);
            comments.Add(comment);
        });
    }

    /// <summary>Reads that a message was deleted: a comment made of it goes with it.</summary>
    public static InboxWork Deleted(TeamsFrom from) =>
        from.SaidThere is { } message ? Staged(comments => comments.Remove(message)) : new InboxWork.Nothing();

    private async Task<string> TextAsync(Activity message, TeamsFrom from, CancellationToken cancellationToken) =>
        TeamsTyped.Of(message, from.Bot, await members.OfAsync(TeamsTyped.Mentioned(message, from.Bot), from, cancellationToken));

    // The message that is answered says more than the thread it stands in.
    private async Task<ActionRequest?> BelowOursAsync(TeamsCaller caller, string text, bool isToTheBot, CancellationToken cancellationToken)
    {
        foreach (var above in new[] { caller.From.MessageThere, caller.From.ThreadThere }.OfType<PostedMessage>().Distinct())
        {
            if (await messages.ReplyAsync(caller.By, text, above, cancellationToken, isToTheBot) is { } request)
                return request;
        }
        return null;
    }

    private async Task<InboxWork> CommentAsync(TeamsCaller caller, string text, CancellationToken cancellationToken) =>
        await CommentOfAsync(caller, text, cancellationToken) is { } comment ? Staged(comments => comments.Add(comment)) : new InboxWork.Nothing();

    private async Task<Comment?> CommentOfAsync(TeamsCaller caller, string text, CancellationToken cancellationToken) =>
        (caller.From.MessageThere ?? caller.From.ThreadThere) is { } above && caller.From.SaidThere is { } said
            ? await messages.CommentAsync(caller.By, text, above, said, cancellationToken)
            : null;

    private static InboxWork.Effect Staged(Action<IComments> stage) => new((services, _) =>
    {
        stage(services.GetRequiredService<IComments>());
        return Task.CompletedTask;
    });
}
