using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions;

/// <summary>
/// What became of a channel that an edition or draft goes to, said directly to those who can do something about it; once, by the
/// event that told of it.
/// </summary>
internal sealed class ChannelNews(Digests digests, TimeProvider clock)
{
    /// <summary>Offers another channel.</summary>
    public static IReadOnlyList<CardAction> ChooseAnother { get; } = [new(SetupAction.Verb, "Choose a channel", "") { OpensDialog = true }];

    /// <summary>Stages the words in the scope's unit of work; nothing when no digest goes to the channel.</summary>
    /// <param name="services">The scope.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="eventId">The platform's id of the event.</param>
    /// <param name="words">What to say, by what goes to the channel (<c>the digest weekly (executives)</c>).</param>
    /// <param name="offers">Buttons.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task StageAsync(
        IServiceProvider services, AskedAt channel, string eventId, Func<string, string> words, IReadOnlyList<CardAction> offers, CancellationToken cancellationToken)
    {
        var places = PlacesOf(channel).ToList();
        if (places.Count == 0)
            return;
        var admins = await AdminsAsync(services.GetRequiredService<IPeople>(), channel, cancellationToken);
        var outbox = services.GetRequiredService<IOutbox>();
        foreach (var (digest, place) in places)
        {
            foreach (var admin in admins)
                outbox.Request(DirectMessages.To(admin, digest, clock.GetUtcNow(), $"channel {eventId} {place}", words(place), offers));
        }
    }

    private IEnumerable<(Digest Digest, string Place)> PlacesOf(AskedAt channel) =>
        from digest in digests.All
        from place in digest.Audiences.Append(digest.Curators)
        where place?.Platform == channel.Platform && place.Channel == channel.Channel
        select (digest, place == digest.Curators ? $"the draft of {digest.Name}" : $"the digest {digest.Name} ({place.Name})");

    // Those who may change it; without an admin in this workspace its curators can tell one.
    private static async Task<IReadOnlyList<Person>> AdminsAsync(IPeople people, AskedAt channel, CancellationToken cancellationToken)
    {
        foreach (var role in (Roles[])[Roles.Admin, Roles.Curator])
        {
            var found = await people.WithRoleAsync(role, cancellationToken);
            if (found.Where(person => IsBeside(channel, person)).ToList() is { Count: > 0 } here)
                return here;
        }
        return [];
    }

    private static bool IsBeside(AskedAt channel, Person person) =>
        person.Platform == channel.Platform && AskedAt.WorkspaceOf(person.Channel) == channel.Workspace;
}
