using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.EndToEnd;

/// <summary>
/// Stands between the Playground, which knows no tokens, and the bot, as the Bot Framework stands between Teams and bots: signs what
/// goes to the bot, asks the bot for its own token, and remembers what the bot sent.
/// </summary>
internal sealed class PlaygroundDoor : IAsyncDisposable
{
    private const string Connector = "/_connector";

    private readonly WebApplication _server;
    private readonly HttpClient _client = new();
    private readonly TestIssuer _issuer = new(FakeTeams.AppId);
    private readonly ConcurrentDictionary<string, FakePost> _posts = new(StringComparer.Ordinal);
    private readonly Uri _bot;
    private readonly Uri _playground;

    private PlaygroundDoor(WebApplication server, Uri bot, Uri playground) => (_server, _bot, _playground) = (server, bot, playground);

    /// <summary>Where it is.</summary>
    public Uri Address => new(_server.Urls.Single());

    /// <summary>What the bot has sent, as it stands now, oldest first.</summary>
    public IReadOnlyList<FakePost> Posts => [.. _posts.Values.OrderBy(post => post.Id, StringComparer.Ordinal)];

    /// <summary>Id of the activity that was answered last.</summary>
    public string LastAnswered { get; private set; } = "";

    /// <summary>What the bot answered, by id of the activity.</summary>
    public ConcurrentDictionary<string, JsonNode?> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts it.</summary>
    /// <param name="bot">Where the bot is or will be.</param>
    /// <param name="playground">Where the Playground is or will be.</param>
    public static async Task<PlaygroundDoor> StartAsync(Uri bot, Uri playground)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var door = new PlaygroundDoor(server, bot, playground);
        server.MapGet("/metadata", () => Results.Text(door._issuer.Metadata(new(door.Address, "/keys")).ToJsonString(), "application/json"));
        server.MapGet("/keys", () => Results.Text(door._issuer.Keys().ToJsonString(), "application/json"));
        server.MapPost("/{tenant}/oauth2/v2.0/token", () => Results.Text(door.Grant().ToJsonString(), "application/json"));
        server.MapPost("/api/messages", door.ToBotAsync);
        server.Map(Connector + "/{**rest}", door.ToPlaygroundAsync);
        await server.StartAsync();
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        _issuer.Dispose();
    }

    private JsonObject Grant() => new()
    {
        ["token_type"] = "Bearer", ["expires_in"] = 3600, ["ext_expires_in"] = 3600,
        ["access_token"] = _issuer.Sign(new() { ["aud"] = "https://api.botframework.com", ["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 3600 }),
    };

    private async Task ToBotAsync(HttpContext context)
    {
        var activity = await TextAsync(context.Request);
        var read = JsonNode.Parse(activity)!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_bot, "/api/messages")) { Content = new StringContent(activity, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", _issuer.Token(read["serviceUrl"]!.GetValue<string>()));
        var answer = await ForwardAsync(context, request);
        Answers[LastAnswered = read["id"]!.GetValue<string>()] = answer.Length == 0 ? null : JsonNode.Parse(answer);
    }

    private async Task ToPlaygroundAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.ToString() is not ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] || _issuer.Claims(token) is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var body = await TextAsync(context.Request);
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(_playground, target));
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await ForwardAsync(context, request);
        if (body.Length > 0 && context.Response.StatusCode < 300)
            Remember(target.Split('?')[0][Connector.Length..].Split('/').Select(Uri.UnescapeDataString).ToArray(), JsonNode.Parse(body)!.AsObject(), answer);
    }

    private void Remember(string[] path, JsonObject sent, string answer)
    {
        var told = answer.Length == 0 ? [] : JsonNode.Parse(answer)!.AsObject();
        if (path is ["", "v3", "conversations"] && sent["activity"] is JsonObject first)
            Keep(told["activityId"]!.GetValue<string>(), told["id"]!.GetValue<string>(), first);
        else if (path is ["", "v3", "conversations", var place, "activities", ..] && (path.ElementAtOrDefault(5) ?? told["id"]?.GetValue<string>()) is { } id)
            Keep(path.Length == 6 && sent["replyToId"] is not null ? told["id"]!.GetValue<string>() : id, place, sent);
    }

    private void Keep(string id, string conversation, JsonObject activity)
    {
        var parts = conversation.Split(";messageid=");
        _posts[id] = new() { Id = id, Place = parts[0], Thread = parts.ElementAtOrDefault(1), From = FakeTeams.Bot, Activity = activity.DeepClone().AsObject() };
    }

    private async Task<string> ForwardAsync(HttpContext context, HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        context.Response.StatusCode = (int)response.StatusCode;
        if (answer.Length == 0)
            return answer;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer);
        return answer;
    }

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
