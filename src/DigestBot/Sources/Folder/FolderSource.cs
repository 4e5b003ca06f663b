using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Folder;

/// <summary>
/// Files that are dropped in a folder: each is read once it no longer grows, and moved once the store has what is in it. A kill in
/// between has it read again, which changes nothing. A first run, and filling a gap by hand, read what lies in <c>done</c> again.
/// </summary>
internal sealed class FolderSource(FolderOptions options, SourceParts parts) : IMentionSource
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<FolderOptions>("Folder", "files dropped in a folder: NDJSON, CSV, exports of listening suites", (options, parts) => new FolderSource(options, parts));

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => options.RequireBrand;

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = DropFolder.Open(options.Path);
        var stamp = DropFolder.StampOf(cursor);
        foreach (var (read, file) in folder.ReadAfter(stamp))
        {
            stamp = read;
            await using var reading = Reading(file);
            while (await reading.NextAsync(cancellationToken) is { } page)
                yield return page;
            yield return new([], stamp, []);
        }
        SourceException? failure = null;
        foreach (var file in await SettledAsync(folder, cancellationToken))
        {
            stamp = DropFolder.StampAfter(stamp, parts.Clock.GetUtcNow());
            await using var reading = Reading(file);
            while (await reading.NextAsync(cancellationToken) is { } page)
                yield return page;
            failure = reading.Failure ?? failure;
            if (reading.Failure is not null || !file.IsUnchanged)
                continue; // again at the next run
            yield return new([], stamp, []);
            await reading.DisposeAsync();
            folder.PutAway(file, reading.IsGood, stamp, reading.Why);
        }
        if (failure is not null)
            throw failure;
    }

    private FileReading Reading(DroppedFile file) => new(file, options, parts.Clock);

    // A copy may keep the time of its original while it still grows, so it is looked at twice.
    private async Task<IReadOnlyList<DroppedFile>> SettledAsync(DropFolder folder, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow().UtcDateTime;
        var quiet = folder.Waiting().Where(file => file.ChangedAt > now || now - file.ChangedAt >= options.Settle).ToList();
        if (quiet.Count > 0)
            await Task.Delay(BetweenLooks, parts.Clock, cancellationToken);
        return [.. quiet.Where(file => file.IsUnchanged)];
    }
}
