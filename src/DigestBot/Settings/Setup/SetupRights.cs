using DigestBot.Core.Actions;

namespace DigestBot.Settings.Setup;

/// <summary>Who may set the bot up.</summary>
internal sealed class SetupRights(IEnumerable<ISetupPlace> places)
{
    private readonly Dictionary<string, ISetupPlace> _places = places.ToDictionary(place => place.Platform, StringComparer.Ordinal);

    /// <summary>The platform on which somebody sets the bot up; null where that cannot be done.</summary>
    public ISetupPlace? PlaceOf(Person by) => _places.GetValueOrDefault(by.Platform);

    /// <summary>Admins and curators of ours; while their workspace has no admin of ours, its own admins.</summary>
    public async Task<bool> MayAsync(IPeople people, Person by, CancellationToken cancellationToken)
    {
        if (by.Roles.HasFlag(Roles.Admin) || by.Roles.HasFlag(Roles.Curator))
            return true;
        if (by.IsGuest || PlaceOf(by) is not { } place || await HasAdminAsync(people, by, cancellationToken))
            return false;
        return await place.AdministersAsync(by, cancellationToken);
    }

    /// <summary>Somebody's workspace has an admin of ours.</summary>
    public static async Task<bool> HasAdminAsync(IPeople people, Person by, CancellationToken cancellationToken) =>
        (await people.WithRoleAsync(Roles.Admin, cancellationToken)).Any(admin => admin.Platform == by.Platform && admin.Circle == by.Circle);

    /// <summary>What somebody hears who may not.</summary>
    public string Refusal(Person by) => "Only an admin can set me up. That is whoever installed me"
        + (PlaceOf(by)?.Admins is { } admins ? $", people whom the settings name as Admin, and, until there is one, {admins}." : ", and people whom the settings name as Admin.");
}
