using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>
/// Answers of the bot to what people asked for. They are for the caller alone: what an action changed stands on the messages already,
/// where everyone sees it. Said in the open is only what was asked to be ("tell wins"), the answer to a reply in a thread that others
/// read, and that a reaction taken away can no longer undo what it did.
/// </summary>
internal sealed partial class TeamsReplies(
    TeamsConnector connector, TeamsConversations conversations, AnswerReaders readers, TeamsOptions options, ILogger<TeamsReplies> log)
{
    private const string NotAlone = "I have an answer for you alone, but may not write to you yet. Add me under Apps in Teams (DigestBot, Add), then ask me there.";

    /// <summary>
    /// Sends it: in the personal chat; where others are, to the person's eyes only when Teams offers that, otherwise in the personal
    /// chat too; where that cannot be, it says in the open how to get the answer, and nothing of it. Never throws for what Teams says:
    /// an answer is a courtesy, no duty hangs on it.
    /// </summary>
    /// <param name="to">To whom.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public async Task SendAsync(TeamsReplyTo to, ActionReply reply, CancellationToken cancellationToken)
    {
        if (IsSeenAnyway(to, reply))
            return;
        var isOpen = to.Company is not null && IsInTheOpen(to, reply);
        // An answer that waits in the personal chat cannot be shown to everyone from there.
        var reader = await readers.OfAsync(to.Request, to.Company is null ? "" : "@DigestBot", to.Company is not null && options.SlashCommands, reply, cancellationToken);
        foreach (var way in Ways(to, isOpen, TeamsAnswerView.Of(reply, reader)))
        {
            // What may have arrived is not said again by another way.
            if (await way(cancellationToken) is not (ConnectorAnswer<ResourceResponse>.Failed or ConnectorAnswer<ResourceResponse>.RateLimited or ConnectorAnswer<ResourceResponse>.NotSent))
                return;
        }
        LogUnanswered();
    }

    private IEnumerable<Func<CancellationToken, Task<ConnectorAnswer<ResourceResponse>>>> Ways(TeamsReplyTo to, bool isOpen, JsonObject card)
    {
        if (to.Company is { } place && isOpen)
            yield return token => SayAsync(place, to.Thread, kind => TeamsMessage.Of(card, kind), token);
        if (to is { Company: { } room, Member: { } member } && options.SlashCommands)
            yield return token => SayAsync(room, to.Thread, kind => TeamsMessage.Of(card, kind) with { Recipient = new() { Id = member, IsTargeted = true } }, token);
        yield return token => SayAsync(to.Person, null, kind => TeamsMessage.Of(card, kind), token);
        if (to is { Company: { } open, WasSaid: true } && !isOpen)
            yield return token => SayAsync(open, to.Thread, _ => new() { Type = "message", Text = NotAlone, TextFormat = "plain" }, token);
    }

    private async Task<ConnectorAnswer<ResourceResponse>> SayAsync(
        TeamsAddress place, string? thread, Func<ConversationKind, Activity> message, CancellationToken cancellationToken)
    {
        if (await conversations.ReachAsync(place, cancellationToken) is not TeamsReach.There { To: var there, Kind: var kind })
            return new ConnectorAnswer<ResourceResponse>.NotSent("There is no way there.");
        var to = thread is not null && kind == ConversationKind.Channel ? there with { ConversationId = TeamsThread.In(there.ConversationId, thread) } : there;
        var said = message(kind);
        return await connector.SendAsync(to, said, cancellationToken, isTargeted: said.Recipient?.IsTargeted == true);
    }

    private static bool IsInTheOpen(TeamsReplyTo to, ActionReply reply) => reply switch
    {
        ActionReply.Done { ForEveryone: true, Content: not null } => true,
        ActionReply.Done { ForEveryone: true } => to is { Request.Through: Through.Reply, Thread: not null },
        // Others saw the reaction go; in the thread they see that what it did stands.
        ActionReply.Refused { Why: Refusal.BuiltUpon } => to is { Request.Through: Through.Reaction, Thread: not null },
        _ => false,
    };

    // Who reacts looks at the message, and it changes under the reaction; more words would be noise.
    private static bool IsSeenAnyway(TeamsReplyTo to, ActionReply reply) =>
        reply is ActionReply.Done { ForEveryone: true, Content: null } && to is { Request.Through: Through.Reaction };

    [LoggerMessage(LogLevel.Warning, "An answer in Teams reached nobody")]
    private partial void LogUnanswered();
}
