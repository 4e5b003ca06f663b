using Quartz;

namespace DigestBot.Scheduling;

/// <summary>
/// Brings Quartz's store in line with the plan. A trigger that is unchanged is left alone, for its stored next time is how a
/// Monday missed while the program was down is noticed; what is no longer planned is taken out.
/// </summary>
internal sealed class ScheduleKeeper(SchedulePlan plan, TimeProvider clock)
{
    /// <summary>Group of all our jobs and triggers.</summary>
    public const string Group = "digestbot";

    // Retried within the catch-up window's usual length: a database that is down on Monday morning must not cost the week.
    private static readonly RetryPolicy Retries =
        RetryPolicy.Exponential(40, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(20));

    /// <summary>Adds, changes and removes until the store says what the plan says.</summary>
    public async Task BringInLineAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        foreach (var entry in plan.Entries)
            await KeepAsync(scheduler, entry, cancellationToken);
        var planned = plan.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), cancellationToken))
        {
            if (!planned.Contains(key.Name))
                await scheduler.UnscheduleJob(key, cancellationToken);
        }
    }

    private async Task KeepAsync(IScheduler scheduler, ScheduleEntry entry, CancellationToken cancellationToken)
    {
        var trigger = Trigger(entry);
        var stored = await scheduler.GetTrigger(trigger.Key, cancellationToken);
        if (stored is not null && stored.Description == trigger.Description)
            return;
        await scheduler.ScheduleJob(Job(entry), [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static IJobDetail Job(ScheduleEntry entry) => JobBuilder.Create().OfType(TypeOf(entry.Job))
        .WithIdentity(entry.Key, Group)
        .UsingJobData(SubjectJob.SubjectKey, entry.Subject)
        .DisallowConcurrentExecution()
        .RequestRecovery() // every job may be repeated, so one that a killed process began is begun again
        .Build();

    // The description is what tells whether the settings have changed since it was stored.
    private ITrigger Trigger(ScheduleEntry entry) => TriggerBuilder.Create(clock)
        .WithIdentity(entry.Key, Group)
        .WithDescription(entry.Settings)
        .WithSchedule(Schedule(entry))
        .WithRetryPolicy(entry is WeeklyEntry ? Retries : RetryPolicy.None)
        .StartNow()
        .Build();

    private static IScheduleBuilder Schedule(ScheduleEntry entry) => entry switch
    {
        WeeklyEntry weekly => WeeklyTriggers.Schedule(weekly.At, weekly.Zone),
        RepeatedEntry repeated => SimpleScheduleBuilder.Create().WithInterval(repeated.Every).RepeatForever(),
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static Type TypeOf(string job) => job switch
    {
        "collect" => typeof(CollectJob),
        "draft" => typeof(DraftJob),
        "publish" => typeof(PublishJob),
        "alert" => typeof(AlertJob),
        "remind" => typeof(RemindJob),
        "forget" => typeof(ForgetJob),
        "tidy" => typeof(TidyJob),
        "learn" => typeof(LearnJob),
        _ => throw new ArgumentOutOfRangeException(nameof(job), job, "There is no such job."),
    };
}
