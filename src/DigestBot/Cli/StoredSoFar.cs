namespace DigestBot.Cli;

/// <summary>Says on standard error how many mentions are stored, every two seconds; quick work stays silent.</summary>
/// <param name="clock">Tells the two seconds.</param>
/// <param name="errors">Standard error.</param>
internal sealed class StoredSoFar(TimeProvider clock, TextWriter errors) : IProgress<int>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private long _told = clock.GetTimestamp();

    /// <inheritdoc />
    public void Report(int value)
    {
        if (clock.GetElapsedTime(_told) < Pause)
            return;
        _told = clock.GetTimestamp();
        errors.WriteLine($"{value} mentions stored so far");
    }
}
