using System.Text.Json;
using DigestBot.Core.Actions.Forms;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Reads what was filled into a modal: one value a block, as <c>view.state.values</c> has them.</summary>
internal static class SlackFormState
{
    /// <summary>Reads a view of a <c>view_submission</c>; what is not as documented counts as left empty.</summary>
    /// <param name="view">The view.</param>
    /// <param name="workspace">Workspace of who filled it in, as in <see cref="SlackAddress"/>: people and channels chosen are its.</param>
    public static FormValues Read(JsonElement view, string? workspace) =>
        view.PartOf("state").PartOf("values") is { ValueKind: JsonValueKind.Object } blocks
            ? new(blocks.EnumerateObject().Select(block => (block.Name, Value(block.Value, workspace))))
            : new([]);

    private static string? Value(JsonElement block, string? workspace) => block.ValueKind == JsonValueKind.Object
        ? block.EnumerateObject().Select(element => Chosen(element.Value, workspace)).FirstOrDefault()
        : null;

    private static string? Chosen(JsonElement element, string? workspace) =>
        element.TextOf("value") ?? element.TextOf("selected_date") ?? Id(element.TextOf("selected_user"), workspace) ?? Id(element.TextOf("selected_conversation"), workspace)
        ?? element.PartOf("selected_option").TextOf("value") ?? element.TextOf("selected_time") ?? Several(element.PartOf("selected_users"), workspace);

    // What is no id of Slack's stays as it is, and is found fault with.
    private static string? Id(string? id, string? workspace) =>
        id is not null && SlackIds.IsId(id) ? $"{SlackAddress.Platform}:{new SlackAddress(workspace, id)}" : id;

    // Several people, with spaces between their ids.
    private static string? Several(JsonElement users, string? workspace) => users.ValueKind == JsonValueKind.Array
        ? string.Join(' ', users.EnumerateArray().Where(user => user.ValueKind == JsonValueKind.String).Select(user => Id(user.GetString(), workspace)))
        : null;
}
