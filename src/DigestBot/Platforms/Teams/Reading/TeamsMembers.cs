using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Who is behind the accounts that a message mentions: Teams names them by ids that only this bot knows them by.</summary>
internal sealed class TeamsMembers(IConversations conversations)
{
    /// <summary>Person ids by Teams' ids of accounts; who cannot be told is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<ChannelAccount> mentioned, TeamsFrom from, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var account in mentioned)
        {
            if (Guid.TryParse(account.AadObjectId, out var id))
                people[account.Id!] = new TeamsAddress(from.Tenant, id.ToString("D")).PersonId;
            else
                unknown.Add(account.Id!);
        }
        if (unknown.Count == 0)
            return people;
        foreach (var known in await conversations.OfWorkspaceAsync(TeamsAddress.Platform, from.Tenant ?? "", cancellationToken))
        {
            if (known.Member is { } member && unknown.Contains(member))
                people[member] = $"{TeamsAddress.Platform}:{known.Place}";
        }
        return people;
    }
}
