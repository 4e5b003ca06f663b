using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>A message as it stands in a channel now.</summary>
internal sealed record FakeMessage
{
    public required string Ts { get; init; }

    public required string Channel { get; init; }

    /// <summary>Who wrote it: a user, or the bot's user.</summary>
    public required string User { get; init; }

    /// <summary>Top-level text: what a screen reader says.</summary>
    public string Text { get; init; } = "";

    public JsonArray? Blocks { get; init; }

    public JsonObject? Metadata { get; init; }

    /// <summary>The thread it is in; null for one in the channel itself.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>How often it was changed in place.</summary>
    public int Updates { get; init; }

    /// <summary>Arguments of the call that sent or last changed it.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>Reactions: name and users.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Reactions { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Everything that can be read on it, block by block.</summary>
    public string Reads => Blocks is null ? Text : string.Join('\n', BlockKit.Texts(Blocks));

    /// <summary>Its buttons, menus' options included, in the order in which they stand.</summary>
    public IReadOnlyList<FakeButton> Buttons => [.. BlockKit.Buttons(Blocks)];

    /// <summary>Whom it rings for: <c>&lt;!channel&gt;</c>, <c>&lt;@U1&gt;</c> and the like, wherever Slack parses them.</summary>
    public IReadOnlyList<string> Rings => [.. BlockKit.Rings(Text, Blocks)];

    /// <summary>As the Web API shows it.</summary>
    public JsonObject Shown(bool withMetadata) => new()
    {
        ["type"] = "message", ["user"] = User, ["ts"] = Ts, ["text"] = Text, ["thread_ts"] = ThreadTs,
        ["bot_id"] = User == FakeWorkspace.Bot ? "B0DIGEST" : null,
        ["app_id"] = User == FakeWorkspace.Bot ? FakeSlack.AppId : null,
        ["blocks"] = Blocks?.DeepClone() ?? new JsonArray(),
        ["metadata"] = withMetadata ? Metadata?.DeepClone() : MetadataName(),
        ["reactions"] = new JsonArray([.. Reactions.Select(reaction => new JsonObject
        {
            ["name"] = reaction.Key, ["count"] = reaction.Value.Count, ["users"] = new JsonArray([.. reaction.Value.Select(user => JsonValue.Create(user))]),
        })]),
    };

    // Without include_all_metadata only the type of the event is told.
    private JsonObject? MetadataName() => Metadata is null ? null : new() { ["event_type"] = Metadata["event_type"]?.DeepClone() };
}

/// <summary>Something to press.</summary>
internal sealed record FakeButton(string Title, string ActionId, string? Value, string? BlockId, JsonObject Element)
{
    public string Type => Element["type"]!.GetValue<string>();
}

/// <summary>A message that one person sees until the next reload.</summary>
internal sealed record FakeEphemeral(string Channel, string User, FakeMessage Message);

/// <summary>A modal or a home page.</summary>
internal sealed record FakeView(string Id, string User, string Hash, JsonObject View, string? RootId, string? PreviousId)
{
    public string CallbackId => View["callback_id"]?.GetValue<string>() ?? "";

    public string PrivateMetadata => View["private_metadata"]?.GetValue<string>() ?? "";

    public string Title => View["title"]?["text"]?.GetValue<string>() ?? "";

    /// <summary>Everything that can be read on it.</summary>
    public string Reads => string.Join('\n', BlockKit.Texts(View["blocks"]?.AsArray() ?? []));

    public IReadOnlyList<FakeButton> Buttons => [.. BlockKit.Buttons(View["blocks"]?.AsArray())];

    /// <summary>As the Web API shows it.</summary>
    public JsonObject Shown(string team)
    {
        var shown = View.DeepClone().AsObject();
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("id", Id), ("team_id", team), ("hash", Hash), ("app_id", FakeSlack.AppId), ("bot_id", "B0DIGEST"), ("root_view_id", RootId ?? Id), ("previous_view_id", PreviousId),
        })
            shown[name] = value;
        shown["state"] ??= new JsonObject { ["values"] = new JsonObject() };
        shown["private_metadata"] ??= "";
        shown["callback_id"] ??= "";
        shown["external_id"] ??= "";
        return shown;
    }
}
