using System.Text.Json;
using DigestBot.Core.Actions.Forms;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>Reads what was filled into a dialog: the inputs stand beside the button's own data, each under its field's id.</summary>
internal static class TeamsFormState
{
    private const int Longest = 8_000;

    /// <summary>What was filled in; what is no text, or longer than any field, counts as left empty.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="data">The <c>data</c> of a dialog that was sent.</param>
    /// <param name="tenant">Tenant of who filled it in, as in <see cref="TeamsAddress"/>: people and channels chosen are its.</param>
    public static FormValues Read(IEnumerable<FormField> fields, JsonElement data, string? tenant) =>
        new(fields.Select(field => (field.Id, Value(field, data.TextOf(field.Id), tenant))));

    private static string? Value(FormField field, string? sent, string? tenant) => field switch
    {
        _ when sent is not { Length: > 0 and <= Longest } => null,
        PersonField => Person(sent.Trim(), tenant),
        PeopleField => string.Join(' ', sent.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => Person(id, tenant))),
        // Chosen from a list of ours, which says tenant and all.
        ChannelField => $"{TeamsAddress.Platform}:{sent.Trim()}",
        _ => sent,
    };

    // What is no id of Entra's stays as it is, and is found fault with.
    private static string Person(string chosen, string? tenant) =>
        Guid.TryParse(chosen, out var id) ? new TeamsAddress(tenant, id.ToString("D")).PersonId : chosen;
}
