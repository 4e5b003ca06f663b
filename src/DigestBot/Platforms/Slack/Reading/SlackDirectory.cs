using System.Collections.Concurrent;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Who is in the workspaces.</summary>
internal sealed class SlackDirectory(SlackApi api, SlackWorkspaces workspaces, TimeProvider clock) : IChatDirectory
{
    private const int LongestName = 80;
    private const int MostPages = 50;

    // What somebody asked waits for the answer, and so does everything behind it in the inbox.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan MembersKept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (IReadOnlySet<string> Users, DateTimeOffset At)> _members = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Platform => SlackAddress.Platform;

    /// <inheritdoc />
    public Task<DirectoryAnswer> AskAsync(string user, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Parse(user);
        return PersonAsync(address.Workspace, stop => api.UsersInfoAsync(address.Workspace, address.Id, stop), cancellationToken);
    }

    /// <inheritdoc />
    public Task<DirectoryAnswer> AskByEmailAsync(string email, CancellationToken cancellationToken) =>
        PersonAsync(null, stop => api.LookupByEmailAsync(null, email, stop), cancellationToken);

    /// <inheritdoc />
    public async Task<bool?> IsMemberAsync(string channel, string user, CancellationToken cancellationToken)
    {
        var (there, who) = (SlackAddress.Parse(channel), SlackAddress.Parse(user));
        if (there.Workspace != who.Workspace)
            return false;
        if (_members.TryGetValue(channel, out var known) && clock.GetUtcNow() - known.At < MembersKept)
            return known.Users.Contains(who.Id);
        if (await MembersAsync(there, cancellationToken) is not { } members)
            return null;
        _members[channel] = (members, clock.GetUtcNow());
        return members.Contains(who.Id);
    }

    private async Task<HashSet<string>?> MembersAsync(SlackAddress channel, CancellationToken cancellationToken)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var asked = cursor;
            if ((await WithinPatienceAsync(stop => api.MembersAsync(channel.Workspace, channel.Id, asked, stop), cancellationToken))?.OrDefault() is not { } some)
                return null;
            members.UnionWith(some.Members);
            cursor = some.Next;
            if (cursor is null)
                break;
        }
        return members;
    }

    private async Task<DirectoryAnswer> PersonAsync(
        string? workspace, Func<CancellationToken, Task<SlackAnswer<SlackUser>>> ask, CancellationToken cancellationToken) =>
        await WithinPatienceAsync(ask, cancellationToken) switch
        {
            SlackAnswer<SlackUser>.Ok { Value: { Deleted: false, IsBot: false } user } => new DirectoryAnswer.Found(Known(workspace, user, await IsForeignAsync(workspace, user, cancellationToken))),
            SlackAnswer<SlackUser>.Ok or SlackAnswer<SlackUser>.Failed { Error: "user_not_found" or "users_not_found" or "user_not_visible" } => new DirectoryAnswer.Nobody(),
            _ => new DirectoryAnswer.NoAnswer(),
        };

    private static KnownPerson Known(string? workspace, SlackUser user, bool isForeign) => new(
        new(new SlackAddress(workspace, user.Id).PersonId, Name(user), user.Tz ?? "", Roles.Anyone) { Locale = user.Locale ?? "en", IsGuest = isForeign },
        DateTimeOffset.UnixEpoch)
    {
        Handle = user.Name,
        Email = user.Profile?.Email,
    };

    // The workspaces of one Enterprise Grid belong to one company.
    private async Task<bool> IsForeignAsync(string? workspace, SlackUser user, CancellationToken cancellationToken) =>
        await workspaces.TokenAsync(workspace, cancellationToken) is { Enterprise: null, Team: { } team } && user.TeamId is { } home && home != team;

    private static string Name(SlackUser user) => VisibleText.Line(
        new[] { user.Profile?.DisplayName, user.Profile?.RealName, user.RealName, user.Name }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? user.Id,
        LongestName);

    private async Task<SlackAnswer<T>?> WithinPatienceAsync<T>(Func<CancellationToken, Task<SlackAnswer<T>>> ask, CancellationToken cancellationToken)
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
