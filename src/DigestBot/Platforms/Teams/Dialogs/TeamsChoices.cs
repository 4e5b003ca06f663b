using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>Whom and what a dialog offers to choose from: the people and channels that the bot has met in a tenant.</summary>
/// <param name="People">Entra object id and name, by name.</param>
/// <param name="Channels">Channels and group chats as <see cref="TeamsAddress"/> writes them, with their names, by name.</param>
internal sealed record TeamsChoices(IReadOnlyList<(string Id, string Name)> People, IReadOnlyList<(string Id, string Name)> Channels)
{
    // Clients without a people picker show them all at once.
    private const int Most = 50;
    private const int LongestName = 80;

    /// <summary>Nobody and nothing.</summary>
    public static TeamsChoices None { get; } = new([], []);

    /// <summary>Those of a tenant.</summary>
    /// <param name="known">How the tenant's places are reached.</param>
    public static TeamsChoices Of(IReadOnlyList<KnownConversation> known)
    {
        var reachable = known.Where(place => place.UnreachableSince is null).ToLookup(place => place.Kind == ConversationKind.Personal);
        return new(
            [.. Named(reachable[true], place => TeamsAddress.Parse(place.Place).Id).Take(Most)],
            [.. Named(reachable[false], place => place.Place)]);
    }

    /// <summary>The same with somebody who stands in a field already.</summary>
    public TeamsChoices With(Person person)
    {
        var id = TeamsAddress.Parse(person.Channel).Id;
        return person.Platform != TeamsAddress.Platform || People.Any(known => known.Id == id)
            ? this
            : this with { People = [.. People.Append((Id: id, Name: VisibleText.Line(person.Name, LongestName))).OrderBy(known => known.Name, StringComparer.OrdinalIgnoreCase)] };
    }

    private static IEnumerable<(string Id, string Name)> Named(IEnumerable<KnownConversation> places, Func<KnownConversation, string> id) => places
        .Where(place => place.Name.Length > 0)
        .Select(place => (Id: id(place), Name: VisibleText.Line(place.Name, LongestName)))
        .OrderBy(place => place.Name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Finds out whom and what a dialog offers.</summary>
internal sealed class TeamsChoosing(IConversations conversations, IPeople people)
{
    /// <summary>The choices of a form: whom the bot knows, who opens it, and whoever stands in it already.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="call">Who opens it, and where.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<TeamsChoices> OfAsync(IEnumerable<ShownField> fields, FormCall call, CancellationToken cancellationToken)
    {
        var choices = TeamsChoices.Of(await conversations.OfWorkspaceAsync(TeamsAddress.Platform, call.At.Workspace ?? "", cancellationToken)).With(call.By);
        var chosen = fields.Where(field => field.Field is PersonField or PeopleField).SelectMany(field => PeopleField.Read(field.Initial ?? ""));
        foreach (var id in chosen.Where(PlatformIds.IsId).Distinct(StringComparer.Ordinal))
        {
            if (await people.FindAsync(id, cancellationToken) is { } person)
                choices = choices.With(person);
        }
        return choices;
    }
}
