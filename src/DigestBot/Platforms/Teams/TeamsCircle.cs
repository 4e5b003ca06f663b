using System.Collections.Concurrent;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Tells who sees which card of a touch point. While nobody is named as an executive everybody in the channel counts as one, and one
/// card serves all; otherwise executives and curators have cards of their own.
/// </summary>
internal sealed class TeamsCircle(IPeople people, ActionRegistry verbs, TeamsConversations conversations, TimeProvider clock)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<TeamsAddress, DateTimeOffset> _strangers = [];

    /// <summary>Who sees what stands in the channel.</summary>
    /// <param name="content">What stands there; only a touch point's card differs from one viewer to the next.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<TeamsViewers> EverybodyAsync(MessageContent content, CancellationToken cancellationToken)
    {
        if (content is not TouchPointContent || !await people.AreExecutivesNamedAsync(TeamsAddress.Platform, cancellationToken))
            return TeamsViewers.Everybody;
        // Where nobody could get a card of their own, a button too many is better than none: rights are asked when it is pressed.
        return await RefreshingAsync(cancellationToken) is { Count: > 0 } refreshing
            ? new(refreshing, Verbs(verb => verb.Allowed is WhoMay.Executive or WhoMay.Curator))
            : TeamsViewers.Everybody;
    }

    /// <summary>What one person sees in its place.</summary>
    /// <param name="content">What stands there.</param>
    /// <param name="person">Who looks, by the rights kept here.</param>
    /// <param name="digest">The digest that it belongs to.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<TeamsViewers> OfAsync(MessageContent content, Person person, Digest digest, CancellationToken cancellationToken)
    {
        var everybody = await EverybodyAsync(content, cancellationToken);
        var isExecutive = await people.AllowAsync(person, WhoMay.Executive, digest, cancellationToken);
        var isCurator = await people.AllowAsync(person, WhoMay.Curator, digest, cancellationToken);
        return everybody with
        {
            IsPersonal = true,
            IsCurators = isCurator && !person.IsGuest,
            Withheld = Verbs(verb => verb.Allowed switch
            {
                _ when person.IsGuest && !verb.IsForGuests => true,
                WhoMay.Executive => !isExecutive,
                WhoMay.Curator => !isCurator,
                _ => false,
            }),
        };
    }

    private HashSet<string> Verbs(Func<ActionDescription, bool> which) =>
        verbs.All.Select(action => action.Description).Where(which).Select(verb => verb.Verb).ToHashSet(StringComparer.Ordinal);

    // Executives first: Teams takes sixty, and a curator finds the same words by typing.
    private async Task<IReadOnlyList<string>> RefreshingAsync(CancellationToken cancellationToken)
    {
        var members = new List<string>();
        foreach (var person in await NamedAsync(cancellationToken))
        {
            if (members.Count < TeamsViewers.Most && await MemberAsync(TeamsAddress.Parse(person.Channel), cancellationToken) is { } member)
                members.Add(member);
        }
        return members;
    }

    private async Task<IEnumerable<Person>> NamedAsync(CancellationToken cancellationToken)
    {
        var executives = await people.WithRoleAsync(Roles.Executive, cancellationToken);
        var curators = await people.WithRoleAsync(Roles.Curator, cancellationToken);
        return executives.Concat(curators).Where(person => person.Platform == TeamsAddress.Platform).DistinctBy(person => person.Channel);
    }

    // Teams tells the ids of those who have met the bot; about the others its channels are asked, seldom.
    private async Task<string?> MemberAsync(TeamsAddress person, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(person, cancellationToken) is { Member: { } known })
            return known;
        var now = clock.GetUtcNow();
        if (_strangers.TryGetValue(person, out var asked) && now - asked < BetweenQuestions)
            return null;
        _strangers[person] = now;
        return (await conversations.MeetAsync(person, cancellationToken) as ConnectorAnswer<ChannelAccount>.Ok)?.Value.Id;
    }
}
