using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>Something Teams sends to the bot.</summary>
/// <param name="Body">The activity.</param>
internal sealed record FakeActivity(JsonObject Body)
{
    public string Type => Body["type"]!.GetValue<string>();

    /// <summary>Where it says it can be answered.</summary>
    public string ServiceUrl => Body["serviceUrl"]!.GetValue<string>();

    /// <summary>The bytes on the wire, and the payload of an inbox item.</summary>
    public string Raw => Body.ToJsonString();

    /// <summary>The same with one member different; null takes it away.</summary>
    public FakeActivity With(string member, JsonNode? value)
    {
        var changed = Body.DeepClone().AsObject();
        if (value is null)
            changed.Remove(member);
        else
            changed[member] = value;
        return new(changed);
    }

    /// <summary>As an HTTP request, without a token.</summary>
    /// <param name="bot">Where the bot is.</param>
    public HttpRequestMessage ToHttp(Uri bot)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Raw));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return new(HttpMethod.Post, new Uri(bot, "/api/messages")) { Content = content };
    }

    /// <summary>An activity of somebody in a place.</summary>
    /// <param name="tenant">Their tenant.</param>
    /// <param name="type">What happened.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="place">Where.</param>
    /// <param name="thread">Id of the thread's first message; null in chats and where no thread is named.</param>
    internal static FakeActivity Of(FakeTenant tenant, string type, FakeMember by, FakePlace place, string? thread = null)
    {
        var conversation = new JsonObject
        {
            ["conversationType"] = place.Type, ["tenantId"] = tenant.Id, ["id"] = thread is null ? place.Id : $"{place.Id};messageid={thread}",
        };
        if (place.Type != "personal")
            conversation["isGroup"] = true;
        var body = new JsonObject
        {
            ["type"] = type, ["id"] = $"f:{tenant.NextId()}", ["timestamp"] = tenant.Teams.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["serviceUrl"] = tenant.ServiceUrl, ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = by.Mri, ["name"] = by.Name, ["aadObjectId"] = by.ObjectId },
            ["conversation"] = conversation,
            ["recipient"] = new JsonObject { ["id"] = FakeTeams.Bot, ["name"] = "DigestBot" },
            ["locale"] = by.Locale,
            ["channelData"] = ChannelData(tenant, place),
        };
        if (type is "message" or "invoke")
            body["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = by.Locale, ["country"] = "FR", ["platform"] = "Web", ["timezone"] = by.Zone });
        return new(body);
    }

    private static JsonObject ChannelData(FakeTenant tenant, FakePlace place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant.Id } };
        if (place.Type == "channel")
            (data["team"], data["channel"]) = (new JsonObject { ["id"] = place.Team, ["aadGroupId"] = "44444444-4444-4444-8444-444444444444", ["name"] = "Acme Air" }, new JsonObject { ["id"] = place.Id });
        return data;
    }
}
