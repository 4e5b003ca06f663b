using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Runs the schedule: brings Quartz's own store in line with the settings, starts it, and stops it when asked.</summary>
internal sealed partial class Clockwork(ISchedulerFactory factory, ScheduleKeeper keeper, ILogger<Clockwork> log)
{
    /// <summary>Runs until <paramref name="stop"/>; then starts nothing more and waits for the jobs under way.</summary>
    /// <param name="stop">Start no more jobs.</param>
    /// <param name="hurry">Do not wait any longer; a job that was broken off runs again at the next start.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken hurry)
    {
        // Not cancellable: it is short, and half-way through Quartz reports a cancelled call as a failed store.
        var scheduler = await factory.GetScheduler(CancellationToken.None);
        await keeper.BringInLineAsync(scheduler, CancellationToken.None);
        await scheduler.Start(CancellationToken.None);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(asked.SetResult))
            await asked.Task;
        await EndAsync(scheduler, hurry);
    }

    private async Task EndAsync(IScheduler scheduler, CancellationToken hurry)
    {
        try
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, hurry);
        }
        catch (Exception failure) when (failure is SchedulerException or OperationCanceledException)
        {
            // What it was about stands in its store and is taken up at the next start, as after a kill.
            LogNotEnded(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The schedule did not end in order; what was under way is taken up at the next start")]
    private partial void LogNotEnded(Exception error);
}
