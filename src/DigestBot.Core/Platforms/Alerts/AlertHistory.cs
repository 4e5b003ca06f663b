namespace DigestBot.Core.Platforms.Alerts;

/// <summary>
/// Keeps the counts of the days before in memory and reads them anew once an hour: a check between reads the last day only. A process
/// that starts reads them once.
/// </summary>
public sealed class AlertHistory(IGlimpses glimpses) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SubjectHistory? _read;

    /// <summary>The history up to the last full hour.</summary>
    internal async Task<SubjectHistory> AtAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _read?.End == end ? _read : _read = await SubjectHistory.ReadAsync(glimpses, end, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
