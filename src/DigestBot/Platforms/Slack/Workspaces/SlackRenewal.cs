using System.Collections.Concurrent;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>
/// Renews tokens that end (rotation: twelve hours), one at a time per installation, whichever process asks. The refresh token is good
/// once, so the new pair is durable before it is used. A process killed after Slack's answer and before the commit has used it up:
/// the next one asks with the same refresh token, which Slack takes within a short grace, and meanwhile the old token works for the
/// rest of the two hours. Only when both are over has the workspace to be installed again.
/// </summary>
internal sealed partial class SlackRenewal(SlackStore store, SlackVault vault, SlackAppCalls calls, TimeProvider clock, ILogger<SlackRenewal> log)
{
    /// <summary>How long before its end a token is renewed.</summary>
    internal static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    // Longer than the one call that is made under it.
    private static readonly TimeSpan ClaimTime = SlackHttp.AnswerTime * 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Installation?>>> _underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new(StringComparer.Ordinal);

    /// <summary>The token is to be renewed before it is used: it ends soon, and no try has failed just now.</summary>
    public bool IsDue(Installation installation) =>
        IsEnding(installation)
        && (HasEnded(installation) || !_notBefore.TryGetValue(installation.Workspace, out var time) || time <= clock.GetUtcNow());

    /// <summary>The token can no longer be used.</summary>
    public bool HasEnded(Installation installation) => installation.TokenEndsAt <= clock.GetUtcNow();

    /// <summary>Renews the token if nobody has yet; the installation as it is stored then, null when it is gone.</summary>
    /// <param name="workspace">The stored key.</param>
    /// <param name="cancellationToken">Ends the waiting, not the renewing: others wait for it as well.</param>
    public async Task<Installation?> RenewAsync(string workspace, CancellationToken cancellationToken)
    {
        var renewing = _underWay.GetOrAdd(workspace, key => new(() => RenewAloneAsync(key)));
        try
        {
            return await renewing.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            if (renewing.Value.IsCompleted)
                _underWay.TryRemove(KeyValuePair.Create(workspace, renewing));
        }
    }

    private async Task<Installation?> RenewAloneAsync(string workspace)
    {
        while (true)
        {
            var stored = await store.FindAsync(workspace, CancellationToken.None);
            if (stored?.Secret is null || !IsEnding(stored))
                return stored;
            var isClaimed = stored.RenewingUntil > clock.GetUtcNow();
            if (isClaimed && !HasEnded(stored))
                return stored;
            if (isClaimed) // another process asks Slack just now, and there is nothing to work with until it is done
                await Task.Delay(Glance, clock, CancellationToken.None);
            else if (await ClaimAsync(stored) is { } claimed)
                return await AskAsync(claimed) ?? await store.FindAsync(workspace, CancellationToken.None);
        }
    }

    private async Task<Installation?> ClaimAsync(Installation stored)
    {
        var claimed = stored.Next() with { RenewingUntil = clock.GetUtcNow() + ClaimTime };
        return await store.SaveAsync(claimed, CancellationToken.None) ? claimed : null;
    }

    // Null when somebody else changed the installation meanwhile (it was removed, or installed anew): then that counts.
    private async Task<Installation?> AskAsync(Installation claimed)
    {
        if (vault.Open(claimed.Workspace, claimed.Secret!)?.Refresh is not { } refresh)
            return claimed;
        var answer = await calls.RefreshAsync(refresh, CancellationToken.None);
        var next = claimed.Next() with { RenewingUntil = null };
        if (answer.OrDefault() is { } grant && grant.Tokens() is { } tokens)
            next = Renewed(next, tokens with { Refresh = tokens.Refresh ?? refresh }, grant.EndsAt(clock.GetUtcNow()));
        else
            Failed(claimed.Workspace, answer.Refusal);
        return await store.SaveAsync(next, CancellationToken.None) ? next : null;
    }

    private Installation Renewed(Installation installation, SlackTokens tokens, DateTimeOffset? endsAt)
    {
        _notBefore.TryRemove(installation.Workspace, out _);
        return installation with { Secret = vault.Seal(installation.Workspace, tokens), TokenEndsAt = endsAt };
    }

    private void Failed(string workspace, string? error)
    {
        _notBefore[workspace] = clock.GetUtcNow() + Patience;
        if (error is null)
            LogUnheard(workspace);
        else
            LogRefused(workspace, SlackErrors.Plain(error) ?? "unnamed");
    }

    private bool IsEnding(Installation installation) => installation.TokenEndsAt - clock.GetUtcNow() < Ahead;

    [LoggerMessage(LogLevel.Warning, "Slack did not answer when the token of workspace {Workspace} was to be renewed; it is asked again in a minute")]
    private partial void LogUnheard(string workspace);

    [LoggerMessage(LogLevel.Error, "Slack does not renew the token of workspace {Workspace} ({Error}). When it has ended, install again at /slack/install")]
    private partial void LogRefused(string workspace, string error);
}
