using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage;

/// <summary>
/// Brings the database up to this program, at start and before anything reads it. On SQLite the caller holds the operating system's lock
/// on the file; on PostgreSQL several processes may start at once and take turns.
/// </summary>
internal sealed class MigrationRunner(StorageEngine engine, StorageLocation location)
{
    /// <summary>Applies what is missing; the number of migrations applied.</summary>
    /// <exception cref="StorageException">The database cannot be opened, or a newer program has written it.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        var applied = 0;
        if (location.File is not null)
            Directory.CreateDirectory(location.Folder);
        try
        {
            await engine.MigrateAsync(async context => applied = await ApplyAsync(context, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            throw new StorageException(
                $"The database cannot be opened: {location.Display}. {error.Message.TrimEnd('.')}. Check Storage:ConnectionString and that it may be written.", error);
        }
        return applied;
    }

    private async Task<int> ApplyAsync(DbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer)
        {
            throw new StorageException(
                $"The database {location.Display} was written by a newer program ({newer}). Start that program, or restore the backup made before its first start.");
        }
        var missing = known.Count - applied.Count;
        if (missing > 0)
            await context.Database.MigrateAsync(cancellationToken);
        return missing;
    }
}
