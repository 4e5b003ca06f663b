using System.Runtime.CompilerServices;
using DigestBot.Storage;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether the data can be read and is sound.</summary>
internal sealed class StorageCheck(StorageLocation location, StorageHealth health) : ICheck
{
    private const string Name = "storage";

    /// <summary>There is data to look at: the file exists, or a server holds it.</summary>
    public bool HasData => location.File is null || File.Exists(location.File);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!HasData)
        {
            yield return Finding.Well(Name, $"{location.Display} is made at the first start");
            yield break;
        }
        if (await health.FaultAsync(cancellationToken) is { } fault)
        {
            yield return Finding.Wrong(Name, fault, $"Check Storage:ConnectionString and that {location.Display} may be read and written.");
            yield break;
        }
        var broken = await health.IntegrityFaultsAsync(cancellationToken);
        yield return broken.Count == 0
            ? Finding.Well(Name, $"{location.Display} is sound")
            : Finding.Wrong(Name, string.Join(' ', broken), "Stop the program, copy the data away, and restore the last backup.");
    }
}
