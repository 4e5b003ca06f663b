using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Benchmarks;

/// <summary>Counts what stands in a fake Slack, by the key that each message carries.</summary>
internal sealed class Arrivals
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Team, string Key)> _known = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _awaited = int.MaxValue;

    public Arrivals(FakeSlack slack)
    {
        var post = slack.Methods["chat.postMessage"];
        slack.Methods["chat.postMessage"] = call =>
        {
            var answer = post(call);
            Note(call.Workspace.Id, call.Json("metadata")?["event_payload"]?.ToJsonString() ?? "none");
            return answer;
        };
    }

    /// <summary>Messages that stand.</summary>
    public int Count { get; private set; }

    /// <summary>Messages whose key stood already.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Ends when so many stand.</summary>
    public Task ReachAsync(int count)
    {
        lock (_gate)
        {
            _awaited = count;
            if (Count >= count)
                _reached.TrySetResult();
        }
        return _reached.Task;
    }

    private void Note(string team, string key)
    {
        lock (_gate)
        {
            Duplicates += _known.Add((team, key)) ? 0 : 1;
            if (++Count >= _awaited)
                _reached.TrySetResult();
        }
    }
}
