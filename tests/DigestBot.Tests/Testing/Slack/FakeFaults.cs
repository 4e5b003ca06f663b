using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>What goes wrong, and when.</summary>
internal sealed class FakeFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeFault>> _next = new(StringComparer.Ordinal);

    /// <summary>Asked for every call after the queued ones: a fault, or null; for faults at random.</summary>
    public Func<FakeCall, FakeFault?> Always { get; set; } = _ => null;

    /// <summary>The next calls of a method go wrong like this, one each.</summary>
    /// <param name="method">For example <c>chat.postMessage</c>, or <c>response_url</c>.</param>
    /// <param name="faults">In this order.</param>
    public void Next(string method, params IEnumerable<FakeFault> faults)
    {
        var queue = _next.GetOrAdd(method, _ => []);
        foreach (var fault in faults)
            queue.Enqueue(fault);
    }

    internal FakeFault? Next(FakeCall call) =>
        _next.TryGetValue(call.Method, out var queue) && queue.TryDequeue(out var fault) ? fault : Always(call);
}

/// <summary>A way in which a call goes wrong.</summary>
/// <param name="IsAfterStoring">The call has its effect, only the answer goes wrong; otherwise it has none.</param>
/// <param name="Happens">What comes instead of the answer.</param>
internal sealed record FakeFault(bool IsAfterStoring, Func<HttpContext, Task> Happens)
{
    /// <summary>The connection is cut and the message is nowhere.</summary>
    public static FakeFault DropsBeforeStoring { get; } = new(false, Drop);

    /// <summary>The message stands, the connection is cut.</summary>
    public static FakeFault DropsAfterStoring { get; } = new(true, Drop);

    /// <summary>No answer ever comes; the message is nowhere.</summary>
    public static FakeFault HangsBeforeStoring { get; } = new(false, HangAsync);

    /// <summary>The message stands, no answer ever comes.</summary>
    public static FakeFault HangsAfterStoring { get; } = new(true, HangAsync);

    /// <summary>429 with <c>Retry-After</c>.</summary>
    public static FakeFault RateLimited(int seconds) => new(false, context =>
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return WriteAsync(context, new() { ["ok"] = false, ["error"] = "ratelimited" });
    });

    /// <summary>An HTTP status with a page instead of JSON.</summary>
    public static FakeFault Status(int status, bool isAfterStoring = false) => new(isAfterStoring, context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("<html>This is not the API.</html>");
    });

    /// <summary><c>ok: false</c> with this error.</summary>
    public static FakeFault Says(string error, bool isAfterStoring = false) =>
        new(isAfterStoring, context => WriteAsync(context, new() { ["ok"] = false, ["error"] = error }));

    /// <summary>This body with status 200.</summary>
    public static FakeFault Body(string body, bool isAfterStoring = false) => new(isAfterStoring, context => context.Response.WriteAsync(body));

    private static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}

/// <summary>Slack's limits on calls, by its own clock; off unless set.</summary>
internal sealed class FakeLimits(TimeProvider clock)
{
    // Two calls a second apart when sent may come a little closer together.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);
    private int _refused;

    /// <summary>Shortest time between two posts into one channel; Slack's is about a second. Null: no limit.</summary>
    public TimeSpan? BetweenPosts { get; set; }

    /// <summary>How many calls were refused for coming too early.</summary>
    public int Refused => _refused;

    /// <summary>Seconds to wait; null when the call may go on.</summary>
    internal int? Wait(FakeCall call)
    {
        if (BetweenPosts is not { } between || call.Method != "chat.postMessage")
            return null;
        var now = clock.GetUtcNow();
        var place = $"{call.Of?.Id}/{call.TextOrNull("channel")}";
        if (_free.TryGetValue(place, out var free) && now < free - Tolerance)
        {
            Interlocked.Increment(ref _refused);
            return Math.Max(1, (int)Math.Ceiling((free - now).TotalSeconds));
        }
        _free[place] = now + between;
        return null;
    }
}
