using System.Collections.Concurrent;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// Does what an invoke asks for: it is kept in the inbox like everything else, and the answer waits a moment for what the inbox's
/// worker makes of it. Whoever repeats the same invoke meanwhile waits for the same outcome.
/// </summary>
internal sealed class TeamsWork(IServiceScopeFactory scopes, InboxSignal bell, TimeProvider clock)
{
    // An invoke is to be answered within three seconds; the write and the way back take their part.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<ActionReply>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Keeps the activity and waits for what comes of it.</summary>
    /// <param name="activity">As it came, verified.</param>
    /// <param name="cancellationToken">Ends the waiting; what was kept is done all the same.</param>
    /// <returns>What came of it; null when it takes longer, or another process does it: the person is told when it is done.</returns>
    public async Task<ActionReply?> DoAsync(Activity activity, CancellationToken cancellationToken)
    {
        var item = TeamsItem.Of(activity, clock.GetUtcNow());
        // Before the write, or the worker might be done before anybody waits.
        var outcome = _waiting.GetOrAdd(item.EventId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await KeepAsync(item);
            return await outcome.Task.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            _waiting.TryRemove(new(item.EventId, outcome));
        }
    }

    /// <summary>Hands the outcome to whoever waits for it.</summary>
    /// <returns>False when nobody does (any more).</returns>
    public bool TryTell(InboxItem item, ActionReply reply) => _waiting.TryRemove(item.EventId, out var outcome) && outcome.TrySetResult(reply);

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
