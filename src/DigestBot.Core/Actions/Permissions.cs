using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions;

/// <summary>Who may do what.</summary>
internal static class Permissions
{
    /// <summary>Whether a person may use a verb at all; whose follow-up it is, is asked later.</summary>
    public static async Task<bool> AllowAsync(this IPeople people, Person person, WhoMay who, CancellationToken cancellationToken) =>
        who switch
        {
            WhoMay.Executive => await people.CountsAsExecutiveAsync(person, cancellationToken),
            WhoMay.Curator => person.Roles.HasFlag(Roles.Curator) || person.Roles.HasFlag(Roles.Admin),
            _ => true,
        };

    /// <summary>An executive; anybody, while nobody is named as one (decisions.md 7).</summary>
    public static async Task<bool> CountsAsExecutiveAsync(this IPeople people, Person person, CancellationToken cancellationToken) =>
        person.Roles.HasFlag(Roles.Executive) || (await people.WithRoleAsync(Roles.Executive, cancellationToken)).Count == 0;

    /// <summary>Whether a person may change this follow-up: who owes it, helps, asked for it, or curates or leads.</summary>
    public static bool MayChange(this Person person, FollowUp followUp) =>
        person.Roles != Roles.Anyone
        || person.Id == followUp.Owner
        || person.Id == followUp.AskedBy
        || followUp.Helpers.Contains(person.Id, StringComparer.Ordinal);
}
