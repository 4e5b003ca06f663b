using System.Text.Json;
using DigestBot.Core.Mentions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>What was filled into a modal: one value a block, as <c>view.state.values</c> has them.</summary>
internal sealed class FormState
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads a view of a <c>view_submission</c>; what is not as documented counts as left empty.</summary>
    public FormState(JsonElement view)
    {
        if (view.PartOf("state").PartOf("values") is not { ValueKind: JsonValueKind.Object } blocks)
            return;
        foreach (var block in blocks.EnumerateObject())
        {
            if (Value(block.Value) is { } value && CleanText.Of(value).Trim() is { Length: > 0 } text)
                _values[block.Name] = text;
        }
    }

    /// <summary>A fault of the form as a whole, shown at any of its fields; null when none was filled.</summary>
    public IReadOnlyDictionary<string, string>? Fault(string words) =>
        _values.Keys.FirstOrDefault() is { } block ? new Dictionary<string, string>(StringComparer.Ordinal) { [block] = words } : null;

    /// <summary>What stands in a block, cleaned and trimmed; empty when nothing does.</summary>
    public string this[string block] => _values.GetValueOrDefault(block, "");

    private static string? Value(JsonElement block)
    {
        if (block.ValueKind != JsonValueKind.Object)
            return null;
        return block.EnumerateObject().Select(element => Chosen(element.Value)).FirstOrDefault();
    }

    private static string? Chosen(JsonElement element) =>
        element.TextOf("value") ?? element.TextOf("selected_date") ?? element.TextOf("selected_user") ?? element.TextOf("selected_conversation")
        ?? element.PartOf("selected_option").TextOf("value") ?? element.TextOf("selected_time") ?? Several(element.PartOf("selected_users"));

    // Several people, with spaces between their ids.
    private static string? Several(JsonElement users) => users.ValueKind == JsonValueKind.Array
        ? string.Join(' ', users.EnumerateArray().Where(user => user.ValueKind == JsonValueKind.String).Select(user => user.GetString()))
        : null;
}
