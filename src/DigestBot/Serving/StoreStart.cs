using DigestBot.Cli;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding.OwnModels;
using DigestBot.Storage;

namespace DigestBot.Serving;

/// <summary>What comes before anything touches the store: the process lock, the schema, the leases of a killed process, what the sample leaves behind, and what was learned.</summary>
internal static class StoreStart
{
    /// <summary>Makes the store ready for this process.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="holder">What a second process is told about this one: its address, or the command that it runs.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The lock, to be held as long as the store is used; null on PostgreSQL, which several processes share.</returns>
    /// <exception cref="CommandException">Another process has the data file, or the database cannot be used.</exception>
    public static async Task<ProcessLock?> TakeAsync(IServiceProvider services, string holder, CancellationToken cancellationToken)
    {
        ProcessLock? held = null;
        try
        {
            var location = services.GetRequiredService<StorageLocation>();
            held = location.File is { } file && Path.Exists(location.Folder) ? ProcessLock.Take(file, holder) : null;
            await services.GetRequiredService<MigrationRunner>().MigrateAsync(cancellationToken);
            if (held is not null)
                await services.GetRequiredService<IDeliveries>().ReleaseAllAsync(cancellationToken);
            await services.GetRequiredService<CarryOver>().RunAsync(cancellationToken);
            await services.GetRequiredService<OwnReader>().RefreshAsync(cancellationToken);
            return held;
        }
        catch (StorageException failure)
        {
            held?.Dispose();
            throw new CommandException(failure.Message, innerException: failure);
        }
    }
}
