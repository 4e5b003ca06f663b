using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Settings.Setup;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// Setting up in Teams. Teams does not tell a bot who administers a team or tenant, so it is for whoever installed the bot first, and for
/// whom the settings name.
/// </summary>
internal sealed class TeamsSetup(IServiceScopeFactory scopes) : ISetupPlace
{
    /// <inheritdoc />
    public string Platform => TeamsAddress.Platform;

    /// <inheritdoc />
    public string? Admins => null;

    /// <inheritdoc />
    public Task<bool> AdministersAsync(Person by, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <inheritdoc />
    public async Task<SetupChannel?> FindChannelAsync(string channel, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<IConversations>().FindAsync(Platform, channel, cancellationToken);
        return known is null ? null : new(known.Name.Length > 0 ? known.Name : null, IsArchived: false, known.UnreachableSince is null);
    }

    /// <inheritdoc />
    public string Invitation(string name) => $"Add me to the team of {name}: open the team's menu, Manage team, Apps, and choose DigestBot.";

    /// <summary>
    /// The bot was installed: the first who does that in a tenant is its admin and curator (decisions.md 7) and is asked to set it up.
    /// Staged in the scope's unit of work; again, or by others, it changes nothing.
    /// </summary>
    /// <param name="services">The scope whose unit of work is committed after.</param>
    /// <param name="installer">Who installed it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task InstalledAsync(IServiceProvider services, TeamsAddress installer, CancellationToken cancellationToken)
    {
        var by = new Person(installer.PersonId, installer.Id, "", Roles.Anyone);
        var people = services.GetRequiredService<IPeople>();
        if (await people.FindAsync(by.Id, cancellationToken) is { IsGuest: true } || await HasAdminAsync(people, by, cancellationToken))
            return;
        services.GetRequiredService<IKnownPeople>().Grant(by.Id, Roles.Admin | Roles.Curator);
        await services.GetRequiredService<FirstQuestion>().InstalledAsync(services, by.Id, cancellationToken);
    }

    /// <summary>
    /// Somebody is there to set the bot up. Whom the settings name by an e-mail address counts before Teams has told who that is: it tells
    /// nothing until the bot is in a team, and until then anybody might install it for themselves.
    /// </summary>
    /// <param name="people">The people.</param>
    /// <param name="by">Somebody of the tenant in question.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<bool> HasAdminAsync(IPeople people, Person by, CancellationToken cancellationToken) =>
        await SetupRights.HasAdminAsync(people, by, cancellationToken)
        || (TeamsAddress.Parse(by.Channel).Tenant is null && (await people.WithRoleAsync(Roles.Admin, cancellationToken)).Any(admin => admin.Platform == "email"));
}
