using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>Activities as Teams sends them, with ids of nobody; written from the protocol and not from our records of it.</summary>
internal static class Sent
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string Tenant = "22222222-2222-4222-8222-222222222222";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/22222222-2222-4222-8222-222222222222/";

    /// <summary>Somebody writes to the bot in the personal chat.</summary>
    public static JsonObject Message(string id = "1795339200001", string text = "top 3") => Activity("message", id).With("text", text);

    /// <summary>Somebody reacts to a message of the bot's.</summary>
    public static JsonObject Reaction(string id, string timestamp = "2026-11-22T10:00:01.000Z") => Activity("messageReaction", id)
        .With("timestamp", timestamp)
        .With("replyToId", "1795339200000")
        .With("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" }));

    /// <summary>Somebody presses a button or looks at a dialog.</summary>
    public static JsonObject Invoke(string name, string id = "f:fake-0001") => Activity("invoke", id)
        .With("name", name)
        .With("value", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "help" } });

    /// <summary>Anything, with what every activity has.</summary>
    public static JsonObject Activity(string type, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = "2026-11-22T10:00:00.000Z",
        ["serviceUrl"] = ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:1FakeUserMri", ["name"] = "Ann Example", ["aadObjectId"] = "33333333-3333-4333-8333-333333333333" },
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = "a:fakePersonal0001" },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "DigestBot" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    /// <summary>The same activity with one thing in it changed; taken out where the value is null.</summary>
    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        if (value is null)
            activity.Remove(name);
        else
            activity[name] = value;
        return activity;
    }

    /// <summary>A POST of it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="token">With this token; null for none.</param>
    /// <param name="mediaType">Its content type; empty for none.</param>
    public static HttpRequestMessage Post(byte[] body, string? token, string mediaType = "application/json; charset=utf-8")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        if (mediaType.Length > 0)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return request;
    }

    public static byte[] Bytes(this JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());
}
