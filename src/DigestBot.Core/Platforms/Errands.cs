using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Small things that are done soon and that nothing hangs on: a private answer, a look whether a name has changed. They keep
/// nobody waiting, and a process that ends forgets them.
/// </summary>
public sealed partial class Errands(ILogger<Errands> log)
{
    private const int MostWaiting = 10_000;
    private const int AtATime = 8;

    private readonly Channel<Func<CancellationToken, Task>> _waiting =
        Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Asks for one. Never waits; when ten thousand wait already, the oldest is forgotten.</summary>
    public void Add(Func<CancellationToken, Task> errand) => _waiting.Writer.TryWrite(errand);

    /// <summary>Does them as they come, eight at a time, until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Parallel.ForEachAsync(
                _waiting.Reader.ReadAllAsync(stop),
                new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop },
                async (errand, cancellationToken) => await DoAsync(errand, cancellationToken));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop: what still waits is forgotten, as promised.
        }
    }

    /// <summary>Does what waits now, and what that asks for, one after the other.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (_waiting.Reader.TryRead(out var errand))
            await DoAsync(errand, cancellationToken);
    }

    private async Task DoAsync(Func<CancellationToken, Task> errand, CancellationToken cancellationToken)
    {
        try
        {
            await errand(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An errand failed and is not tried again")]
    private partial void LogFailed(Exception error);
}
