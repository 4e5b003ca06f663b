using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.X;

/// <summary>How many posts the project may still read this month; looked up every hour.</summary>
/// <param name="client">Asks X.</param>
/// <param name="server">Where.</param>
/// <param name="clock">Tells when an hour is over.</param>
internal sealed class XPostCap(ApiClient client, Uri server, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private DateTimeOffset _looked = DateTimeOffset.MinValue;

    /// <summary>Posts left, never negative; null while X has not said.</summary>
    public long? Left { get; private set; }

    /// <summary>Looks it up when that is due.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _looked < Every)
            return;
        _looked = clock.GetUtcNow();
        Left = await LeftAsync(cancellationToken) ?? Left;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    // It is told to people; reading posts does not depend on it, and some plans do not show it.
    private async Task<long?> LeftAsync(CancellationToken cancellationToken)
    {
        try
        {
            var used = (await client.GetAsync(new(server, "/2/usage/tweets"), XJson.Default.XUsage, cancellationToken)).Body.Data;
            return used?.ProjectCap is { } cap ? Math.Max(0, cap - (used.ProjectUsage ?? 0)) : null;
        }
        catch (SourceException)
        {
            return null;
        }
    }
}
