using System.Collections.Concurrent;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>
/// Where people, channels and chats are reached: noted from every activity, since the service's address changes and people are known to
/// the Connector by ids that only its own messages tell. A personal chat is made when first needed; asked for twice it is the same one,
/// so a crash before it is kept costs one more call.
/// </summary>
internal sealed class TeamsConversations(
    TeamsConnector connector, TeamsStore store, TeamsServiceHosts hosts, TeamsOptions options, TimeProvider clock)
{
    private const int MostRemembered = 20_000;
    private const int MostChannelsAsked = 20;

    // Long enough that a busy person costs no write, short enough that what another process has lost is found again.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (KnownConversation Known, DateTimeOffset At)> _noted = new(StringComparer.Ordinal);

    /// <summary>Keeps what an activity tells. Its sender is verified.</summary>
    public async Task NoteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (hosts.Trusted(activity.ServiceUrl) is not { } service)
            return;
        var now = clock.GetUtcNow();
        var told = TeamsReferences.Of(activity, TeamsFrom.Of(activity, options, now), service).Where(place => IsNews(place, now)).ToList();
        if (told.Count == 0)
            return;
        await store.CommitAsync(all => told.ForEach(place => Note(all, place, activity)), cancellationToken);
        if (_noted.Count > MostRemembered)
            _noted.Clear();
        told.ForEach(place => _noted[place.Place] = (place, now));
    }

    /// <summary>The place as it is known; null when it is not.</summary>
    public Task<KnownConversation?> FindAsync(TeamsAddress place, CancellationToken cancellationToken) => store.FindAsync(place, cancellationToken);

    /// <summary>Where a person, channel or chat is reached; the personal chat is made when there is none yet.</summary>
    public Task<TeamsReach> ReachAsync(TeamsAddress place, CancellationToken cancellationToken) =>
        place.IsPerson ? PersonAsync(place, cancellationToken) : ChannelAsync(place, cancellationToken);

    /// <summary>Nothing can be sent there from now on.</summary>
    /// <param name="place">Where.</param>
    /// <param name="obstacle">For people, with the next step.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    public Task LoseAsync(TeamsAddress place, string obstacle, CancellationToken cancellationToken)
    {
        Forget(place);
        return store.CommitAsync(all => all.Lost(TeamsAddress.Platform, place.ToString(), clock.GetUtcNow(), obstacle), cancellationToken);
    }

    /// <summary>What is remembered of a place does not count any more: something about it is being changed.</summary>
    public void Forget(TeamsAddress place) => _noted.TryRemove(place.ToString(), out _);

    /// <summary>
    /// The bot's own id of somebody whom it never heard of: asked of the channels it is in. The answer is kept.
    /// </summary>
    /// <returns>The member; what a channel said that could not tell; 404 when all said that they are not there; null when there is none to ask.</returns>
    public async Task<ConnectorAnswer<ChannelAccount>?> MeetAsync(TeamsAddress person, CancellationToken cancellationToken)
    {
        ConnectorAnswer<ChannelAccount>? none = null;
        foreach (var channel in (await ChannelsAsync(person.Tenant, cancellationToken)).DistinctBy(channel => channel.Team ?? channel.Place).Take(MostChannelsAsked))
        {
            var answer = await connector.MemberAsync(Reference(channel), person.Id, cancellationToken);
            if (answer is ConnectorAnswer<ChannelAccount>.Ok { Value: { Id: not null } member })
            {
                await store.CommitAsync(all => all.Note(Met(person, channel, member)), cancellationToken);
                return answer;
            }

            // Whoever one channel does not know may be in the one that could not tell.
            if (none is null or ConnectorAnswer<ChannelAccount>.Failed { Status: 404 })
                none = answer;
        }

        return none;
    }

    /// <summary>The channels and chats of a tenant that can be reached.</summary>
    public async Task<IReadOnlyList<KnownConversation>> ChannelsAsync(string? tenant, CancellationToken cancellationToken) =>
        [.. (await store.AllAsync(tenant, cancellationToken)).Where(place => place is { Kind: not ConversationKind.Personal, UnreachableSince: null, Conversation: not null })];

    /// <summary>Where a known place is reached.</summary>
    public static ConversationReference Reference(KnownConversation known) => new(new(known.Service), known.Conversation!);

    private async Task<TeamsReach> ChannelAsync(TeamsAddress place, CancellationToken cancellationToken) => await FindAsync(place, cancellationToken) switch
    {
        { Obstacle: { } obstacle } => new TeamsReach.Not(new SendResult.Refused(obstacle)),
        { Conversation: not null } known => new TeamsReach.There(Reference(known), known.Kind),
        _ => new TeamsReach.Not(new SendResult.NotSent("Teams has not said yet how this channel is reached: add the DigestBot app to its team, or mention it there once.")),
    };

    private async Task<TeamsReach> PersonAsync(TeamsAddress person, CancellationToken cancellationToken)
    {
        var known = await FindAsync(person, cancellationToken);
        if (known?.Member is null && await MeetAsync(person, cancellationToken) is ConnectorAnswer<ChannelAccount>.Ok)
            known = await FindAsync(person, cancellationToken);
        return known switch
        {
            { Obstacle: { } obstacle } => new TeamsReach.Not(new SendResult.Refused(obstacle)),
            { Conversation: not null } => new TeamsReach.There(Reference(known), ConversationKind.Personal),
            { Member: not null } => await OpenAsync(person, known, cancellationToken),
            _ => new TeamsReach.Not(new SendResult.NotSent("This person has never met DigestBot in Teams: they can add the app, or it can be added to a team of theirs.")),
        };
    }

    private async Task<TeamsReach> OpenAsync(TeamsAddress person, KnownConversation known, CancellationToken cancellationToken)
    {
        var tenant = person.Tenant ?? $"{options.TenantId:D}";
        var answer = await connector.CreateConversationAsync(
            new(known.Service),
            new() { Members = [new() { Id = known.Member }], TenantId = tenant, ChannelData = new() { Tenant = new() { Id = tenant } } },
            cancellationToken);
        if (answer is not ConnectorAnswer<ConversationResourceResponse>.Ok { Value.Id: { } conversation })
            return new TeamsReach.Not(await FailedAsync(person, answer, cancellationToken));
        var open = known with { Conversation = conversation };
        await store.CommitAsync(all => all.Note(open), cancellationToken);
        return new TeamsReach.There(Reference(open), ConversationKind.Personal);
    }

    // No message was tried yet, so whatever happened none stands.
    private async Task<SendResult> FailedAsync(TeamsAddress person, ConnectorAnswer<ConversationResourceResponse> answer, CancellationToken cancellationToken)
    {
        var result = TeamsResults.NotPosted(answer);
        if (TeamsResults.Obstacle(answer) is { } obstacle)
            await LoseAsync(person, obstacle, cancellationToken);
        return result;
    }

    private bool IsNews(KnownConversation place, DateTimeOffset now) =>
        !_noted.TryGetValue(place.Place, out var noted) || noted.Known != place || now - noted.At > Remembered;

    // Where somebody writes to the bot it can write too. What else happens in a place says nothing about that: a team is archived with an
    // event, and what stands in its channels can still be pressed.
    private static void Note(IConversations all, KnownConversation place, Activity activity)
    {
        all.Note(place);
        if (place.Conversation is not null && (activity.Type == "message" || (activity.Type == "invoke" && place.Kind == ConversationKind.Personal)))
            all.Reached(place.Platform, place.Place);
    }

    private static KnownConversation Met(TeamsAddress person, KnownConversation channel, ChannelAccount member) => new()
    {
        Platform = TeamsAddress.Platform,
        Workspace = channel.Workspace,
        Place = person.ToString(),
        Kind = ConversationKind.Personal,
        Service = channel.Service,
        Member = member.Id,
        Name = member.Name ?? "",
    };
}
