using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions;

/// <summary>All that concerns one person in one digest, for a platform's page of that person.</summary>
public sealed record PersonalPage
{
    /// <summary>Whose page.</summary>
    public required Person By { get; init; }

    /// <summary>The digest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the person owes.</summary>
    public required FollowUpsReply Mine { get; init; }

    /// <summary>The newest edition that is out; null before the first.</summary>
    public EditionCard? Card { get; init; }

    /// <summary>Where its first message stands for the whole digest; null when it stands nowhere.</summary>
    public PostedMessage? Posted { get; init; }

    /// <summary>The edition's raw minutes, once the person has asked for them; null before.</summary>
    public IReadOnlyList<ShownMention>? Raw { get; init; }

    /// <summary>How many weeks' raw minutes the person has read; nobody else is told.</summary>
    public int WeeksRead { get; init; }

    /// <summary>Health of the sources, for curators and admins; null for everybody else.</summary>
    public IReadOnlyList<SourceState>? Sources { get; init; }
}

/// <summary>Gathers a person's page.</summary>
public sealed class PersonalPages(
    IEditionStore editions, EditionCards cards, IFollowUpStore followUps, IMentionStore mentions, IAuditLog audit, IOutbox outbox, IPeople people, TimeProvider clock)
{
    private const string RawVerb = "raw";

    /// <summary>The page as it is now.</summary>
    public async Task<PersonalPage> OfAsync(Person by, Digest digest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await followUps.OpenOfAsync(by.Id, cancellationToken);
        var isCurator = await people.AllowAsync(by, WhoMay.Curator, digest, cancellationToken);
        var page = new PersonalPage
        {
            By = by,
            Digest = digest,
            Now = now,
            Mine = await people.ListedAsync(open, by, Phrases.DayIn(now, by.Zone), cancellationToken),
            Sources = isCurator ? await mentions.SourceStatesAsync(cancellationToken) : null,
        };
        return await editions.LatestPublishedAsync(digest.Name, cancellationToken) is { } edition
            ? await WithEditionAsync(page, edition, cancellationToken)
            : page;
    }

    private async Task<PersonalPage> WithEditionAsync(PersonalPage page, Edition edition, CancellationToken cancellationToken)
    {
        var read = await audit.SubjectsAsync(page.By.Id, RawVerb, cancellationToken);
        var raw = read.Contains(edition.Key.ToString()) ? await mentions.FindAsync(edition.RawMinutes, cancellationToken) : null;
        return page with
        {
            Card = await cards.OfAsync(edition, cancellationToken),
            Posted = await PostedAsync(page, edition, cancellationToken),
            Raw = raw is null ? null : [.. raw.Select(ShownMention.Of)],
            WeeksRead = read.Count(subject => subject.StartsWith($"{edition.Key.Digest}/", StringComparison.Ordinal)),
        };
    }

    private async Task<PostedMessage?> PostedAsync(PersonalPage page, Edition edition, CancellationToken cancellationToken)
    {
        foreach (var first in EditionDeliveries.Of(page.Digest, edition).Where(delivery => delivery.ThreadOf is null && delivery.Platform == page.By.Platform))
        {
            if ((await outbox.FindAsync(first.Key, cancellationToken))?.Posted is { } posted)
                return posted;
        }
        return null;
    }
}
