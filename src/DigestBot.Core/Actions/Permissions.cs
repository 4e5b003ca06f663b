using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Who may do what.</summary>
internal static class Permissions
{
    /// <summary>Why the person who asks may not use a verb; null when they may.</summary>
    public static Task<ActionReply?> RefusalAsync(this ActionContext context, ActionDescription verb, CancellationToken cancellationToken) =>
        context.Stores.People.RefusalAsync(context.By, verb, context.Digest, cancellationToken);

    /// <summary>Why a person may not use a verb, with whom to ask; null when they may.</summary>
    public static async Task<ActionReply?> RefusalAsync(
        this IPeople people, Person person, ActionDescription verb, Digest digest, CancellationToken cancellationToken)
    {
        if (person.IsGuest && !verb.IsForGuests)
            return Refuse.Guest(digest);
        if (await people.AllowAsync(person, verb.Allowed, digest, cancellationToken))
            return null;
        var role = verb.Allowed == WhoMay.Curator ? Roles.Curator : Roles.Executive;
        return Refuse.NotAllowed(verb, await people.WithRoleAsync(role, cancellationToken));
    }

    /// <summary>Whether a person may use a verb at all; whose follow-up it is, is asked later.</summary>
    public static async Task<bool> AllowAsync(
        this IPeople people, Person person, WhoMay who, Digest digest, CancellationToken cancellationToken) => who switch
    {
        WhoMay.Executive => await people.CountsAsExecutiveAsync(person, digest, cancellationToken),
        WhoMay.Curator => person.Roles.HasFlag(Roles.Curator) || person.Roles.HasFlag(Roles.Admin),
        _ => true,
    };

    /// <summary>An executive; while nobody is named as one, whoever is in an audience's channel (decisions.md 7).</summary>
    public static async Task<bool> CountsAsExecutiveAsync(
        this IPeople people, Person person, Digest digest, CancellationToken cancellationToken)
    {
        if (person.Roles.HasFlag(Roles.Executive))
            return true;
        if (await people.AreExecutivesNamedAsync(person.Platform, cancellationToken))
            return false;
        // The terminal, the page and the command line cannot tell who is in a channel: whoever gets there may.
        return await people.IsInAudienceAsync(person, digest, cancellationToken) ?? true;
    }

    /// <summary>Somebody is named as an executive on a platform, so that not everybody counts as one there.</summary>
    public static async Task<bool> AreExecutivesNamedAsync(this IPeople people, string platform, CancellationToken cancellationToken)
    {
        // Whoever is named for another place, such as the terminal, cannot act here and keeps nobody from it.
        var named = await people.WithRoleAsync(Roles.Executive, cancellationToken);
        return named.Any(executive => executive.Platform == platform || executive.Platform == "email");
    }

    /// <summary>Whether a person may change this follow-up: who owes it, helps, asked for it, or curates or leads.</summary>
    public static bool MayChange(this Person person, FollowUp followUp) =>
        person.Roles != Roles.Anyone
        || person.Id == followUp.Owner
        || person.Id == followUp.AskedBy
        || followUp.Helpers.Contains(person.Id, StringComparer.Ordinal);
}
