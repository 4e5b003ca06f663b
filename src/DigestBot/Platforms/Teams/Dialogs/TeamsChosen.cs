using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Reading;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// Whether the people and channels that a dialog sends are there: what a picker sends is what the client says. A person must be
/// somebody of this company whom Teams knows, a channel one that the bot is in.
/// </summary>
internal sealed class TeamsChosen(IPeople people, IConversations conversations)
{
    private const string NoPerson = "I cannot reach this person. Please choose somebody of your company; they may have to add DigestBot in Teams first.";
    private const string NoChannel = "I am not in this channel. Please choose another one, or add me there first.";

    /// <summary>Adds what is wrong with fields in which nothing was found wrong yet.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="values">What was filled in.</param>
    /// <param name="from">Who filled it in.</param>
    /// <param name="faults">What was found, by field.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task FindFaultsAsync(
        IEnumerable<FormField> fields, FormValues values, TeamsFrom from, Dictionary<string, string> faults, CancellationToken cancellationToken)
    {
        foreach (var field in fields.Where(field => values[field.Id].Length > 0 && !faults.ContainsKey(field.Id)))
        {
            if (await FaultAsync(field, values[field.Id], from, cancellationToken) is { } fault)
                faults[field.Id] = fault;
        }
    }

    private async Task<string?> FaultAsync(FormField field, string value, TeamsFrom from, CancellationToken cancellationToken) => field switch
    {
        PersonField => await IsThereAsync(value, cancellationToken) ? null : NoPerson,
        PeopleField => await AreThereAsync(PeopleField.Read(value), cancellationToken) ? null : NoPerson,
        ChannelField => await HasBotAsync(value[(TeamsAddress.Platform.Length + 1)..], from, cancellationToken) ? null : NoChannel,
        _ => null,
    };

    private async Task<bool> AreThereAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (!await IsThereAsync(id, cancellationToken))
                return false;
        }
        return true;
    }

    private async Task<bool> IsThereAsync(string id, CancellationToken cancellationToken) =>
        await people.FindAsync(id, cancellationToken) is { IsGuest: false };

    private async Task<bool> HasBotAsync(string place, TeamsFrom from, CancellationToken cancellationToken) =>
        AskedAt.WorkspaceOf(place) == from.Tenant
        && await conversations.FindAsync(TeamsAddress.Platform, place, cancellationToken) is { Kind: not ConversationKind.Personal, UnreachableSince: null };
}
