namespace DigestBot.Cli.Training;

/// <summary>Tells what is being done, once it takes longer than two seconds.</summary>
internal sealed class TrainingProgress(TimeProvider clock, TextWriter errors) : IProgress<string>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly long _began = clock.GetTimestamp();

    /// <inheritdoc />
    public void Report(string value)
    {
        if (clock.GetElapsedTime(_began) > Patience)
            errors.WriteLine(value);
    }
}
