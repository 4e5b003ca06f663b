using System.Collections.Concurrent;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// Does what an invoke asks for: it is kept in the inbox like everything else, and the answer waits a moment for what the inbox's
/// worker makes of it. Whoever repeats the same invoke, as Teams' clients do, is told the same outcome.
/// </summary>
internal sealed class TeamsWork(IServiceScopeFactory scopes, InboxSignal bell, TimeProvider clock)
{
    // A client repeats within seconds; a person reads much less than this in a minute.
    private const int MostRemembered = 1_000;

    // An invoke is to be answered within three seconds; the write and the way back take their part.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, TeamsOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = [];

    /// <summary>Keeps the activity and waits for what comes of it.</summary>
    /// <param name="activity">As it came, verified.</param>
    /// <param name="cancellationToken">Ends the waiting; what was kept is done all the same.</param>
    /// <returns>What came of it; null when it takes longer, or another process does it: the person is told when it is done.</returns>
    public async Task<ActionReply?> DoAsync(Activity activity, CancellationToken cancellationToken)
    {
        var item = TeamsItem.Of(activity, clock.GetUtcNow());
        var outcome = OutcomeOf(item.EventId);
        ActionReply? reply;
        outcome.Enter(); // before the write, or the worker might be done before anybody waits
        try
        {
            await KeepAsync(item);
            await outcome.ReplyAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Leaving tells whether it came at the last moment.
        }
        finally
        {
            reply = outcome.Leave();
        }
        return reply;
    }

    /// <summary>Hands the outcome to whoever waits for it.</summary>
    /// <returns>False when nobody does (any more).</returns>
    public bool TryTell(InboxItem item, ActionReply reply) => _outcomes.TryGetValue(item.EventId, out var outcome) && outcome.TryTell(reply);

    private TeamsOutcome OutcomeOf(string id)
    {
        var fresh = new TeamsOutcome();
        var outcome = _outcomes.GetOrAdd(id, fresh);
        if (!ReferenceEquals(outcome, fresh))
            return outcome;
        _order.Enqueue(id);
        if (_order.Count > MostRemembered && _order.TryDequeue(out var oldest))
            _outcomes.TryRemove(oldest, out _);
        return outcome;
    }

    private async Task KeepAsync(InboxItem item)
    {
        bell.Arriving();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IInbox>().AddAsync(item, CancellationToken.None);
        }
        finally
        {
            bell.Arrived();
        }
    }
}
