using System.Collections.Concurrent;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// The state of a touch point as the bot's own reaction on its message: eyes while somebody has it, a check mark when it is done. The card
/// says the same, so a reaction that fails is no loss. Teams takes two of them a second from a bot ("Agent reactions", a draft).
/// </summary>
internal sealed class TeamsSign(TeamsConnector connector, TeamsOptions options, Errands errands, TimeProvider clock)
{
    /// <summary>Somebody has it.</summary>
    internal const string Taken = "1f440_eyes";

    /// <summary>It is done.</summary>
    internal const string Done = "2705_whiteheavycheckmark";

    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string Conversation, string Message), string> _shown = [];
    private readonly Lock _gate = new();
    private DateTimeOffset _next;

    /// <summary>Has the state shown soon; nothing while the setting is off, or for anything but a touch point.</summary>
    /// <param name="at">The conversation that the message stands in.</param>
    /// <param name="message">Its id.</param>
    /// <param name="content">What it shows.</param>
    public void Show(ConversationReference at, string message, MessageContent content)
    {
        if (!options.BotReactions || content is not TouchPointContent { Card: var card, Rank: var rank } || card.Edition.TouchPoints.FirstOrDefault(point => point.Rank == rank) is not { } point)
            return;
        var sign = Of(card.StateOf(point));
        if (_shown.TryGetValue((at.ConversationId, message), out var shown) ? shown != sign : sign.Length > 0)
            errands.Add(stop => ShowAsync(at, message, sign, stop));
    }

    private static string Of(TouchPointState state) => state switch
    {
        { Promise: PromiseState.Done } => Done,
        { Promise: PromiseState.Declined } => "",
        { Owner: not null } => Taken,
        _ => "",
    };

    private async Task ShowAsync(ConversationReference at, string message, string sign, CancellationToken cancellationToken)
    {
        if (_shown.Count > MostRemembered)
            _shown.Clear();
        _shown[(at.ConversationId, message)] = sign;
        foreach (var other in ((string[])[Taken, Done]).Where(other => other != sign))
            await InTurnAsync(stop => connector.RemoveReactionAsync(at, message, other, stop), cancellationToken);
        if (sign.Length > 0)
            await InTurnAsync(stop => connector.AddReactionAsync(at, message, sign, stop), cancellationToken);
    }

    private async Task InTurnAsync(Func<CancellationToken, Task> react, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            wait = _next > now ? _next - now : TimeSpan.Zero;
            _next = now + wait + Between;
        }
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
        await react(cancellationToken);
    }
}
