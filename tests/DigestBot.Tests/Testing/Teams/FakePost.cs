using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>Somebody in a tenant.</summary>
/// <param name="Name">As shown.</param>
/// <param name="ObjectId">In Entra; what people are known by.</param>
/// <param name="Email">Also the name for signing in.</param>
internal sealed record FakeMember(string Name, string ObjectId, string Email)
{
    /// <summary>The bot's own id of the person.</summary>
    public string Mri => $"29:1{Name.ToLowerInvariant()}";

    /// <summary>The person's own tenant; another one for a guest.</summary>
    public string Tenant { get; init; } = FakeTeams.TenantId;

    /// <summary>IANA name of the zone that the person's client tells.</summary>
    public string Zone { get; init; } = "Europe/Paris";

    public string Locale { get; init; } = "en-GB";

    public bool IsGuest { get; init; }

    /// <summary>As the Connector lists members.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Mri, ["objectId"] = ObjectId, ["aadObjectId"] = ObjectId, ["name"] = Name, ["givenName"] = Name, ["surname"] = "Example",
        ["email"] = Email, ["userPrincipalName"] = Email, ["tenantId"] = Tenant, ["userRole"] = IsGuest ? "guest" : "user",
    };
}

/// <summary>A channel, a group chat, or the personal chat of one person and the bot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As shown; empty for chats.</param>
/// <param name="Type"><c>channel</c>, <c>groupChat</c> or <c>personal</c>.</param>
internal sealed record FakePlace(string Id, string Name, string Type)
{
    /// <summary>The team of a channel: the thread of its General.</summary>
    public string? Team { get; init; }

    /// <summary>MRIs of the people in it.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The bot is in it.</summary>
    public bool HasBot { get; init; } = true;

    /// <summary>Nobody can post: the team is archived, or the person has blocked the bot.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>It was deleted.</summary>
    public bool IsDeleted { get; init; }
}

/// <summary>A message as it stands now.</summary>
internal sealed record FakePost
{
    public required string Id { get; init; }

    /// <summary>The channel or chat, without <c>;messageid=</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Id of the first message of its thread; its own for a first message of a channel, null in chats.</summary>
    public string? Thread { get; init; }

    /// <summary>MRI of who wrote it.</summary>
    public required string From { get; init; }

    /// <summary>The activity that sent or last changed it.</summary>
    public required JsonObject Activity { get; init; }

    /// <summary>The only one who sees it; null for everybody in the place.</summary>
    public string? For { get; init; }

    /// <summary>How often it was changed in place.</summary>
    public int Updates { get; init; }

    /// <summary>Reactions, as <c>MRI type</c>; the bot's own included.</summary>
    public IReadOnlyList<string> Reactions { get; init; } = [];

    /// <summary>It stands below another one.</summary>
    public bool IsReply => Thread is not null && Thread != Id;

    /// <summary>The conversation that events about it name.</summary>
    public string Conversation => Thread is null ? Place : $"{Place};messageid={Thread}";

    public string Text => Activity["text"]?.GetValue<string>() ?? "";

    /// <summary>What a notification reads aloud.</summary>
    public string Summary => Activity["summary"]?.GetValue<string>() ?? "";

    /// <summary>It asks for an alert in the activity feed.</summary>
    public bool Alerts => Activity["channelData"]?["notification"]?["alert"]?.GetValue<bool>() == true;

    /// <summary>Its Adaptive Card; null without one.</summary>
    public JsonObject? Card => Activity["attachments"]?.AsArray().FirstOrDefault()?["content"]?.AsObject();

    /// <summary>Everything that can be read on it.</summary>
    public string Reads => Card is null ? Text : FakeCard.Reads(Card);

    /// <summary>Everything to press on it, in the order in which it stands.</summary>
    public IReadOnlyList<FakeCardButton> Buttons => FakeCard.Buttons(Card);
}

/// <summary>Something to press on a card.</summary>
internal sealed record FakeCardButton(string Title, JsonObject Action)
{
    public string Type => Action["type"]!.GetValue<string>();

    public JsonObject Data => Action["data"] as JsonObject ?? [];

    /// <summary>It opens a dialog.</summary>
    public bool OpensDialog => Data["msteams"]?["type"]?.GetValue<string>() == "task/fetch";
}

/// <summary>Adaptive Cards as people see them.</summary>
internal static class FakeCard
{
    private static readonly string[] Seen = ["text", "title", "value", "label", "placeholder", "altText", "errorMessage"];

    /// <summary>Everything that can be read, one text a line.</summary>
    public static string Reads(JsonObject card) => string.Join('\n', Texts(card));

    /// <summary>Everything to press, those in menus and hidden parts included.</summary>
    public static IReadOnlyList<FakeCardButton> Buttons(JsonNode? card) => card is null ? [] :
    [
        .. Objects(card)
            .Where(one => Text(one, "type")?.StartsWith("Action.", StringComparison.Ordinal) == true && one["title"] is not null)
            .Select(action => new FakeCardButton(Text(action, "title")!, action)),
    ];

    /// <summary>Ids of everything to fill in.</summary>
    public static IReadOnlyList<string> Inputs(JsonNode? card) => card is null ? [] :
    [
        .. Objects(card).Where(one => Text(one, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true).Select(input => Text(input, "id") ?? ""),
    ];

    private static IEnumerable<string> Texts(JsonObject card) =>
        from one in Objects(card)
        from name in Seen
        where one["verb"] is null || name is "title"
        let text = Text(one, name)
        where text is { Length: > 0 }
        select text;

    // Neither data (an opaque word for the bot) nor what stands there only for older clients is seen.
    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject one => one.Where(member => member.Key is not ("data" or "fallback" or "refresh")).SelectMany(member => member.Value is null ? [] : Objects(member.Value)).Prepend(one),
        JsonArray many => many.SelectMany(item => item is null ? [] : Objects(item)),
        _ => [],
    };

    private static string? Text(JsonObject one, string name) => one[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
