using System.Text.Json.Nodes;
using static DigestBot.Tests.Testing.Slack.BlockKit;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>The limits of Block Kit, as Slack holds them against what is sent.</summary>
internal static class BlockKitRules
{
    private static readonly string[] Blocks =
    [
        "section", "header", "context", "actions", "divider", "input", "image", "rich_text", "markdown", "table", "video", "context_actions",
        "data_visualization", "data_table", "alert", "card", "carousel", "container", "file", "call", "plan", "task_card",
    ];

    private static readonly string[] RichText =
        ["rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"];

    /// <summary>What is wrong with a message's or view's blocks; nothing when they are fine.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="most">50 in a message, 100 in a view.</param>
    public static IReadOnlyList<string> Faults(JsonArray blocks, int most)
    {
        var faults = new List<string>();
        if (blocks.Count > most)
            faults.Add($"no more than {most} items allowed [json-pointer:/blocks]");
        foreach (var (block, at) in blocks.Select((block, at) => (block as JsonObject ?? [], at)))
            faults.AddRange(BlockFaults(block).Select(fault => $"{fault} [json-pointer:/blocks/{at}]"));
        faults.AddRange(Repeated(blocks.OfType<JsonObject>().Select(block => Text(block, "block_id"))).Select(id => $"`block_id` {id} already exists"));
        return faults;
    }

    /// <summary>What is wrong with a view around its blocks.</summary>
    public static IReadOnlyList<string> ViewFaults(JsonObject view)
    {
        var faults = new List<string>();
        if (Text(view, "type") is not ("modal" or "home"))
            faults.Add("unknown view type");
        if (view["blocks"] is not JsonArray blocks)
            return [.. faults, "blocks missing"];
        faults.AddRange(Faults(blocks, 100));
        if (Text(view, "type") == "modal")
            faults.AddRange(ModalFaults(view, blocks));
        faults.AddRange(TooLong(Text(view, "private_metadata"), 3_000, "private_metadata"));
        faults.AddRange(TooLong(Text(view, "callback_id"), 255, "callback_id"));
        faults.AddRange(TooLong(Text(view, "external_id"), 255, "external_id"));
        return faults;
    }

    private static IEnumerable<string> ModalFaults(JsonObject view, JsonArray blocks)
    {
        if (view["title"] is null)
            yield return "title missing";
        foreach (var part in new[] { "title", "submit", "close" })
        {
            foreach (var fault in PlainFaults(view[part] as JsonObject, 24, part))
                yield return fault;
        }
        if (view["submit"] is null && blocks.OfType<JsonObject>().Any(block => Text(block, "type") == "input"))
            yield return "submit is required when an input block is there";
    }

    private static IEnumerable<string> BlockFaults(JsonObject block)
    {
        var type = Text(block, "type");
        if (!Blocks.Contains(type))
            return [$"unsupported type: {type}"];
        var own = type switch
        {
            "header" => PlainFaults(block["text"] as JsonObject, 150, "header", isNeeded: true),
            "section" => SectionFaults(block),
            "context" => ContextFaults(block),
            "actions" => CountFaults(block, "elements", 1, 25),
            "input" => InputFaults(block),
            "rich_text" => RichTextFaults(block),
            "image" => TooLong(Text(block, "alt_text"), 2_000, "alt_text"),
            _ => [],
        };
        return own.Concat(TooLong(Text(block, "block_id"), 255, "block_id")).Concat(ElementFaults(block));
    }

    private static IEnumerable<string> SectionFaults(JsonObject block)
    {
        if (block["text"] is null && block["fields"] is null)
            return ["a section needs text or fields"];
        var text = block["text"] is JsonObject found ? TextFaults(found, 3_000, "section") : [];
        var fields = block["fields"] is JsonArray array ? CountFaults(block, "fields", 1, 10).Concat(array.OfType<JsonObject>().SelectMany(field => TextFaults(field, 2_000, "field"))) : [];
        return text.Concat(fields);
    }

    private static IEnumerable<string> ContextFaults(JsonObject block) => CountFaults(block, "elements", 1, 10)
        .Concat(block["elements"]!.AsArray().OfType<JsonObject>().Where(element => Text(element, "type") != "image").SelectMany(element => TextFaults(element, 3_000, "context")));

