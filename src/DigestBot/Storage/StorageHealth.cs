using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage;

/// <summary>Whether the storage does its work, for readiness and <c>doctor</c>.</summary>
internal sealed class StorageHealth(StorageEngine engine)
{
    /// <summary>Null when it answers, otherwise why not, one sentence for people.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = engine.Read();
            await context.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
            return null;
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            return $"The database does not answer: {error.Message}";
        }
    }

    /// <summary>What is wrong with the data itself, in sentences for people; empty when all is well. Reads the whole file on SQLite.</summary>
    public Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancellationToken) => engine.IntegrityFaultsAsync(cancellationToken);
}
