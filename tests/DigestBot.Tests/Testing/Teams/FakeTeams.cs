using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>
/// Microsoft's side on loopback: login, published keys, the Connector and the people who use Teams. It stores what is sent, refuses
/// what the Connector refuses, shows what people see, and goes wrong the ways it does. Stands alone (no other test code than this
/// folder's), so that end-to-end tests and benchmarks share it.
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string AppSecret = "fake-teams-app-secret";
    public const string TenantId = "22222222-2222-4222-8222-222222222222";
    public const string Bot = $"28:{AppId}";

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, FakeTenant> _tenants = new(StringComparer.Ordinal);
    private readonly HttpClient _client = new();
    private readonly FakeConnector _connector;

    private FakeTeams(WebApplication server, TimeProvider clock)
    {
        (_server, Clock) = (server, clock);
        Issuer = new(AppId, clock);
        Login = new(this);
        _connector = new(this);
        Tenant = AddTenant(TenantId).WithCast();
    }

    /// <summary>Its time: ids of messages, tokens.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The tenant of Acme Air, with the cast in it.</summary>
    public FakeTenant Tenant { get; }

    /// <summary>Who signs what comes to the bot, and the bot's own tokens.</summary>
    public TestIssuer Issuer { get; }

    /// <summary>Where the bot's tokens come from.</summary>
    public FakeLogin Login { get; }

    /// <summary>What goes wrong.</summary>
    public FakeTeamsFaults Faults { get; } = new();

    /// <summary>Every call that came, oldest first: <c>send</c>, <c>reply</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>members</c>...</summary>
    public ConcurrentQueue<FakeTeamsCall> Calls { get; } = [];

    /// <summary>Calls are remembered; a long benchmark turns it off.</summary>
    public bool RemembersCalls { get; set; } = true;

    /// <summary>The largest message in bytes of JSON; a larger one is refused with 413.</summary>
    public int LargestMessage { get; set; } = 100 * 1024;

    /// <summary>Where the bot listens; set by whoever starts one.</summary>
    public Uri? BotAddress { get; set; }

    /// <summary>Where it is, ending in a slash.</summary>
    public Uri Address => new(_server.Urls.Single() + "/");

    /// <summary>What <c>Teams:LoginAddress</c> is set to.</summary>
    public Uri LoginAddress => Address;

    /// <summary>What <c>Teams:OpenIdMetadataAddress</c> is set to.</summary>
    public Uri MetadataAddress => new(Address, "v1/.well-known/openidconfiguration");

    /// <summary>Host and port for <c>Teams:AllowedServiceHosts</c>.</summary>
    public string ServiceHost => Address.Authority;

    /// <summary>The settings that point a bot at it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Teams:AppId"] = AppId,
        ["Teams:AppSecret"] = AppSecret,
        ["Teams:TenantId"] = TenantId,
        ["Teams:LoginAddress"] = LoginAddress.ToString(),
        ["Teams:OpenIdMetadataAddress"] = MetadataAddress.ToString(),
        ["Teams:AllowedServiceHosts:0"] = ServiceHost,
    };

    /// <summary>Starts it on a free port of loopback.</summary>
    /// <param name="clock">Its time; the system's unless given.</param>
    public static async Task<FakeTeams> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var teams = new FakeTeams(server, clock ?? TimeProvider.System);
        server.Run(teams.ServeAsync);
        await server.StartAsync();
        return teams;
    }

    /// <summary>A further tenant, empty.</summary>
    public FakeTenant AddTenant(string id) => _tenants.GetOrAdd(id, key => new(this, key));

    public FakeTenant? TenantOf(string id) => _tenants.GetValueOrDefault(id);

    /// <summary>How often something was called.</summary>
    public int Count(string operation) => Calls.Count(call => call.Operation == operation);

    /// <summary>The activity as Teams sends it: an HTTP request with a good token unless something is to be wrong.</summary>
    public HttpRequestMessage Signed(FakeActivity activity, Uri bot, TokenFault fault = TokenFault.None)
    {
        var request = activity.ToHttp(bot);
        request.Headers.Authorization = new("Bearer", Issuer.Token(activity.ServiceUrl, fault));
        return request;
    }

    /// <summary>Sends to <see cref="BotAddress"/>; what the bot answered.</summary>
    public async Task<FakeBotAnswer> SendAsync(FakeActivity activity)
    {
        var bot = BotAddress ?? throw new InvalidOperationException("No bot was named.");
        using var request = Signed(activity, bot);
        using var response = await _client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        Issuer.Dispose();
    }

    /// <summary>Of which tenant an address of the Connector is.</summary>
    internal FakeTenant? TenantAt(string path) => path.Split('/') is ["", "connector", var tenant, ..] ? TenantOf(tenant) : null;

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/connector/", StringComparison.Ordinal))
            await _connector.ServeAsync(context);
        else if (path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
            await Login.ServeAsync(context, path[1..]);
        else if (path == MetadataAddress.AbsolutePath)
            await PublishAsync(context, "metadata", Issuer.Metadata(new(Address, "keys")));
        else if (path == "/keys")
            await PublishAsync(context, "keys", Issuer.Keys());
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task PublishAsync(HttpContext context, string operation, JsonObject document)
    {
        var call = new FakeTeamsCall(operation, "GET", null, null, null, new Dictionary<string, string>(StringComparer.Ordinal));
        if (RemembersCalls)
            Calls.Enqueue(call);
        await (Faults.Next(call) is { } fault ? fault.Happens(context) : FakeTeamsFault.WriteAsync(context, document));
    }
}

/// <summary>What the bot answered an activity.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">As it came; empty for everything but invokes.</param>
internal sealed record FakeBotAnswer(int Status, string Body)
{
    /// <summary>The answer of an invoke.</summary>
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>The card in the answer of an Action.Execute; null when it is words.</summary>
    public JsonObject? Card => Body.Length > 0 ? Json["value"] as JsonObject : null;

    /// <summary>The dialog in the answer; null when there is none.</summary>
    public JsonObject? Dialog => Body.Length > 0 ? Json["task"]?["value"]?["card"]?["content"]?.AsObject() : null;
}

/// <summary>A call of the bot's.</summary>
/// <param name="Operation">What it was.</param>
/// <param name="Verb">HTTP's.</param>
/// <param name="Conversation">Id of the conversation, unescaped; null where there is none.</param>
/// <param name="Activity">Id of the message, unescaped; null where there is none.</param>
/// <param name="Body">What was sent; null for nothing.</param>
/// <param name="Query">What stood after the question mark.</param>
internal sealed record FakeTeamsCall(
    string Operation, string Verb, string? Conversation, string? Activity, JsonObject? Body, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>The path as it came, escapes and all.</summary>
    public string Path { get; init; } = "";

    /// <summary>The header <c>Content-Type</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes of the body.</summary>
    public long Length { get; init; }

    /// <summary>What else the path names: a member, a reaction, a team.</summary>
    public string? Named { get; init; }
}
