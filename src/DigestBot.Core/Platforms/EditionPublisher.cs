using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>
/// Moves editions from state to state and requests what has to be said about it, all in the commit of the caller's unit of
/// work. Every step may be repeated: what has happened already does not happen again.
/// </summary>
public sealed class EditionPublisher(IEditionStore editions, IOutbox outbox, TimeProvider clock)
{
    // An earlier edition that was published after this one (caught up, out of order) is found within so many weeks.
    private const int Recent = 8;

    /// <summary>Keeps the draft and requests it for the curators. A draft that they have already is left alone.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="stored">The edition as it is kept, or null.</param>
    /// <param name="composed">The same one, freshly composed, with what curators did to <paramref name="stored"/> done again.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The edition as it stands now.</returns>
    public async Task<Edition> DraftAsync(Digest digest, Edition? stored, Edition composed, CancellationToken cancellationToken)
    {
        var message = EditionDeliveries.Draft(digest, composed);
        if (stored is not null && (!stored.IsBeforePublishing() || message is null || await outbox.FindAsync(message.Key, cancellationToken) is not null))
            return stored;
        if (message is not null)
            outbox.Request(message);
        return Keep(stored, composed);
    }

    /// <summary>
    /// Publishes: each audience gets the freshly composed edition, the ones before are closed, and curators hear what
    /// the weekend changed. Published, closed and skipped editions stay as they are.
    /// </summary>
    /// <inheritdoc cref="DraftAsync" />
    public async Task<Edition> PublishAsync(Digest digest, Edition? stored, Edition composed, CancellationToken cancellationToken)
    {
        if (stored?.IsBeforePublishing() is false || composed.Publish(clock.GetUtcNow()).Edition is not { } published)
            return stored ?? composed;
        published = Keep(stored, published);
        foreach (var delivery in EditionDeliveries.Of(digest, published))
            outbox.Request(delivery);
        if (stored is not null && WeekendNews.Alert(digest, stored, published) is { } news)
            outbox.Request(news);
        // The draft's message says so and loses its buttons, where it stands.
        if (EditionDeliveries.Draft(digest, published) is { } draft && await outbox.FindAsync(draft.Key, cancellationToken) is not null)
            outbox.Request(draft);
        await CloseEarlierAsync(published.Key, cancellationToken);
        return published;
    }

    /// <summary>Keeps an edition as the next version of what is kept, without telling anybody: what a rehearsal or a skip starts from.</summary>
    public Edition Keep(Edition? stored, Edition composed)
    {
        var next = composed with { Version = (stored?.Version ?? 0) + 1 };
        editions.Save(next);
        return next;
    }

    /// <summary>Requests the edition for one person only.</summary>
    public void Rehearse(Edition edition, Audience person)
    {
        foreach (var delivery in EditionDeliveries.Rehearsal(edition, person))
            outbox.Request(delivery);
    }

    /// <summary>Requests the word to the curators that a week was missed; false when they have it or there are none.</summary>
    public async Task<bool> ReportMissedAsync(Digest digest, Mentions.DigestWeek week, CancellationToken cancellationToken)
    {
        var text = $"The edition of {week} has not gone out: the program was not running at its time, nor soon enough after it. "
            + "It is not published late by itself; a curator can still publish it.";
        var alert = EditionDeliveries.Alert(digest, new(digest.Name, week), "missed", new(text, [new("publish", "Publish it now", week.ToString(), IsPrimary: true)]));
        if (alert is null || await outbox.FindAsync(alert.Key, cancellationToken) is not null)
            return false;
        outbox.Request(alert);
        return true;
    }

    private async Task CloseEarlierAsync(EditionKey published, CancellationToken cancellationToken)
    {
        foreach (var earlier in await editions.NewestAsync(published.Digest, Recent, cancellationToken))
        {
            if (earlier.Key.Week < published.Week && earlier.Close().Edition is { } closed)
                editions.Save(closed);
        }
    }
}
