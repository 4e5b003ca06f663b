using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Fetches what <see cref="PointStates"/> is made of.</summary>
internal sealed class TouchPointStates(IFollowUpStore followUps, IKudosStore kudos, IPeople people, TimeProvider clock) : ITouchPointStates
{
    public async Task<IReadOnlyDictionary<string, TouchPointState>> OfAsync(Edition edition, CancellationToken cancellationToken)
    {
        var taken = await followUps.OfEditionAsync(edition.Key, cancellationToken);
        var open = await followUps.OpenAsync(edition.Key.Digest, cancellationToken);
        var all = taken.Concat(open).DistinctBy(followUp => followUp.Number).ToList();
        var names = await people.NamesAsync(all.SelectMany(followUp => new[] { followUp.Owner, followUp.AskedBy }), cancellationToken);
        var thanks = await kudos.OfEditionAsync(edition.Key, cancellationToken);
        return PointStates.Of(edition, all, thanks, id => names.GetValueOrDefault(id, id), clock.GetUtcNow());
    }
}
