using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>What becomes of one invoke, and how many wait for it.</summary>
internal sealed class TeamsOutcome
{
    private readonly TaskCompletionSource<ActionReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _waiting;

    /// <summary>Somebody begins to wait.</summary>
    public void Enter()
    {
        lock (_gate)
            _waiting++;
    }

    /// <summary>Ends when it is known.</summary>
    /// <exception cref="TimeoutException">Not in time.</exception>
    public Task<ActionReply> ReplyAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken) =>
        _reply.Task.WaitAsync(patience, clock, cancellationToken);

    /// <summary>Somebody waits no longer.</summary>
    /// <returns>What became known at the last moment, which <see cref="TryTell"/> was promised to be told; null when nothing.</returns>
    public ActionReply? Leave()
    {
        lock (_gate)
        {
            _waiting--;
            return _reply.Task.IsCompletedSuccessfully ? _reply.Task.Result : null;
        }
    }

    /// <summary>It is known; kept for whoever repeats the request.</summary>
    /// <returns>False when nobody waits.</returns>
    public bool TryTell(ActionReply reply)
    {
        lock (_gate)
        {
            _reply.TrySetResult(reply);
            return _waiting > 0;
        }
    }
}
