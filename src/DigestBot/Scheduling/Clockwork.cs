using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Runs the schedule: brings Quartz's own store in line with the settings, starts it, and stops it when asked.</summary>
internal sealed class Clockwork(ISchedulerFactory factory, ScheduleKeeper keeper)
{
    /// <summary>Runs until <paramref name="stop"/>; then starts nothing more and waits for the jobs under way.</summary>
    /// <param name="stop">Start no more jobs.</param>
    /// <param name="hurry">Do not wait any longer; a job that was broken off runs again at the next start.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken hurry)
    {
        var scheduler = await factory.GetScheduler(stop);
        await keeper.BringInLineAsync(scheduler, stop);
        await scheduler.Start(stop);
        var asked = new TaskCompletionSource();
        await using (stop.Register(asked.SetResult))
            await asked.Task;
        await scheduler.Shutdown(waitForJobsToComplete: true, hurry);
    }
}
