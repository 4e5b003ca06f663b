using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Answers;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// What a form shows as the card of a dialog. Within a dialog every button is an Action.Submit: it sends what it says, and what comes
/// back takes the card's place.
/// </summary>
internal static class TeamsDialogView
{
    /// <summary>A card to fill in.</summary>
    /// <param name="asked">What the form asks for.</param>
    /// <param name="fields">Draws its fields.</param>
    /// <param name="data">What its button carries.</param>
    /// <param name="faults">What is wrong with what stands in the fields, by field.</param>
    public static JsonObject Of(FormPage.Asked asked, TeamsFields fields, TeamsDialogData data, IReadOnlyDictionary<string, string> faults) => Card(
        asked.Fields.Select(field => field.Field.Label),
        [
            .. Elements(asked.Above),
            .. asked.Fields.SelectMany(field => fields.Of(field, faults.GetValueOrDefault(field.Field.Id))),
            .. Elements(asked.Below),
        ],
        [new() { ["type"] = "Action.Submit", ["title"] = asked.Submit, ["style"] = "positive", ["data"] = data.ToJson() }]);

    /// <summary>A card to read.</summary>
    public static JsonObject Of(FormPage.Shown shown) => Card(["What customers said"], Elements(shown.Parts), []);

    /// <summary>A card made for a message, fit for a dialog: each of its buttons sends what it says.</summary>
    public static JsonObject InDialog(JsonObject card)
    {
        var inDialog = card.DeepClone().AsObject();
        inDialog.Remove("refresh");
        foreach (var actions in Actions(inDialog).ToList())
            Turn(actions);
        return inDialog;
    }

    // A rule is a line above what follows it.
    private static IEnumerable<JsonObject> Elements(IEnumerable<FormPart> parts)
    {
        var isRuled = false;
        foreach (var part in parts)
        {
            foreach (var element in Elements(part).OfType<JsonObject>())
            {
                if (isRuled)
                    element.With("separator", true).With("spacing", "medium");
                isRuled = false;
                yield return element;
            }
            isRuled |= part is FormPart.Rule;
        }
    }

    private static IEnumerable<JsonObject?> Elements(FormPart part) => part switch
    {
        FormPart.Small small => [Words(small.Text, Look.Subtle with { Spacing = "small" })],
        FormPart.Told told => Told(told),
        FormPart.Labelled labelled => [Words([Run(labelled.Label, Look.SmallStrong), Run(labelled.Text, Look.Small)])],
        FormPart.Quoted quoted => [Quote(quoted.Text)],
        FormPart.Row row => [Columns([Column("stretch", Words(row.Text, Look.Subtle)), Column("auto", Set([row.Button]))], "small")],
        FormPart.Original original => Link(original.Address),
        FormPart.Comments comments => [MentionRows.Said(comments.Said)],
        FormPart.Buttons { Actions.Count: 0 } => [],
        FormPart.Buttons buttons => [Set(buttons.Actions)],
        FormPart.Rule => [],
        FormPart.Preview preview => [Together(TeamsTouchPoint.Body(preview.Card, preview.Point), hasLine: true)],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name, "This part has no element."),
    };

    private static IEnumerable<JsonObject> Told(FormPart.Told told)
    {
        yield return Words(told.Headline, new(Size: "medium", IsBold: true, Spacing: "none"));
        if (told.Quote is { } quote)
            yield return Quote(quote);
    }

    private static JsonObject Quote(string text) => Panel(TeamsView.Lines(text));

    private static IEnumerable<JsonObject> Link(string address) => OriginalLink.OrNull(address) is { } original
        ? [new() { ["type"] = "ActionSet", ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = TeamsText.Bare(original.Label), ["url"] = original.Address }) }]
        : [];

    private static JsonObject Set(IEnumerable<CardAction> actions) => new() { ["type"] = "ActionSet", ["actions"] = Array(actions.Select(Submit)) };

    private static JsonObject Submit(CardAction action)
    {
        var data = new JsonObject { ["verb"] = action.Verb };
        if (action.Arguments.Length > 0)
            data["args"] = action.Arguments;
        return new() { ["type"] = "Action.Submit", ["title"] = action.Title, ["data"] = data };
    }

    // Every list of actions in a card, also within the cards that its buttons unfold.
    private static IEnumerable<JsonArray> Actions(JsonNode node) => node switch
    {
        JsonObject element => element.SelectMany(member => member is { Key: "actions", Value: JsonArray actions }
            ? [actions, .. Actions(actions)]
            : member.Value is { } inner ? Actions(inner) : []),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Actions),
        _ => [],
    };

    private static void Turn(JsonArray actions)
    {
        for (var at = 0; at < actions.Count; at++)
        {
            if (actions[at] is not JsonObject action)
                continue;
            if ((string?)action["type"] == "Action.Execute" && action["fallback"] is JsonObject submit)
            {
                action.Remove("fallback");
                actions[at] = action = submit;
            }
            (action["data"] as JsonObject)?.Remove("msteams");
        }
    }
}
