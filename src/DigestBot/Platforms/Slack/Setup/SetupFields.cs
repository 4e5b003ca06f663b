using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Core;
using DigestBot.Platforms.Slack.Dialogs;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>Names with commas between them.</summary>
internal sealed class NamesField(string id, string label) : FormField(id, label)
{
    private const int Most = 20;
    private const int Longest = 80;

    /// <summary>The names in what was filled in; each once, whatever the case.</summary>
    public static IReadOnlyList<string> Read(string value) =>
        [.. value.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var input = new JsonObject { ["type"] = "plain_text_input", ["max_length"] = 1_500 };
        if (!string.IsNullOrEmpty(initial))
            input["initial_value"] = initial;
        return input;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        var names = Read(value);
        if (names.Count > Most)
            return $"At most {Most} names, please.";
        return names.FirstOrDefault(name => name.Length is < 2 or > Longest) is { } wrong
            ? $"\"{wrong[..Math.Min(wrong.Length, 30)]}\" must have 2 to {Longest} characters. Put commas between names."
            : null;
    }
}

/// <summary>A time of day.</summary>
internal sealed class TimeField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    protected override string Missing => "Please choose a time.";

    /// <inheritdoc />
    protected override JsonObject Element(string? initial) => new() { ["type"] = "timepicker", ["initial_time"] = initial };

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : Missing;
}

/// <summary>The zone that days and times are meant in. A text, because there are more zones than a list of Slack's can hold.</summary>
internal sealed class ZoneField(string id, string label) : FormField(id, label)
{
    /// <inheritdoc />
    protected override string Missing => "Please name a time zone, for example Europe/Paris.";

    /// <inheritdoc />
    protected override JsonObject Element(string? initial) => new() { ["type"] = "plain_text_input", ["max_length"] = 60, ["initial_value"] = initial };

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId)
            return null;
        return Nearest.To(value, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id)) is { } near
            ? $"I do not know this time zone. Did you mean {near}?"
            : "I do not know this time zone. Name it by region and city, for example Europe/Paris.";
    }
}

/// <summary>Several people of the workspace, with spaces between their ids.</summary>
internal sealed class PeopleField(string id, string label) : FormField(id, label)
{
    private const int Most = 20;

    /// <summary>The ids in what was filled in.</summary>
    public static IReadOnlyList<string> Read(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc />
    protected override JsonObject Element(string? initial)
    {
        var picker = new JsonObject { ["type"] = "multi_users_select", ["max_selected_items"] = Most };
        if (!string.IsNullOrEmpty(initial))
            picker["initial_users"] = new JsonArray([.. Read(initial).Take(Most).Select(user => JsonValue.Create(user))]);
        return picker;
    }

    /// <inheritdoc />
    protected override string? FaultOf(string value, DateOnly today) =>
        Read(value) is { Count: <= Most } users && users.All(SlackIds.IsId) ? null : $"Please choose at most {Most} people.";
}
