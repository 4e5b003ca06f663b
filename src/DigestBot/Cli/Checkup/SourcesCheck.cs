using System.Globalization;
using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether each source can be reached and read now; nothing of it is kept.</summary>
internal sealed class SourcesCheck(IEnumerable<IMentionSource> sources, IMentionStore mentions, StorageCheck storage, TimeProvider clock) : ICheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var source in sources)
            yield return await PauseOfAsync(source, cancellationToken) ?? await LookAtAsync(source, cancellationToken);
    }

    private async Task<Finding?> PauseOfAsync(IMentionSource source, CancellationToken cancellationToken) =>
        storage.HasData && (await mentions.SourceStateAsync(source.Name, cancellationToken))?.PausedAt is { } since
            ? Finding.Well($"source {source.Name}", string.Create(CultureInfo.InvariantCulture, $"paused since {since:yyyy-MM-dd HH:mm} UTC; it is not asked"))
            : null;

    private async Task<Finding> LookAtAsync(IMentionSource source, CancellationToken cancellationToken)
    {
        var name = $"source {source.Name}";
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return Finding.Well(name, $"can be read{await HistoryAsync(source, await FirstPageAsync(source, either.Token), cancellationToken)}");
        }
        catch (SourceException failure)
        {
            return Finding.Wrong(name, "It cannot be read.", failure.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Finding.Wrong(name, "It did not answer within 30 seconds.", "Check its address and the network between here and there.");
        }
    }

    private static string Standing(SourceHealth? health) => health?.QuotaLeft is { } left ? string.Create(CultureInfo.InvariantCulture, $", {left:N0} requests left") : "";

    private static async Task<int> FirstPageAsync(IMentionSource source, CancellationToken cancellationToken)
    {
        await foreach (var page in source.CollectAsync(cursor: null, cancellationToken))
            return page.Mentions.Count;
        return 0;
    }

    private async Task<string> HistoryAsync(IMentionSource source, int onFirstPage, CancellationToken cancellationToken)
    {
        var known = storage.HasData ? await mentions.SourceStateAsync(source.Name, cancellationToken) : null;
        return known?.LastSuccess is { } last
            ? string.Create(CultureInfo.InvariantCulture, $"; {known.Mentions:N0} mentions kept, last read in full {last:yyyy-MM-dd HH:mm} UTC{Standing(known.Health)}")
            : string.Create(CultureInfo.InvariantCulture, $"; {onFirstPage:N0} mentions on its first page, none kept yet");
    }
}
