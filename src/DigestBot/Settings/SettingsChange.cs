namespace DigestBot.Settings;

/// <summary>
/// Word that the settings are others than those the program runs on. It ends its work as if it were stopped, and begins anew
/// with them in the same process: what was under way stands in inbox and outbox.
/// </summary>
internal sealed class SettingsChange : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Ends when the settings have changed.</summary>
    public CancellationToken Happened => _source.Token;

    /// <summary>Says so. What is being done is finished first.</summary>
    public void Tell() => _source.Cancel();

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();
}