    private static IEnumerable<string> InputFaults(JsonObject block) => block["element"] is null
        ? ["an input needs an element"]
        : PlainFaults(block["label"] as JsonObject, 2_000, "label", isNeeded: true).Concat(PlainFaults(block["hint"] as JsonObject, 2_000, "hint"));

    private static IEnumerable<string> RichTextFaults(JsonObject block)
    {
        if (block["elements"] is not JsonArray { Count: > 0 } elements)
            return ["rich_text needs elements"];
        var types = elements.OfType<JsonObject>().Where(element => !RichText.Contains(Text(element, "type"))).Select(element => $"unsupported element: {Text(element, "type")}");
        var runs = Objects(elements).Where(run => Text(run, "type") == "text" && Text(run, "text") is null or "").Select(_ => "must be more than 0 characters");
        return types.Concat(runs);
    }

    private static IEnumerable<string> ElementFaults(JsonObject block)
    {
        var elements = Objects(block).Where(found => found["action_id"] is not null).ToList();
        return Repeated(elements.Select(element => Text(element, "action_id"))).Select(id => $"`action_id` {id} already exists")
            .Concat(elements.SelectMany(OneElementFaults));
    }

    private static IEnumerable<string> OneElementFaults(JsonObject element)
    {
        var common = TooLong(Text(element, "action_id"), 255, "action_id").Concat(ConfirmFaults(element["confirm"] as JsonObject));
        var own = Text(element, "type") switch
        {
            "button" => PlainFaults(element["text"] as JsonObject, 75, "button", isNeeded: true)
                .Concat(TooLong(Text(element, "value"), 2_000, "value")).Concat(TooLong(Text(element, "url"), 3_000, "url"))
                .Concat(TooLong(Text(element, "accessibility_label"), 75, "accessibility_label")),
            "overflow" => CountFaults(element, "options", 1, 5).Concat(OptionFaults(element)),
            "static_select" or "multi_static_select" => (element["options"] is null ? [] : CountFaults(element, "options", 1, 100)).Concat(OptionFaults(element)),
            "radio_buttons" or "checkboxes" => CountFaults(element, "options", 1, 10).Concat(OptionFaults(element)),
            _ => [],
        };
        return common.Concat(own).Concat(PlainFaults(element["placeholder"] as JsonObject, 150, "placeholder"));
    }

    private static IEnumerable<string> OptionFaults(JsonObject element) =>
        (element["options"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(option => TextFaults(option["text"] as JsonObject ?? [], 75, "option")
            .Concat(TooLong(Text(option, "value"), 150, "option value")).Concat(PlainFaults(option["description"] as JsonObject, 75, "description")));

    private static IEnumerable<string> ConfirmFaults(JsonObject? confirm) => confirm is null ? [] :
        PlainFaults(confirm["title"] as JsonObject, 100, "confirm title").Concat(TextFaults(confirm["text"] as JsonObject ?? [], 300, "confirm text"))
            .Concat(PlainFaults(confirm["confirm"] as JsonObject, 30, "confirm")).Concat(PlainFaults(confirm["deny"] as JsonObject, 30, "deny"));

    private static IEnumerable<string> PlainFaults(JsonObject? text, int longest, string what, bool isNeeded = false)
    {
        if (text is null)
            return isNeeded ? [$"{what} missing"] : [];
        return Text(text, "type") == "plain_text" ? TextFaults(text, longest, what) : [$"{what} must be plain_text"];
    }

    private static IEnumerable<string> TextFaults(JsonObject text, int longest, string what)
    {
        if (Text(text, "type") is not ("plain_text" or "mrkdwn"))
            return [$"{what}: unsupported text type"];
        return Text(text, "text") is { Length: > 0 } words ? TooLong(words, longest, what) : [$"{what}: must be more than 0 characters"];
    }

    private static IEnumerable<string> CountFaults(JsonObject owner, string property, int least, int most) =>
        owner[property] is JsonArray array && array.Count >= least && array.Count <= most ? [] : [$"{property}: {least} to {most} items allowed"];

    private static IEnumerable<string> TooLong(string? text, int longest, string what) =>
        text?.Length > longest ? [$"{what}: must be less than {longest + 1} characters"] : [];

    private static IEnumerable<string> Repeated(IEnumerable<string?> ids) =>
        ids.OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
