using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.OwnModels;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>A job about one subject of the plan. Thin: it finds the subject and hands over; every one may be repeated.</summary>
internal abstract class SubjectJob : IJob
{
    /// <summary>Where the job's data says what it is about.</summary>
    public const string SubjectKey = "subject";

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(context.MergedJobDataMap.GetString(SubjectKey) ?? "", context, cancellationToken);

    /// <summary>Does it.</summary>
    protected abstract Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken);
}

/// <summary>Collects one source, and reads it with what this or another process has learned meanwhile.</summary>
internal sealed class CollectJob(MentionCollector collector, IEnumerable<IMentionSource> sources, OwnReader reader) : SubjectJob
{
    /// <inheritdoc />
    protected override async Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await reader.RefreshAsync(cancellationToken);
        await collector.CollectAllAsync(sources.Where(source => source.Name == subject), cancellationToken);
    }
}

/// <summary>Sends a digest's draft to its curators.</summary>
internal sealed class DraftJob(Digests digests, WeeklyEditions editions) : SubjectJob
{
    /// <inheritdoc />
    protected override Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken) =>
        digests.Named(subject) is { } digest ? editions.DraftAsync(digest, cancellationToken) : Task.CompletedTask;
}

/// <summary>Publishes a digest's edition, then has the heartbeat follow.</summary>
internal sealed class PublishJob(Digests digests, WeeklyEditions editions, Heartbeat heartbeat) : SubjectJob
{
    /// <inheritdoc />
    protected override async Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (digests.Named(subject) is { } digest && await editions.PublishAsync(digest, cancellationToken) is { } published)
            await heartbeat.FollowAsync(context.Scheduler, published, cancellationToken);
    }
}

/// <summary>Tells a digest's curators when something jumps.</summary>
internal sealed class AlertJob(Digests digests, FreshScopes scopes) : SubjectJob
{
    /// <inheritdoc />
    protected override Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken) =>
        digests.Named(subject) is { } digest
            ? scopes.RunAsync<AlertRun>((run, stop) => run.CheckAsync(digest, stop), cancellationToken)
            : Task.CompletedTask;
}

/// <summary>
/// Reminds owners of what they promised, and admins of channels that cannot be written to. It runs so often that a longer pause
/// between two runs means that the program stood still.
/// </summary>
internal sealed class RemindJob(ReminderRun reminders, DeadLetterRun deadLetters, Standstills standstills) : SubjectJob
{
    /// <inheritdoc />
    protected override async Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await reminders.RunAsync(cancellationToken);
        await deadLetters.RunAsync(cancellationToken);
        await standstills.NoticeAsync(context.PreviousFireTimeUtc, context.FireTimeUtc, cancellationToken);
    }
}

/// <summary>Deletes the data of workspaces that the bot was removed from.</summary>
internal sealed class ForgetJob(RemovedWorkspaces removed) : SubjectJob
{
    /// <inheritdoc />
    protected override Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken) =>
        removed.DeleteDueAsync(cancellationToken);
}

/// <summary>Deletes requests and deliveries that nobody asks for any more.</summary>
internal sealed class TidyJob(SpentMessagesRun spent) : SubjectJob
{
    /// <inheritdoc />
    protected override Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken) =>
        spent.RunAsync(cancellationToken);
}

/// <summary>Learns from what curators corrected, once enough of it is new.</summary>
internal sealed class LearnJob(WorkspaceLearning learning) : SubjectJob
{
    /// <inheritdoc />
    protected override Task RunAsync(string subject, IJobExecutionContext context, CancellationToken cancellationToken) =>
        learning.RunWhenNewAsync(cancellationToken);
}
