using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Outgoing;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Tells a dead man's switch elsewhere, after an edition has reached all its audiences, that this Monday went well.</summary>
internal sealed class Heartbeat(IOptions<ScheduleOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(20);

    // Half a day of looking whether the messages stand: longer than any back-off of the dispatcher.
    private static readonly RetryPolicy Retries = RetryPolicy.Fixed(240, TimeSpan.FromMinutes(3));

    /// <summary>Schedules the heartbeat of an edition, once; nothing when no address is set.</summary>
    public async Task FollowAsync(IScheduler scheduler, Edition published, CancellationToken cancellationToken)
    {
        if (options.Value.Heartbeat is null)
            return;
        var name = $"heartbeat {published.Key}";
        var job = JobBuilder.Create<HeartbeatJob>().WithIdentity(name, ScheduleKeeper.Group)
            .UsingJobData(SubjectJob.SubjectKey, published.Key.Digest)
            .UsingJobData(HeartbeatJob.WeekKey, published.Key.Week.ToString())
            .RequestRecovery()
            .Build();
        var trigger = TriggerBuilder.Create(clock).WithIdentity(name, OneOff)
            .StartAt(clock.GetUtcNow() + FirstLook)
            .WithRetryPolicy(Retries)
            .Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Group of triggers that are in no plan, so that bringing in line leaves them alone.</summary>
    private const string OneOff = "digestbot-once";
}

/// <summary>Asks the address as soon as the first message of the edition stands on every audience; fails, to be retried, before.</summary>
internal sealed class HeartbeatJob(
    Digests digests, IOutbox outbox, HeartbeatCall call) : SubjectJob
{
    /// <summary>Where the job's data says which week.</summary>
    public const string WeekKey = "week";

    /// <inheritdoc />
    protected override async Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (digests.Named(subject) is not { } digest || !DigestWeek.TryParse(context.MergedJobDataMap.GetString(WeekKey), out var week))
            return;
        foreach (var audience in digest.Audiences)
        {
            var first = new DeliveryKey(DeliveryPurpose.Edition, digest.Name, week, audience.Name, EditionDeliveries.First);
            if (await outbox.FindAsync(first, cancellationToken) is not { Posted: not null })
                throw new JobExecutionException("The edition has not reached all its audiences yet.");
        }
        await call.MakeAsync(cancellationToken);
    }
}

/// <summary>The one request of the heartbeat.</summary>
internal sealed class HeartbeatCall(OutgoingHttp outgoing, IOptions<ScheduleOptions> options)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(15);

    /// <summary>Asks the address; any answer below 300 counts.</summary>
    /// <exception cref="HttpRequestException">It could not be reached, or said no.</exception>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Heartbeat is not { } address)
            return;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(AnswerTime);
        using var client = outgoing.CreateClient();
        using var answer = await outgoing.GetAsync(client, address, static _ => { }, time.Token);
        answer.EnsureSuccessStatusCode();
    }
}
