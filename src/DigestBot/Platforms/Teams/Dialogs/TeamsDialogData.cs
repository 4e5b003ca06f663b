using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// What the button that sends a dialog carries. It comes from a client, so it holds opaque ids only, and what people may do is asked
/// again when it is sent.
/// </summary>
/// <param name="Form">Name of the form.</param>
/// <param name="About">Id of a touch point, number of a follow-up or week; empty when it is about nothing in particular.</param>
/// <param name="Offset">
/// Minutes east of UTC of who opened it, -900 to 900: a date in the past is told before the dialog closes. Only a courtesy; the action
/// reads dates by the person's own zone.
/// </param>
internal sealed record TeamsDialogData(string Form, string About, int Offset = 0)
{
    private const int LongestName = 40;
    private const int FarthestOffset = 900;

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when it is a button's data, or was made by somebody else.</summary>
    /// <param name="data">The <c>data</c> of a dialog that was sent, with what was filled in.</param>
    public static TeamsDialogData? Of(JsonElement data) =>
        data.TextOf("form") is { Length: > 0 and <= LongestName } form && (data.TextOf("args") ?? "") is var about && FormAbout.IsOpaque(about)
            ? new(form, about, Math.Clamp(Number(data.PartOf("offset")), -FarthestOffset, FarthestOffset))
            : null;

    /// <summary>The button's data.</summary>
    public JsonObject ToJson()
    {
        var data = new JsonObject { ["form"] = Form };
        if (About.Length > 0)
            data["args"] = About;
        if (Offset != 0)
            data["offset"] = Offset;
        return data;
    }

    /// <summary>Today where the dialog was opened.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddMinutes(Offset));

    private static int Number(JsonElement offset) => offset.ValueKind == JsonValueKind.Number && offset.TryGetInt32(out var number) ? number : 0;
}
