using System.Globalization;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>
/// Reactions given while the program was down: Teams tells of each once and cannot be asked (decisions.md 13), so the curators are told,
/// once for each time it stood still.
/// </summary>
internal sealed class TeamsMissed(IServiceScopeFactory scopes, Digests digests, OutboxSignal bell)
{
    /// <summary>Tells the curators of every digest whose newest edition stands in Teams.</summary>
    /// <param name="since">When the program last ran for certain, UTC.</param>
    /// <param name="until">When it ran again, UTC.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    public async Task TellAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var outbox = services.GetRequiredService<IOutbox>();
        foreach (var digest in digests.All)
        {
            if (!await StandsAsync(digest, services.GetRequiredService<IEditionStore>(), outbox, since, cancellationToken))
                continue;
            foreach (var message in await MessagesAsync(digest, services.GetRequiredService<IPeople>(), since, until, cancellationToken))
            {
                if (await outbox.FindAsync(message.Key, cancellationToken) is null)
                    outbox.Request(message);
            }
        }
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
        bell.Ring();
    }

    // An edition that went out only since then has missed nothing.
    private static async Task<bool> StandsAsync(Digest digest, IEditionStore editions, IOutbox outbox, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await editions.LatestPublishedAsync(digest.Name, cancellationToken) is not { } edition || !(edition.PublishedAt <= since))
            return false;
        foreach (var first in EditionDeliveries.Of(digest, edition).Where(delivery => delivery.Platform == TeamsAddress.Platform && delivery.ThreadOf is null))
        {
            if (await outbox.FindAsync(first.Key, cancellationToken) is { Posted: not null })
                return true;
        }
        return false;
    }

    private static async Task<IEnumerable<Delivery>> MessagesAsync(
        Digest digest, IPeople people, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var text = $"I was not running for some time between {Phrases.Moment(since, digest.Zone.Id)} and {Phrases.Moment(until, digest.Zone.Id)}. "
            + "Reactions given or taken away in Teams then have not reached me: Teams tells of them once and cannot be asked. "
            + "If you reacted meanwhile, please take the reaction away and give it again, or use the button. Everything else is as you left it.";
        var part = string.Create(CultureInfo.InvariantCulture, $"missed {since.UtcTicks}");
        if (digest.Curators is { } curators)
            return [new() { Key = new(DeliveryPurpose.Alert, digest.Name, DigestWeek.Of(until, digest.Zone), curators.Name, part), Platform = curators.Platform, Channel = curators.Channel, Text = new(text, []) }];
        var told = await people.WithRoleAsync(Roles.Curator, cancellationToken);
        return told.Select(curator => DirectMessages.To(curator, digest, until, part, text, []));
    }
}
