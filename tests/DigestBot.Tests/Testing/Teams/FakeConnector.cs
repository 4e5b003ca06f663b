using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>The Connector's REST calls ("Bot Connector API reference"), each tenant below an address of its own.</summary>
internal sealed class FakeConnector(FakeTeams teams)
{
    private const int SmallestPage = 50;

    public async Task ServeAsync(HttpContext context)
    {
        var (call, raw) = await ReadAsync(context);
        if (teams.RemembersCalls)
            teams.Calls.Enqueue(call);
        var fault = teams.Faults.Next(call);
        if (fault is { IsAfterStoring: false })
        {
            await fault.Happens(context);
            return;
        }
        try
        {
            var answer = Answer(context.Request, call, raw);
            await (fault is null ? FakeTeamsFault.WriteAsync(context, answer, Status(call)) : fault.Happens(context));
        }
        catch (ConnectorSays refusal)
        {
            await FakeTeamsFault.WriteAsync(context, refusal.Answer, refusal.Status);
        }
    }

    private static int Status(FakeTeamsCall call) =>
        call.Operation is "send" or "reply" or "create" ? StatusCodes.Status201Created : StatusCodes.Status200OK;

    private JsonNode Answer(HttpRequest request, FakeTeamsCall call, string raw)
    {
        if (request.Headers.Authorization.ToString() is not ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] || !teams.Login.IsGood(token))
            throw ConnectorSays.No(StatusCodes.Status401Unauthorized, "Unauthorized");
        if (teams.TenantAt(call.Path) is not { } tenant)
            throw ConnectorSays.No(StatusCodes.Status404NotFound, "NotFound");
        if (Encoding.UTF8.GetByteCount(raw) > teams.LargestMessage)
            throw ConnectorSays.No(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig");
        if (call.Verb is "POST" or "PUT" && call.Operation != "react" && (call.Body is not { } body || HasNull(body)))
            throw ConnectorSays.No(StatusCodes.Status400BadRequest, "BadSyntax");
        return Answer(tenant, call);
    }

    private static JsonNode Answer(FakeTenant tenant, FakeTeamsCall call) => call.Operation switch
    {
        "create" => tenant.Create(call.Body!),
        "send" => tenant.Post(call.Conversation!, null, call.Body!, IsTargeted(call)),
        "reply" => tenant.Post(call.Conversation!, call.Activity, call.Body!, IsTargeted(call)),
        "update" => tenant.Update(call.Conversation!, call.Activity!, call.Body!),
        "delete" => tenant.Delete(call.Conversation!, call.Activity!),
        "members" => Page(tenant.MembersOf(call.Conversation!), call),
        "allMembers" => new JsonArray([.. tenant.MembersOf(call.Conversation!).Select(member => member.ToJson())]),
        "member" => tenant.MemberOf(call.Conversation!, call.Named!).ToJson(),
        "channels" => tenant.ChannelsOf(call.Named!),
        "react" or "unreact" => tenant.React(call.Conversation!, call.Activity!, call.Named!, call.Operation == "react"),
        _ => throw ConnectorSays.No(StatusCodes.Status404NotFound, "NotFound"),
    };

    // Chats give the whole roster whatever was asked; channels page by page, and never fewer than fifty.
    private static JsonObject Page(IReadOnlyList<FakeMember> members, FakeTeamsCall call)
    {
        var size = call.Conversation!.Contains("@thread.tacv2", StringComparison.Ordinal)
            ? Math.Max(SmallestPage, int.Parse(call.Query.GetValueOrDefault("pageSize", "200"), CultureInfo.InvariantCulture))
            : int.MaxValue;
        var from = int.Parse(call.Query.GetValueOrDefault("continuationToken", "0").Split('-')[^1], CultureInfo.InvariantCulture);
        var page = new JsonObject { ["members"] = new JsonArray([.. members.Skip(from).Take(size).Select(member => member.ToJson())]) };
        if (members.Count - from > size)
            page["continuationToken"] = string.Create(CultureInfo.InvariantCulture, $"page/+?&-{from + size}");
        return page;
    }

    private static bool IsTargeted(FakeTeamsCall call) => call.Query.GetValueOrDefault("isTargetedActivity") == "true";

    private static bool HasNull(JsonNode node) => node switch
    {
        JsonObject members => members.Any(member => member.Value is null || HasNull(member.Value)),
        JsonArray items => items.Any(item => item is null || HasNull(item)),
        _ => false,
    };

    private static async Task<(FakeTeamsCall Call, string Raw)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var raw = await reader.ReadToEndAsync();
        // As it came on the wire: the server has unescaped the path otherwise, and a slash in an id would be one too many.
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var parts = target.Split('/').Skip(4).Select(Uri.UnescapeDataString).ToArray();
        var named = Named(request.Method, parts) with
        {
            Body = Parse(raw), Query = query, Path = target, ContentType = request.ContentType, Length = Encoding.UTF8.GetByteCount(raw),
        };
        return (named, raw);
    }

    private static FakeTeamsCall Named(string verb, string[] parts) => (verb, parts) switch
    {
        ("POST", ["conversations"]) => Call("create", verb),
        ("POST", ["conversations", var c, "activities"]) => Call("send", verb, c),
        ("POST", ["conversations", var c, "activities", var a]) => Call("reply", verb, c, a),
        ("PUT", ["conversations", var c, "activities", var a]) => Call("update", verb, c, a),
        ("DELETE", ["conversations", var c, "activities", var a]) => Call("delete", verb, c, a),
        ("GET", ["conversations", var c, "pagedmembers"]) => Call("members", verb, c),
        ("GET", ["conversations", var c, "members"]) => Call("allMembers", verb, c),
        ("GET", ["conversations", var c, "members", var m]) => Call("member", verb, c) with { Named = m },
        ("PUT", ["conversations", var c, "activities", var a, "reactions", var r]) => Call("react", verb, c, a) with { Named = r },
        ("DELETE", ["conversations", var c, "activities", var a, "reactions", var r]) => Call("unreact", verb, c, a) with { Named = r },
        ("GET", ["teams", var t, "conversations"]) => Call("channels", verb) with { Named = t },
        _ => Call("unknown", verb),
    };

    private static FakeTeamsCall Call(string operation, string verb, string? conversation = null, string? activity = null) =>
        new(operation, verb, conversation, activity, null, new Dictionary<string, string>(StringComparer.Ordinal));

    private static JsonObject? Parse(string raw)
    {
        try
        {
            return raw.Length == 0 ? null : JsonNode.Parse(raw)!.AsObject();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
