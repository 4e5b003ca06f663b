using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// Fields of a form as inputs of a card. Teams shows a fault of ours only as words in the card, so it stands above its field; what a
/// client can see by itself (left empty, too long) it tells before anything is sent.
/// </summary>
/// <param name="choices">Whom and what there is to choose from.</param>
/// <param name="isPersonal">Nobody but the person is in the conversation, so that its members are nobody to choose from.</param>
internal sealed class TeamsFields(TeamsChoices choices, bool isPersonal)
{
    private const int LongestOption = 90;
    private const int LongestFault = 300;

    /// <summary>The fault, the input with its label, the hint.</summary>
    /// <param name="shown">The field.</param>
    /// <param name="fault">What is wrong with what stands in it, or null.</param>
    public IEnumerable<JsonObject> Of(ShownField shown, string? fault)
    {
        var field = shown.Field;
        if (fault is not null)
            yield return TeamsElements.Words(VisibleText.Line(fault, LongestFault), new(Size: "small", IsBold: true, Color: "attention", Spacing: "medium"));
        var input = Input(shown);
        input["id"] = field.Id;
        input["label"] = field.Label;
        input["spacing"] = fault is null ? "medium" : "small";
        if (!field.IsOptional)
        {
            input["isRequired"] = true;
            input["errorMessage"] = field.Missing;
        }
        if (shown.Initial is not null && Value(shown) is { Length: > 0 } value)
            input["value"] = value;
        yield return input;
        if (Hint(field) is { } hint)
            yield return TeamsElements.Own(hint, Look.Subtle with { Spacing = "none" });
    }

    private JsonObject Input(ShownField shown) => shown.Field switch
    {
        TextField text => Text(text),
        LinkField => new() { ["type"] = "Input.Text", ["style"] = "url", ["maxLength"] = LinkField.Longest },
        NamesField => new() { ["type"] = "Input.Text", ["maxLength"] = NamesField.Longest },
        ZoneField => new() { ["type"] = "Input.Text", ["maxLength"] = ZoneField.Longest },
        DateField => new() { ["type"] = "Input.Date" },
        TimeField => new() { ["type"] = "Input.Time" },
        PersonField => People(isMany: false),
        PeopleField => People(isMany: true),
        ChannelField => Choice(choices.Channels, isRadio: false),
        ChoiceField choice => Choice(choice.Options, choice.IsRadio),
        _ => throw new ArgumentOutOfRangeException(nameof(shown), shown.Field.GetType().Name, "This field has no input."),
    };

    private static JsonObject Text(TextField field)
    {
        var input = new JsonObject { ["type"] = "Input.Text", ["maxLength"] = field.Longest };
        if (field.IsLong)
            input["isMultiline"] = true;
        if (field.Example is not null)
            input["placeholder"] = field.Example;
        return input;
    }

    // A client that can search the company's people does; the others offer whom the bot knows.
    private JsonObject People(bool isMany)
    {
        var picker = Choice(choices.People, isRadio: false);
        picker["choices.data"] = new JsonObject
        {
            ["type"] = "Data.Query", ["dataset"] = isPersonal ? "graph.microsoft.com/users" : "graph.microsoft.com/users?scope=currentContext",
        };
        if (isMany)
            picker["isMultiSelect"] = true;
        return picker;
    }

    private static JsonObject Choice(IEnumerable<(string Value, string Words)> options, bool isRadio) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["style"] = isRadio ? "expanded" : "compact",
        ["choices"] = TeamsElements.Array(options.Select(option => new JsonObject
        {
            ["title"] = TeamsText.Bare(VisibleText.Line(option.Words, LongestOption)), ["value"] = option.Value,
        })),
    };

    // People and channels stand in a form as platform:id, in a picker as the picker's own ids.
    private static string? Value(ShownField shown) => shown.Field switch
    {
        PersonField => ObjectId(shown.Initial!),
        PeopleField => string.Join(',', PeopleField.Read(shown.Initial!).Select(ObjectId).OfType<string>()),
        ChannelField => OnTeams(shown.Initial!),
        _ => shown.Initial,
    };

    private static string? ObjectId(string person) => OnTeams(person) is { } address ? TeamsAddress.Parse(address).Id : null;

    private static string? OnTeams(string id) =>
        id.StartsWith($"{TeamsAddress.Platform}:", StringComparison.Ordinal) ? id[(TeamsAddress.Platform.Length + 1)..] : null;

    private static string? Hint(FormField field) => field is ChannelField ? "Those I am in. For another one, add me to its team or chat first." : field.Hint;
}
