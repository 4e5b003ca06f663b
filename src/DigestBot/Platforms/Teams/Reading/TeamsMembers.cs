using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Who is behind the accounts that a message mentions: Teams names them by ids that only this bot knows them by.</summary>
internal sealed class TeamsMembers(IConversations known, TeamsConversations conversations, TeamsConnector connector)
{
    // Each is a call, and what is behind in the inbox waits for it.
    private const int MostAsked = 5;

    /// <summary>Person ids by Teams' ids of accounts; who cannot be told is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<ChannelAccount> mentioned, TeamsFrom from, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var account in mentioned)
        {
            if (!Add(people, from, account.Id!, account.AadObjectId))
                unknown.Add(account.Id!);
        }
        if (unknown.Count == 0)
            return people;
        foreach (var met in await known.OfWorkspaceAsync(TeamsAddress.Platform, from.Tenant ?? "", cancellationToken))
        {
            if (met.Member is { } member && unknown.Remove(member))
                people[member] = $"{TeamsAddress.Platform}:{met.Place}";
        }
        await AskAsync(unknown.Take(MostAsked), people, from, cancellationToken);
        return people;
    }

    // Somebody whom the bot never met is a member of the conversation in which they are mentioned.
    private async Task AskAsync(IEnumerable<string> unknown, Dictionary<string, string> people, TeamsFrom from, CancellationToken cancellationToken)
    {
        foreach (var account in unknown)
        {
            if (from.Place is not { } place || await conversations.FindAsync(place, cancellationToken) is not { Conversation: not null } there)
                return;
            var member = await connector.MemberAsync(TeamsConversations.Reference(there), account, cancellationToken);
            Add(people, from, account, member.OrDefault()?.AadObjectId);
        }
    }

    private static bool Add(Dictionary<string, string> people, TeamsFrom from, string account, string? objectId)
    {
        if (!Guid.TryParse(objectId, out var id))
            return false;
        people[account] = new TeamsAddress(from.Tenant, id.ToString("D")).PersonId;
        return true;
    }
}
