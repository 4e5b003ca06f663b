using System.Globalization;
using System.Runtime.CompilerServices;
using DigestBot.Core.Editions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether this machine's clock can be trusted: Monday at eight is no use on a wrong one.</summary>
internal sealed class ClockCheck(TimeProvider clock, Digests digests, IMentionStore mentions, StorageCheck storage) : ICheck
{
    private const string Name = "clock";
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (storage.HasData && await LatestRunAsync(cancellationToken) is { } latest && latest > now + Tolerated)
        {
            yield return Finding.Wrong(
                Name,
                $"It shows {Shown(now)} UTC, but a source was collected at {Shown(latest)}: the clock went back.",
                "Set the clock, and keep it by NTP.");
            yield break;
        }
        var zones = digests.All.Select(digest => $"{Shown(TimeZoneInfo.ConvertTime(now, digest.Zone))} in {digest.Zone.Id} for {digest.Name}");
        yield return Finding.Well(Name, $"{Shown(now)} UTC, {string.Join(", ", zones)}");
    }

    private async Task<DateTimeOffset?> LatestRunAsync(CancellationToken cancellationToken) =>
        (await mentions.SourceStatesAsync(cancellationToken)).Max(state => state.LastRun?.EndedAt);

    private static string Shown(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
