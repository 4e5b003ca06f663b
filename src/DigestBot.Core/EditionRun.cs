using DigestBot.Core.Editions;
using DigestBot.Core.Editions.Wording;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.LanguageModels;

namespace DigestBot.Core;

/// <summary>
/// The whole way of one edition, in the order in which it happens: collect and read what was said, group it, rank it,
/// compose the week, publish. Each step may be repeated; the state and what is said about it are one commit.
/// </summary>
/// <remarks>Of one scope and used once: what <see cref="ConcurrentChangeException"/> ends begins again in a new one (<see cref="FreshScopes"/>).</remarks>
public sealed class EditionRun(
    MentionCollector collector, IEnumerable<IMentionSource> sources, WeekMaterial material, EditionComposer composer,
    ModelSessions models, EditionWording wording, IEditionStore editions, EditionPublisher publisher, IUnitOfWork work, OutboxSignal bell)
{
    /// <summary>Collects every source and publishes the week at once: how an edition is made out of turn.</summary>
    public async Task<Edition> FromTheStartAsync(Digest digest, DigestWeek week, CancellationToken cancellationToken)
    {
        await collector.CollectAllAsync(sources, cancellationToken);
        return await PublishAsync(digest, week, cancellationToken);
    }

    /// <summary>Sends the draft of a week to its curators.</summary>
    public Task<Edition> DraftAsync(Digest digest, DigestWeek week, CancellationToken cancellationToken) =>
        MoveAsync(digest, week, (stored, composed) => publisher.DraftAsync(digest, stored, composed, cancellationToken), cancellationToken);

    /// <summary>Publishes a week to its audiences; a draft is composed anew, with what its curators did to it.</summary>
    public Task<Edition> PublishAsync(Digest digest, DigestWeek week, CancellationToken cancellationToken) =>
        MoveAsync(digest, week, (stored, composed) => publisher.PublishAsync(digest, stored, composed, cancellationToken), cancellationToken);

    /// <summary>Tells the curators, once, that a week was not published; false when there is nothing to tell.</summary>
    public async Task<bool> ReportMissedAsync(Digest digest, DigestWeek week, CancellationToken cancellationToken)
    {
        var stored = await editions.FindAsync(new(digest.Name, week), cancellationToken);
        if (stored?.IsBeforePublishing() is false)
            return false;
        var told = await publisher.ReportMissedAsync(digest, week, cancellationToken);
        if (stored is null) // so that a curator can publish it
            publisher.Keep(stored, await ComposeAsync(digest, week, stored, cancellationToken));
        await CommitAsync(cancellationToken);
        return told;
    }

    private async Task<Edition> MoveAsync(
        Digest digest, DigestWeek week, Func<Edition?, Edition, Task<Edition>> move, CancellationToken cancellationToken)
    {
        var stored = await editions.FindAsync(new(digest.Name, week), cancellationToken);
        var composed = stored?.IsBeforePublishing() is false ? stored : await ComposeAsync(digest, week, stored, cancellationToken);
        var moved = await move(stored, composed);
        CrashPoints.Reached(CrashPoints.EditionNotCommitted);
        await CommitAsync(cancellationToken);
        CrashPoints.Reached(CrashPoints.EditionCommitted);
        return moved;
    }

    private async Task<Edition> ComposeAsync(Digest digest, DigestWeek week, Edition? stored, CancellationToken cancellationToken)
    {
        using var session = models.Open();
        var gathered = await material.OfAsync(digest, week, session, cancellationToken);
        var composed = stored is null ? composer.Compose(gathered) : composer.Recompose(gathered, stored).Edition;
        return await wording.WordAsync(composed, gathered.Mentions, session, cancellationToken);
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        await work.CommitAsync(cancellationToken);
        bell.Ring();
    }
}
