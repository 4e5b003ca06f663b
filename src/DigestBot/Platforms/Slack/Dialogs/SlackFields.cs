using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Fields of a form as <c>input</c> blocks; a field's id is its block's and its element's.</summary>
internal static class SlackFields
{
    private const int LongestLabel = 150;
    private const int LongestOption = 75;

    /// <summary>The <c>input</c> block of a field.</summary>
    /// <param name="shown">The field.</param>
    /// <param name="workspace">The workspace, as in <see cref="SlackAddress"/>; nobody and no channel of another one stands in a field.</param>
    public static JsonObject Block(ShownField shown, string? workspace)
    {
        var field = shown.Field;
        var element = Element(shown, workspace);
        element["action_id"] = field.Id;
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Id,
            ["optional"] = field.IsOptional,
            ["label"] = Plain(field.Label, LongestLabel),
            ["element"] = element,
        };
        if (field.Hint is not null)
            block["hint"] = Plain(field.Hint, LongestLabel);
        return block;
    }

    private static JsonObject Element(ShownField shown, string? workspace) => shown switch
    {
        { Field: TextField text } => Text(text, shown.Initial),
        { Field: LinkField } => Input(LinkField.Longest, shown.Initial),
        { Field: NamesField } => Input(NamesField.Longest, shown.Initial),
        { Field: ZoneField } => Input(ZoneField.Longest, shown.Initial),
        { Field: DateField } => With(new() { ["type"] = "datepicker" }, "initial_date", shown.Initial),
        { Field: TimeField } => With(new() { ["type"] = "timepicker" }, "initial_time", shown.Initial),
        { Field: PersonField } => With(new() { ["type"] = "users_select" }, "initial_user", IdIn(workspace, shown.Initial)),
        { Field: PeopleField } => People(shown.Initial, workspace),
        { Field: ChannelField } => With(Channels(), "initial_conversation", IdIn(workspace, shown.Initial)),
        { Field: ChoiceField choice } => Choice(choice, shown.Initial),
        _ => throw new ArgumentOutOfRangeException(nameof(shown), shown.Field.GetType().Name, "This field has no block."),
    };

    private static JsonObject Text(TextField field, string? initial)
    {
        var input = new JsonObject { ["type"] = "plain_text_input", ["multiline"] = field.IsLong, ["max_length"] = field.Longest };
        if (field.Example is not null)
            input["placeholder"] = Plain(field.Example, LongestLabel);
        return With(input, "initial_value", initial);
    }

    private static JsonObject Input(int longest, string? initial) =>
        With(new() { ["type"] = "plain_text_input", ["max_length"] = longest }, "initial_value", initial);

    private static JsonObject People(string? initial, string? workspace)
    {
        var picker = new JsonObject { ["type"] = "multi_users_select", ["max_selected_items"] = PeopleField.Most };
        var ids = PeopleField.Read(initial ?? "").Select(person => IdIn(workspace, person)).OfType<string>().ToList();
        if (ids.Count > 0)
            picker["initial_users"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
        return picker;
    }

    // People of other companies are not shown what customers say.
    private static JsonObject Channels() => new()
    {
        ["type"] = "conversations_select",
        ["filter"] = new JsonObject { ["include"] = new JsonArray("public", "private"), ["exclude_external_shared_channels"] = true, ["exclude_bot_users"] = true },
    };

    private static JsonObject Choice(ChoiceField field, string? initial)
    {
        var choice = new JsonObject { ["type"] = field.IsRadio ? "radio_buttons" : "static_select", ["options"] = Array(field.Options.Select(Option)) };
        if (initial is not null)
            choice["initial_option"] = Option(field.Options.First(option => option.Value == initial));
        return choice;
    }

    private static JsonObject Option((string Value, string Words) option) =>
        new() { ["text"] = Plain(VisibleText.Line(option.Words, LongestOption), LongestOption), ["value"] = option.Value };

    private static JsonObject With(JsonObject element, string name, string? value)
    {
        if (value is not null)
            element[name] = value;
        return element;
    }

    private static string? IdIn(string? workspace, string? id) =>
        id is not null && id.StartsWith($"{SlackAddress.Platform}:", StringComparison.Ordinal)
        && SlackAddress.Parse(id[(SlackAddress.Platform.Length + 1)..]) is var address && address.Workspace == workspace
            ? address.Id
            : null;
}
