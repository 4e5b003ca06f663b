using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>One call of the Web API as it came.</summary>
/// <param name="Slack">Who was called.</param>
/// <param name="Method">For example <c>chat.postMessage</c>.</param>
/// <param name="Arguments">From the body, the form or the query.</param>
/// <param name="Of">Whose token it carried; null when nobody's.</param>
/// <param name="Token">The token.</param>
/// <param name="At">When it came.</param>
internal sealed record FakeCall(FakeSlack Slack, string Method, JsonObject Arguments, FakeWorkspace? Of, string? Token, DateTimeOffset At)
{
    /// <summary>The workspace; without a token of one the call ends as Slack would end it.</summary>
    public FakeWorkspace Workspace
    {
        get
        {
            var workspace = Of ?? throw SlackSays.No(Token is null ? "not_authed" : "invalid_auth");
            return workspace.Refusal is { } error ? throw SlackSays.No(error) : workspace;
        }
    }

    public string Text(string name) => TextOrNull(name) ?? throw SlackSays.No("invalid_arguments");

    public string? TextOrNull(string name) => Arguments[name] switch
    {
        null => null,
        JsonValue value => value.TryGetValue<string>(out var text) ? text : value.ToJsonString(),
        var node => node.ToJsonString(),
    };

    public bool Flag(string name) => TextOrNull(name) is "true" or "1";

    public int Number(string name, int otherwise) => int.TryParse(TextOrNull(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>An argument that is JSON: itself, or written as text in a form.</summary>
    public JsonNode? Json(string name)
    {
        if (Arguments[name] is not JsonValue value || !value.TryGetValue<string>(out var text))
            return Arguments[name]?.DeepClone();
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw SlackSays.No("invalid_json");
        }
    }

    /// <summary>Refuses when the workspace has not granted the scope.</summary>
    public FakeCall Needs(string scope) => Workspace.Scopes.Contains(scope) ? this : throw SlackSays.MissingScope(scope, Workspace.Scopes);
}

/// <summary>A refusal of the Web API: <c>ok: false</c> with the error's name.</summary>
internal sealed class SlackSays(JsonObject answer) : Exception
{
    public JsonObject Answer => answer;

    public static SlackSays No(string error) => new(new JsonObject { ["ok"] = false, ["error"] = error });

    public static SlackSays InvalidBlocks(IEnumerable<string> faults) => new(new JsonObject
    {
        ["ok"] = false,
        ["error"] = "invalid_blocks",
        ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. faults.Select(fault => JsonValue.Create($"[ERROR] {fault}"))]) },
    });

    public static SlackSays MissingScope(string needed, IEnumerable<string> provided) => new(new JsonObject
    {
        ["ok"] = false, ["error"] = "missing_scope", ["needed"] = needed, ["provided"] = string.Join(',', provided),
    });
}

/// <summary>Reads a call's arguments and its token, however they came.</summary>
internal static class FakeArguments
{
    public static async Task<(JsonObject Arguments, string? Token)> ReadAsync(HttpRequest request)
    {
        var arguments = new JsonObject();
        foreach (var (name, values) in request.Query)
            arguments[name] = values.ToString();
        if (request.HasJsonContentType() && await JsonNode.ParseAsync(request.Body) is JsonObject body)
        {
            foreach (var (name, value) in body)
                arguments[name] = value?.DeepClone();
        }
        else if (request.HasFormContentType)
        {
            foreach (var (name, values) in await request.ReadFormAsync())
                arguments[name] = values.ToString();
        }
        AddClient(request, arguments);
        var token = Bearer(request) ?? arguments["token"]?.GetValue<string>();
        arguments.Remove("token");
        return (arguments, token);
    }

    // The app's own id and secret may come as Basic authentication instead of in the form.
    private static void AddClient(HttpRequest request, JsonObject arguments)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } both })
            return;
        if (Encoding.UTF8.GetString(Convert.FromBase64String(both)).Split(':', 2) is [var id, var secret])
            (arguments["client_id"], arguments["client_secret"]) = (id, secret);
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
}
