using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Words.</summary>
/// <param name="id">Block id.</param>
/// <param name="label">What stands above it.</param>
/// <param name="longest">At most so many UTF-16 units, up to 3,000.</param>
internal sealed class TextField(string id, string label, int longest) : FormField(id, label)
{
    /// <summary>At least so many UTF-16 units.</summary>
    public int Shortest { get; init; } = 1;

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Its line breaks are kept when it is typed.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>An example that stands in it while it is empty, or null.</summary>
    public string? Example { get; init; }

    /// <inheritdoc />
    protected override string Missing => "Please write something.";

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var input = new JsonObject { ["type"] = "plain_text_input", ["multiline"] = IsLong, ["max_length"] = longest };
        if (Example is not null)
            input["placeholder"] = SlackBlocks.Plain(Example, 150);
        if (!string.IsNullOrEmpty(initial))
            input["initial_value"] = VisibleText.Cut(initial, longest);
        return input;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        if (value.Length > longest)
            return $"Too long: at most {Phrases.Number(longest)} characters, please.";
        return value.Length < Shortest ? $"Too short: at least {Phrases.Number(Shortest)} characters, please." : null;
    }

    /// <inheritdoc />
    protected override string Written(string value, string? workspace) =>
        KeepsLines ? value : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An address of the web.</summary>
internal sealed class LinkField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var input = new JsonObject { ["type"] = "plain_text_input", ["max_length"] = 2_000 };
        if (WebLink.OrNull(initial) is { Length: <= 2_000 } link)
            input["initial_value"] = link;
        return input;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        WebLink.OrNull(value) is null ? "Please give a whole web address, beginning with https://, or leave it empty." : null;
}

/// <summary>A day.</summary>
internal sealed class DateField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    protected override string Missing => "Please choose a date.";

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var picker = new JsonObject { ["type"] = "datepicker" };
        if (initial is not null)
            picker["initial_date"] = initial;
        return picker;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return "Please choose a date.";
        if (date < today)
            return "This date has passed. Please choose today or a later day.";
        return date > today.AddYears(2) ? "This is more than two years ahead. Please choose an earlier day." : null;
    }
}

/// <summary>Somebody of the workspace; typed as <c>@slack:U024</c>.</summary>
internal sealed class PersonField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    public override bool IsTypedFirst => true;

    /// <inheritdoc />
    protected override string Missing => "Please choose somebody.";

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var picker = new JsonObject { ["type"] = "users_select" };
        if (initial is not null)
            picker["initial_user"] = initial;
        return picker;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) => SlackIds.IsId(value) ? null : Missing;

    /// <inheritdoc />
    protected override string Written(string value, string? workspace) => $"@{new SlackAddress(workspace, value).PersonId}";
}

/// <summary>A channel of the workspace; typed as <c>slack:C024</c>.</summary>
internal sealed class ChannelField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    protected override string Missing => "Please choose a channel.";

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var picker = new JsonObject
        {
            ["type"] = "conversations_select",
            // People of other companies are not shown what customers say.
            ["filter"] = new JsonObject { ["include"] = new JsonArray("public", "private"), ["exclude_external_shared_channels"] = true, ["exclude_bot_users"] = true },
        };
        if (initial is not null)
            picker["initial_conversation"] = initial;
        return picker;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) => SlackIds.IsId(value) ? null : Missing;

    /// <inheritdoc />
    protected override string Written(string value, string? workspace) => $"{SlackAddress.Platform}:{new SlackAddress(workspace, value)}";
}

/// <summary>One of several, from a list or as radio buttons.</summary>
/// <param name="id">Block id.</param>
/// <param name="label">What stands above it.</param>
/// <param name="options">What there is to choose from, value and words: 1 to 100, at most 10 as radio buttons.</param>
internal sealed class ChoiceField(string id, string label, IReadOnlyList<(string Value, string Words)> options) : FormField(id, label)
{
    private const int LongestOption = 75;

    /// <summary>Shown as radio buttons.</summary>
    public bool IsRadio { get; init; }

    /// <summary>What one of its values means when typed, where that differs from the value.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same field with what there is to choose from now.</summary>
    public ChoiceField With(IReadOnlyList<(string Value, string Words)> now) =>
        new(Id, Label, now) { IsRadio = IsRadio, IsOptional = IsOptional, Hint = Hint, Before = Before, Meanings = Meanings };

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var choice = new JsonObject { ["type"] = IsRadio ? "radio_buttons" : "static_select", ["options"] = SlackBlocks.Array(options.Select(Option)) };
        if (options.FirstOrDefault(option => option.Value == initial) is { Value: not null } chosen)
            choice["initial_option"] = Option(chosen);
        return choice;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        value.Length <= 40 && value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? null : Missing;

    /// <inheritdoc />
    protected override string Written(string value, string? workspace) => Meanings.GetValueOrDefault(value, value);

    private static JsonObject Option((string Value, string Words) option) =>
        new() { ["text"] = SlackBlocks.Plain(VisibleText.Line(option.Words, LongestOption), LongestOption), ["value"] = option.Value };
}
