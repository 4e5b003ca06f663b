using DigestBot.Core.Actions;

namespace DigestBot.Console.Acting;

/// <summary>What came of a form that was sent.</summary>
/// <param name="Id">Id of the action.</param>
/// <param name="Point">Id of the touch point whose form it was.</param>
/// <param name="Reply">The words; null while the work is under way.</param>
internal sealed record Answer(string Id, string Point, ActionReply? Reply);

/// <summary>
/// The answers to the newest thousand forms, for the page to say. In memory only: what was done is in the store, and after a
/// restart the state that the page shows is the answer. Safe from any thread.
/// </summary>
internal sealed class Answers(TimeProvider clock)
{
    private const int Most = 1_000;

    /// <summary>The work takes some hundredths of a second; whoever waited longer is told that it is under way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Awaited> _awaited = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    /// <summary>From now on the answer to this action is kept; the same action again changes nothing.</summary>
    public void Expect(string id, string point)
    {
        lock (_gate)
        {
            if (!_awaited.TryAdd(id, new(point, new(TaskCreationOptions.RunContinuationsAsynchronously))))
                return;
            _oldest.Enqueue(id);
            if (_oldest.Count > Most)
                _awaited.Remove(_oldest.Dequeue());
        }
    }

    /// <summary>The answer to an action; one that nobody expects is forgotten.</summary>
    public void Give(string id, ActionReply reply) => Find(id)?.Reply.TrySetResult(reply);

    /// <summary>Ends when the answer is there, or after two seconds without.</summary>
    public async Task WaitAsync(string id, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } awaited)
            return;
        try
        {
            await awaited.Reply.Task.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Under way: the page says so, and nothing is lost.
        }
    }

    /// <summary>How far an action has come; null for one that nobody expects.</summary>
    public Answer? Of(string? id) => id is not null && Find(id) is { } awaited
        ? new(id, awaited.Point, awaited.Reply.Task.IsCompletedSuccessfully ? awaited.Reply.Task.Result : null)
        : null;

    private Awaited? Find(string id)
    {
        lock (_gate)
            return _awaited.GetValueOrDefault(id);
    }

    private sealed record Awaited(string Point, TaskCompletionSource<ActionReply> Reply);
}
