using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Where the bot is installed.</summary>
internal sealed class Installations(StorageEngine engine, StagedChanges staged) : IInstallations
{
    /// <inheritdoc />
    public async Task<Installation?> FindAsync(string platform, string workspace, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var row = await context.Installations.FirstOrDefaultAsync(i => i.Platform == platform && i.Workspace == workspace, cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Installation>> OfPlatformAsync(string platform, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Installations.Where(i => i.Platform == platform).OrderBy(i => i.Workspace).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc />
    public void Save(Installation installation) =>
        staged.Stage((session, cancellationToken) => SaveAsync(session.Context, installation, cancellationToken));

    private static async Task SaveAsync(DigestDbContext context, Installation installation, CancellationToken cancellationToken)
    {
        var row = await context.Installations.FindAsync([installation.Platform, installation.Workspace], cancellationToken);
        if (installation.Version != (row?.Version ?? 0) + 1)
            throw new ConcurrentChangeException($"An installation on {installation.Platform} was changed by somebody else first.");
        Write(row ?? context.Installations.Add(NewRow(installation)).Entity, installation);
    }

    private static InstallationRow NewRow(Installation installation) => new()
    {
        Platform = installation.Platform,
        Workspace = installation.Workspace,
        Name = installation.Name,
        Bot = installation.Bot,
        Scopes = "",
        InstalledAt = installation.InstalledAt.UtcTicks,
        Version = installation.Version,
    };

    private static void Write(InstallationRow row, Installation installation)
    {
        (row.Name, row.Bot, row.App, row.Installer) = (installation.Name, installation.Bot, installation.App, installation.Installer);
        (row.Team, row.Organization) = (installation.Team, installation.Organization);
        (row.Scopes, row.Secret) = (string.Join(',', installation.Scopes), installation.Secret);
        (row.TokenEndsAt, row.RenewingUntil) = (installation.TokenEndsAt?.UtcTicks, installation.RenewingUntil?.UtcTicks);
        (row.InstalledAt, row.RemovedAt) = (installation.InstalledAt.UtcTicks, installation.RemovedAt?.UtcTicks);
        row.Version = installation.Version;
    }

    private static Installation Read(InstallationRow row) => new()
    {
        Platform = row.Platform,
        Workspace = row.Workspace,
        Name = row.Name,
        Team = row.Team,
        Organization = row.Organization,
        App = row.App,
        Bot = row.Bot,
        Installer = row.Installer,
        Scopes = row.Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries),
        Secret = row.Secret,
        TokenEndsAt = UtcTicks.ToInstant(row.TokenEndsAt),
        RenewingUntil = UtcTicks.ToInstant(row.RenewingUntil),
        InstalledAt = UtcTicks.ToInstant(row.InstalledAt),
        RemovedAt = UtcTicks.ToInstant(row.RemovedAt),
        Version = row.Version,
    };
}
