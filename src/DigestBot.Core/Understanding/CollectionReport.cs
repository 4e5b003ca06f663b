using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>What collecting one source brought.</summary>
/// <param name="Run">The run as recorded: counts, and why it failed if it did.</param>
/// <param name="Skipped">The first items that could not be read, at most <see cref="MostSkippedTold"/>; <see cref="SourceRun.Skipped"/> counts all.</param>
public sealed record CollectionReport(SourceRun Run, IReadOnlyList<SkippedItem> Skipped)
{
    /// <summary>More examples than these help nobody.</summary>
    public const int MostSkippedTold = 20;

    /// <summary>Everything that the source had was read, but for what was skipped.</summary>
    public bool IsComplete => Run.Failure is null;
}
