using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>What goes wrong, and when.</summary>
internal sealed class FakeTeamsFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeTeamsFault>> _next = new(StringComparer.Ordinal);

    /// <summary>Asked for every call after the queued ones: a fault, or null; for faults at random.</summary>
    public Func<FakeTeamsCall, FakeTeamsFault?> Always { get; set; } = _ => null;

    /// <summary>The next calls of a kind go wrong like this, one each.</summary>
    /// <param name="operation">For example <c>send</c>, <c>create</c>, <c>members</c> or <c>token</c>.</param>
    /// <param name="faults">In this order.</param>
    public void Next(string operation, params IEnumerable<FakeTeamsFault> faults)
    {
        var queue = _next.GetOrAdd(operation, _ => []);
        foreach (var fault in faults)
            queue.Enqueue(fault);
    }

    /// <summary>How this call goes wrong, or null. The call itself is told, for several are under way at once.</summary>
    internal FakeTeamsFault? Next(FakeTeamsCall call) =>
        _next.TryGetValue(call.Operation, out var queue) && queue.TryDequeue(out var fault) ? fault : Always(call);
}

/// <summary>A way in which a call goes wrong.</summary>
/// <param name="IsAfterStoring">The call has its effect, only the answer goes wrong; otherwise it has none.</param>
/// <param name="Happens">What comes instead of the answer.</param>
internal sealed record FakeTeamsFault(bool IsAfterStoring, Func<HttpContext, Task> Happens)
{
    /// <summary>The connection is cut and the message is nowhere.</summary>
    public static FakeTeamsFault DropsBeforeStoring { get; } = new(false, Drop);

    /// <summary>The message stands, the connection is cut.</summary>
    public static FakeTeamsFault DropsAfterStoring { get; } = new(true, Drop);

    /// <summary>No answer ever comes; the message is nowhere.</summary>
    public static FakeTeamsFault HangsBeforeStoring { get; } = new(false, HangAsync);

    /// <summary>The message stands, no answer ever comes.</summary>
    public static FakeTeamsFault HangsAfterStoring { get; } = new(true, HangAsync);

    /// <summary>403 as the Connector says it to a bot that a person has blocked or removed.</summary>
    public static FakeTeamsFault Blocked { get; } = new(false, context => WriteAsync(context, BlockedBody(), StatusCodes.Status403Forbidden));

    /// <summary>429, with <c>Retry-After</c> where seconds are given.</summary>
    public static FakeTeamsFault RateLimited(int? seconds = null) => new(false, context =>
    {
        if (seconds is { } wait)
            context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, Error("TooManyRequests"), StatusCodes.Status429TooManyRequests);
    });

    /// <summary>A status with the Connector's way of saying an error.</summary>
    public static FakeTeamsFault Says(int status, string code, bool isAfterStoring = false) =>
        new(isAfterStoring, context => WriteAsync(context, Error(code), status));

    /// <summary>A status with a page instead of JSON, as a gateway on the way writes it.</summary>
    public static FakeTeamsFault Page(int status, bool isAfterStoring = false) => new(isAfterStoring, context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("<html>This is not the Connector.</html>");
    });

    /// <summary>This body with status 200.</summary>
    public static FakeTeamsFault Body(string body, bool isAfterStoring = false) => new(isAfterStoring, context => context.Response.WriteAsync(body));

    internal static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = $"The request failed: {code}" } };

    internal static JsonObject BlockedBody() => new()
    {
        ["errorCode"] = 209,
        ["message"] = """{"subCode":"MessageWritesBlocked","details":"Thread is blocked from message writes.","errorCode":null,"errorSubCode":null}""",
    };

    internal static Task WriteAsync(HttpContext context, JsonNode answer, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString());
    }

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
}

/// <summary>The Connector refuses a call.</summary>
internal sealed class ConnectorSays(int status, JsonObject answer) : Exception
{
    public int Status => status;

    public JsonObject Answer => answer;

    public static ConnectorSays No(int status, string code) => new(status, FakeTeamsFault.Error(code));
}
