using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>What people see of blocks: texts, buttons, and whom they ring for.</summary>
internal static partial class BlockKit
{
    /// <summary>Every text on them, in order; emoji as <c>:name:</c>, people as <c>@U1</c>.</summary>
    public static IEnumerable<string> Texts(JsonArray blocks) => blocks.SelectMany(TextsOf).Where(text => text.Length > 0);

    /// <summary>Buttons and the options of menus and selects.</summary>
    public static IEnumerable<FakeButton> Buttons(JsonArray? blocks) =>
        from block in blocks?.OfType<JsonObject>() ?? []
        from element in Objects(block)
        where element["action_id"] is not null
        from button in ButtonsOf(element, Text(block, "block_id"))
        select button;

    /// <summary>Whom it rings for.</summary>
    public static IEnumerable<string> Rings(string text, JsonArray? blocks)
    {
        var parsed = (blocks is null ? [] : blocks.SelectMany(Objects).Where(found => Text(found, "type") == "mrkdwn").Select(found => Text(found, "text") ?? "")).Prepend(text);
        var typed = blocks is null ? [] : blocks.SelectMany(Objects).Where(found => Text(found, "type") is "user" or "broadcast" or "usergroup").Select(found => found.ToJsonString());
        return parsed.SelectMany(part => Ringing().Matches(part).Select(match => match.Value)).Concat(typed);
    }

    /// <summary>An object and all objects inside it.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => Objects(property.Value)).Prepend(found),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    public static string? Text(JsonObject node, string property) =>
        node[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<string> TextsOf(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(TextsOf),
        JsonObject run when Text(run, "type") is "rich_text_section" or "rich_text_quote" or "rich_text_preformatted" =>
            [string.Concat(run["elements"]!.AsArray().OfType<JsonObject>().Select(Run))],
        JsonObject found => found.SelectMany(property => property.Key switch
        {
            "text" when property.Value is JsonValue => [property.Value.GetValue<string>()],
            "type" or "block_id" or "action_id" or "value" or "style" or "url" => [],
            _ => TextsOf(property.Value),
        }),
        _ => [],
    };

    private static string Run(JsonObject run) => Text(run, "type") switch
    {
        "emoji" => $":{Text(run, "name")}:",
        "user" => $"@{Text(run, "user_id")}",
        "channel" => $"#{Text(run, "channel_id")}",
        "link" => Text(run, "text") ?? Text(run, "url") ?? "",
        _ => Text(run, "text") ?? "",
    };

    private static IEnumerable<FakeButton> ButtonsOf(JsonObject element, string? block)
    {
        var action = Text(element, "action_id")!;
        if (element["options"] is not JsonArray options)
            return [new(Text(element["text"] as JsonObject ?? [], "text") ?? "", action, Text(element, "value"), block, element)];
        return options.OfType<JsonObject>().Select(option => new FakeButton(Text(option["text"]!.AsObject(), "text") ?? "", action, Text(option, "value"), block, element));
    }

    [GeneratedRegex("<[!@#][^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ringing();
}
