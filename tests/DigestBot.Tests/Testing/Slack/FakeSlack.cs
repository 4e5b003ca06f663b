using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>
/// Slack on loopback: stores what is sent, refuses what Slack refuses, shows what people see, and goes wrong the ways Slack
/// does. Stands alone (no other test code), so that end-to-end tests and benchmarks share it.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string AppId = "A0DIGEST";
    public const string AppToken = "xapp-1-A0DIGEST-fake";
    public const string ClientId = "1111.2222";
    public const string ClientSecret = "fake-client-secret";

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, FakeWorkspace> _workspaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeWorkspace> _byToken = new(StringComparer.Ordinal);

    private FakeSlack(WebApplication server, TimeProvider clock)
    {
        _server = server;
        Clock = clock;
        Limits = new FakeLimits(clock);
        OAuth = new FakeOAuth(this);
        Workspace = AddWorkspace("T0ACME", "Acme Air").WithCast();
    }

    /// <summary>Slack's own time: message timestamps, trigger ids, rate limits.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The workspace of Acme Air, with the cast in it.</summary>
    public FakeWorkspace Workspace { get; }

    /// <summary>What goes wrong.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>Limits on calls; off unless a test sets one.</summary>
    public FakeLimits Limits { get; }

    /// <summary>Codes, exchanges and refreshes.</summary>
    public FakeOAuth OAuth { get; }

    /// <summary>Every call that came, oldest first.</summary>
    public ConcurrentQueue<FakeCall> Calls { get; } = [];

    /// <summary>Calls are remembered; a long benchmark turns it off.</summary>
    public bool RemembersCalls { get; set; } = true;

    /// <summary>Methods of the Web API by name; a test may put its own in.</summary>
    public ConcurrentDictionary<string, Func<FakeCall, JsonObject>> Methods { get; } = new(FakeMethods.All(), StringComparer.Ordinal);

    /// <summary>Further routes by path, for example a WebSocket.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Routes { get; } = new(StringComparer.Ordinal);

    /// <summary>Where it is, ending in a slash.</summary>
    public Uri Address => new(_server.Urls.Single() + "/");

    /// <summary>What <c>Slack:ApiBaseAddress</c> is set to.</summary>
    public Uri ApiBaseAddress => new(Address, "api/");

    /// <summary>Starts it on a free port of loopback.</summary>
    /// <param name="clock">Its time; the system's unless given.</param>
    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var slack = new FakeSlack(server, clock ?? TimeProvider.System);
        server.UseWebSockets();
        server.Run(slack.ServeAsync);
        await server.StartAsync();
        return slack;
    }

    /// <summary>A further workspace, empty but for the bot.</summary>
    /// <param name="team">Its id, for example <c>T0GLOBEX</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="enterprise">The organisation it belongs to, for example <c>E0ORG</c>.</param>
    public FakeWorkspace AddWorkspace(string team, string name, string? enterprise = null)
    {
        var workspace = _workspaces.GetOrAdd(team, id => new(this, id, name, enterprise));
        Allow($"xoxb-{team}", workspace);
        return workspace;
    }

    public FakeWorkspace WorkspaceOf(string team) => _workspaces[team];

    /// <summary>How often a method was called.</summary>
    public int Count(string method) => Calls.Count(call => call.Method == method);

    /// <summary>The token is the workspace's from now on.</summary>
    internal void Allow(string token, FakeWorkspace workspace) => _byToken[token] = workspace;

    /// <summary>The token is nobody's from now on: <c>invalid_auth</c>.</summary>
    internal void Forbid(string token) => _byToken.TryRemove(token, out _);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/api/", StringComparison.Ordinal))
            return CallAsync(context, path["/api/".Length..]);
        if (path.StartsWith("/response/", StringComparison.Ordinal))
            return RespondAsync(context, path["/response/".Length..]);
        if (Routes.TryGetValue(path, out var route))
            return route(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task CallAsync(HttpContext context, string method)
    {
        var (arguments, token) = await FakeArguments.ReadAsync(context.Request);
        var workspace = token is null ? null : _byToken.GetValueOrDefault(token);
        var call = new FakeCall(this, method, arguments, workspace, token, Clock.GetUtcNow());
        if (RemembersCalls)
            Calls.Enqueue(call);
        var fault = Faults.Next(call);
        if (fault is { IsAfterStoring: false } before)
        {
            await before.Happens(context);
            return;
        }
        if (Limits.Wait(call) is { } wait)
        {
            await FakeFault.RateLimited(wait).Happens(context);
            return;
        }
        if (workspace is not null)
            context.Response.Headers["x-oauth-scopes"] = string.Join(',', workspace.Scopes);
        var answer = Answer(call);
        await (fault is null ? SendAsync(context, answer) : fault.Happens(context));
    }

    private JsonObject Answer(FakeCall call)
    {
        if (!Methods.TryGetValue(call.Method, out var method))
            return SlackSays.No("unknown_method").Answer;
        try
        {
            var answer = method(call);
            answer["ok"] = true;
            return answer;
        }
        catch (SlackSays refusal)
        {
            return refusal.Answer;
        }
    }

    private async Task RespondAsync(HttpContext context, string id)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body);
        var call = new FakeCall(this, "response_url", body!.AsObject(), null, null, Clock.GetUtcNow());
        Calls.Enqueue(call);
        if (Faults.Next(call) is { } fault)
        {
            await fault.Happens(context);
            return;
        }
        var isTaken = _workspaces.Values.Any(workspace => workspace.Respond(id, call));
        context.Response.StatusCode = isTaken ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        await context.Response.WriteAsync(isTaken ? "ok" : "used_url");
    }

    private static Task SendAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}
