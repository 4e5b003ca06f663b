using System.Collections.Concurrent;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>
/// Who is in the tenant, as far as a bot is told: the members of the conversations that it is in. Nobody else can be looked up without
/// rights to the company's whole directory, which it does not ask for.
/// </summary>
internal sealed class TeamsDirectory(TeamsConnector connector, TeamsConversations conversations, TeamsOptions options, TimeProvider clock) : IChatDirectory
{
    private const int LongestName = 80;
    private const int MostTeams = 20;

    // What somebody asked waits for the answer, and so does everything behind it in the inbox.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan MembersKept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (IReadOnlyList<ChannelAccount> Members, DateTimeOffset At)> _members = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Platform => TeamsAddress.Platform;

    /// <inheritdoc />
    public async Task<DirectoryAnswer> AskAsync(string user, CancellationToken cancellationToken)
    {
        var person = TeamsAddress.Parse(user);
        return await WithinPatienceAsync(stop => AskAsync(person, stop), cancellationToken) switch
        {
            ConnectorAnswer<ChannelAccount>.Ok { Value: var member } => Found(person.Tenant, member),
            ConnectorAnswer<ChannelAccount>.Failed { Status: 404 } => new DirectoryAnswer.Nobody(),
            _ => new DirectoryAnswer.NoAnswer(),
        };
    }

    /// <inheritdoc />
    public async Task<DirectoryAnswer> AskByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var isWhole = true;
        var teams = await conversations.ChannelsAsync(tenant: null, cancellationToken);
        foreach (var channel in teams.DistinctBy(channel => channel.Team ?? channel.Place).Take(MostTeams))
        {
            var members = await MembersAsync(channel, cancellationToken);
            if (members?.FirstOrDefault(member => HasAddress(member, email)) is { } found)
                return Found(tenant: null, found);
            isWhole &= members is not null;
        }
        return isWhole && teams.Count > 0 ? new DirectoryAnswer.Nobody() : new DirectoryAnswer.NoAnswer();
    }

    /// <inheritdoc />
    public async Task<bool?> IsMemberAsync(string channel, string user, CancellationToken cancellationToken)
    {
        var (there, who) = (TeamsAddress.Parse(channel), TeamsAddress.Parse(user));
        if (there.Tenant != who.Tenant)
            return false;
        if (await conversations.FindAsync(there, cancellationToken) is not { Conversation: not null } known)
            return null;
        return (await MembersAsync(known, cancellationToken))?.Any(member => IsSame(member, who));
    }

    // Where the bot speaks with the person it can ask about them; otherwise in the channels that they may be in too.
    private async Task<ConnectorAnswer<ChannelAccount>?> AskAsync(TeamsAddress person, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(person, cancellationToken) is not { Conversation: not null, UnreachableSince: null } known)
            return await conversations.MeetAsync(person, cancellationToken);
        var told = await connector.MemberAsync(TeamsConversations.Reference(known), known.Member ?? person.Id, cancellationToken);
        // Only a chat that says no sends on to the channels: in none of them is not gone, where the chat could not tell.
        return told is ConnectorAnswer<ChannelAccount>.Failed ? await conversations.MeetAsync(person, cancellationToken) : told;
    }

    private async Task<IReadOnlyList<ChannelAccount>?> MembersAsync(KnownConversation channel, CancellationToken cancellationToken)
    {
        if (_members.TryGetValue(channel.Place, out var kept) && clock.GetUtcNow() - kept.At < MembersKept)
            return kept.Members;
        var answer = await WithinPatienceAsync(async stop => await connector.MembersAsync(TeamsConversations.Reference(channel), stop), cancellationToken);
        if (answer?.OrDefault() is not { } members)
            return null;
        _members[channel.Place] = (members, clock.GetUtcNow());
        return members;
    }

    private DirectoryAnswer Found(string? tenant, ChannelAccount member)
    {
        if (!Guid.TryParse(member.AadObjectId, out var id) || member.Role is "bot" or "skill")
            return new DirectoryAnswer.Nobody();
        var address = new TeamsAddress(tenant, id.ToString("D"));
        var person = new Person(address.PersonId, Name(member, address), "", Roles.Anyone) { IsGuest = IsGuest(tenant, member) };
        return new DirectoryAnswer.Found(new(person, DateTimeOffset.UnixEpoch) { Handle = Handle(member), Email = AddressOf(member) });
    }

    private bool IsGuest(string? tenant, ChannelAccount member) =>
        member.UserRole is "guest" or "anonymous"
        || (Guid.TryParse(member.TenantId, out var home) && home.ToString("D") != (tenant ?? options.TenantId?.ToString("D")));

    private static string Name(ChannelAccount member, TeamsAddress address) =>
        VisibleText.Line(member.Name ?? "", LongestName) is { Length: > 0 } name ? name : address.Id;

    private static string? AddressOf(ChannelAccount member) => new[] { member.Email, member.UserPrincipalName }.FirstOrDefault(one => one?.Contains('@', StringComparison.Ordinal) == true);

    private static string? Handle(ChannelAccount member) => member.UserPrincipalName?.Split('@')[0] is { Length: > 0 } handle ? handle : null;

    private static bool HasAddress(ChannelAccount member, string email) =>
        string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase) || string.Equals(member.UserPrincipalName, email, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(ChannelAccount member, TeamsAddress who) => string.Equals(member.AadObjectId, who.Id, StringComparison.OrdinalIgnoreCase);

    private async Task<T?> WithinPatienceAsync<T>(Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
