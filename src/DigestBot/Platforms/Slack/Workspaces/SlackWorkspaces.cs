using System.Collections.Concurrent;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>
/// Every workspace that the bot may speak in, with its token: the one of the settings and those installed through
/// <c>/slack/install</c>. Asked before each call, so what is known is kept in memory.
/// </summary>
internal sealed class SlackWorkspaces(
    SlackOwnToken own, SlackStore store, SlackVault vault, SlackAppCalls calls, SlackRenewal renewal, SlackRemoval removal, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Opened> _opened = new(StringComparer.Ordinal);

    // The last version that counts as removed: it may stand in the database for a moment longer.
    private readonly ConcurrentDictionary<string, int> _removed = new(StringComparer.Ordinal);

    /// <summary>The token to call with; null when the bot is not installed there (any more) or its token cannot be opened or renewed.</summary>
    /// <param name="workspace">As in <see cref="SlackAddress.Workspace"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<SlackToken?> TokenAsync(string? workspace, CancellationToken cancellationToken)
    {
        if (workspace is null)
            return own.GetAsync(cancellationToken);
        return _opened.TryGetValue(workspace, out var opened) && !renewal.IsDue(opened.Installation)
            ? ValueTask.FromResult(Usable(opened))
            : new(OpenAsync(workspace, cancellationToken));
    }

    /// <summary>
    /// Which of our workspaces a payload comes from; null when it is none of ours. Where one installation serves a whole Enterprise
    /// Grid, all of its workspaces are that one.
    /// </summary>
    /// <param name="team">The payload's workspace; null where the payload names none.</param>
    /// <param name="enterprise">The payload's Enterprise Grid, or null.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<SlackWorkspace?> ForTeamAsync(string? team, string? enterprise, CancellationToken cancellationToken)
    {
        if (await IsOwnAsync(team, enterprise, cancellationToken))
            return new(null);
        if (team is not null && await IsInstalledAsync(team, cancellationToken))
            return new(team);
        return enterprise is not null && await IsInstalledAsync(enterprise, cancellationToken) ? new(enterprise) : null;
    }

    /// <summary>All installations with the removed ones; the one of the settings under an empty key, once Slack has said whose it is.</summary>
    public Task<IReadOnlyList<Installation>> AllAsync(CancellationToken cancellationToken) => store.AllAsync(cancellationToken);

    /// <summary>
    /// A call was refused. When the refusal means that the bot was removed, Slack is asked about the token itself first: one method's
    /// fault must not stop everything. A token that has run out is renewed before the next call. Other errors are none of its business.
    /// </summary>
    /// <param name="workspace">As in <see cref="SlackAddress.Workspace"/>.</param>
    /// <param name="used">The token that the call was made with.</param>
    /// <param name="error">Slack's name of the refusal.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task RefusedAsync(string? workspace, SlackToken used, string error, CancellationToken cancellationToken)
    {
        if (error == "token_expired" && workspace is not null)
            await ExpiredAsync(workspace, used, cancellationToken);
        else if (SlackErrors.MeansUninstalled(error) && await IsStillUsedAsync(workspace, used, cancellationToken))
            await TestAsync(workspace, used, cancellationToken);
    }

    /// <summary>The bot was removed: no token from now on, nothing waits to be sent, durable when the task ends.</summary>
    public async Task RemovedAsync(string? workspace, CancellationToken cancellationToken)
    {
        await ForgetAsync(workspace, cancellationToken);
        await removal.RemoveAsync(workspace, cancellationToken);
    }

    /// <summary>The same, staged in a scope's unit of work; the token is forgotten at once all the same.</summary>
    public async Task StageRemovedAsync(IServiceProvider services, string? workspace, CancellationToken cancellationToken)
    {
        await ForgetAsync(workspace, cancellationToken);
        await removal.StageAsync(services, workspace, cancellationToken);
    }

    /// <summary>An installation was committed: from now on its token is used.</summary>
    public void Installed(Installation installation)
    {
        _removed.TryRemove(installation.Workspace, out _);
        _opened.TryRemove(installation.Workspace, out _);
    }

    private async ValueTask<bool> IsOwnAsync(string? team, string? enterprise, CancellationToken cancellationToken)
    {
        if (!own.IsConfigured)
            return false;
        if (await own.GetAsync(cancellationToken) is not { } token)
            return false;
        // Nobody knows yet whose it is: the signature has said that the payload is for this app, which has no other workspace.
        if (token is { Team: null, Enterprise: null })
            return true;
        return token.Team is null ? token.Enterprise == enterprise : token.Team == team;
    }

    private async ValueTask<bool> IsInstalledAsync(string key, CancellationToken cancellationToken) =>
        _opened.ContainsKey(key) || await LoadAsync(key, cancellationToken) is not null;

    private async Task<SlackToken?> OpenAsync(string workspace, CancellationToken cancellationToken)
    {
        var opened = await LoadAsync(workspace, cancellationToken);
        if (opened is not null && renewal.IsDue(opened.Installation))
            opened = Keep(workspace, await renewal.RenewAsync(workspace, cancellationToken));
        return opened is null ? null : Usable(opened);
    }

    private async Task<Opened?> LoadAsync(string workspace, CancellationToken cancellationToken) =>
        Keep(workspace, await store.FindAsync(workspace, cancellationToken));

    private Opened? Keep(string workspace, Installation? stored)
    {
        if (stored?.Secret is not { } secret || (_removed.TryGetValue(workspace, out var version) && stored.Version <= version))
        {
            _opened.TryRemove(workspace, out _);
            return null;
        }
        return _opened[workspace] = new(stored, vault.Open(workspace, secret) is { } tokens
            ? stored.TokenOf(tokens.Access)
            : null);
    }

    private SlackToken? Usable(Opened opened) => renewal.HasEnded(opened.Installation) ? null : opened.Token;

    private async Task<bool> IsStillUsedAsync(string? workspace, SlackToken used, CancellationToken cancellationToken)
    {
        if (workspace is null)
            return await own.GetAsync(cancellationToken) is not null;
        return (await LoadAsync(workspace, cancellationToken))?.Token?.Text == used.Text;
    }

    private async Task TestAsync(string? workspace, SlackToken used, CancellationToken cancellationToken)
    {
        var answer = await calls.AuthTestAsync(used.Text, cancellationToken);
        if (SlackErrors.MeansUninstalled(answer.Refusal ?? ""))
            await RemovedAsync(workspace, cancellationToken);
    }

    private async Task ExpiredAsync(string workspace, SlackToken used, CancellationToken cancellationToken)
    {
        if (await LoadAsync(workspace, cancellationToken) is not { } opened || opened.Token?.Text != used.Text)
            return;
        if (await store.SaveAsync(opened.Installation.Next() with { TokenEndsAt = clock.GetUtcNow() }, cancellationToken))
            _opened.TryRemove(workspace, out _);
    }

    private async Task ForgetAsync(string? workspace, CancellationToken cancellationToken)
    {
        if (workspace is null)
        {
            own.Forget();
            return;
        }
        _opened.TryRemove(workspace, out _);
        if (await store.FindAsync(workspace, cancellationToken) is { RemovedAt: null } stored)
            _removed[workspace] = stored.Version;
    }

    // Token: null when the key that it was sealed with is lost; kept all the same, so that it is said once and not at every call.
    private sealed record Opened(Installation Installation, SlackToken? Token);
}
