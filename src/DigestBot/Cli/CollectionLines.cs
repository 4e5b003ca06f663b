using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary>Tells people what collecting brought: the result as data, what was passed over beside it.</summary>
internal static class CollectionLines
{
    /// <summary>One line on standard output; skipped items and a failure on standard error.</summary>
    public static async Task TellAsync(this CollectionReport report, TextWriter output, TextWriter errors)
    {
        var run = report.Run;
        foreach (var skipped in report.Skipped)
            await errors.WriteLineAsync($"{run.Source}: line {skipped.Line} skipped: {skipped.Reason}");
        if (run.Skipped > report.Skipped.Count)
            await errors.WriteLineAsync($"{run.Source}: {run.Skipped - report.Skipped.Count} more skipped");
        if (run.Failure is not null)
            await errors.WriteLineAsync($"{run.Source} could not be read to the end: {run.Failure}");
        await output.WriteLineAsync($"{run.Source}: {run.Added} new, {run.Refreshed} refreshed, {run.Skipped} skipped");
    }
}
