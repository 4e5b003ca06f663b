using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>
/// The bot token of the settings. Whose it is only Slack knows: it is asked once a start, and what it said is kept, so that a start
/// without Slack knows it too.
/// </summary>
internal sealed class SlackOwnToken(SlackOptions options, SlackStore store, SlackAppCalls calls, SlackRemoval removal, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    // A token that was refused may work again: the account was only suspended, or the bot was put back.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    private static readonly Installation Unknown = new()
    {
        Platform = SlackAddress.Platform, Workspace = SlackWorkspace.Stored(null), InstalledAt = DateTimeOffset.UnixEpoch,
    };

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Known? _known;

    /// <summary>The settings have a bot token.</summary>
    public bool IsConfigured => options.BotToken is not null;

    /// <summary>The token; null when there is none or Slack has refused it.</summary>
    public ValueTask<SlackToken?> GetAsync(CancellationToken cancellationToken) =>
        !IsConfigured || IsFresh(_known) ? ValueTask.FromResult(_known?.Token) : new(LearnAsync(cancellationToken));

    /// <summary>Slack no longer takes it, as far as is known here: nothing more is sent with it.</summary>
    public void Forget() => _known = new(null, clock.GetUtcNow() + LookAgain);

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private bool IsFresh(Known? known) => known is not null && (known.AskAt is null || clock.GetUtcNow() < known.AskAt);

    private async Task<SlackToken?> LearnAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!IsFresh(_known))
                _known = await AskAsync(cancellationToken);
            return _known!.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Known> AskAsync(CancellationToken cancellationToken)
    {
        var answer = await calls.AuthTestAsync(options.BotToken!, cancellationToken);
        var stored = await store.FindAsync(SlackWorkspace.Stored(null), cancellationToken);
        if (answer.OrDefault() is { } auth)
            return await KeepAsync(stored, auth, cancellationToken);
        if (!SlackErrors.MeansUninstalled(answer.Refusal ?? ""))
            return new((stored is { RemovedAt: null } ? stored : Unknown).TokenOf(options.BotToken!), clock.GetUtcNow() + AskAgain);
        await removal.RemoveAsync(null, cancellationToken);
        return new(null, clock.GetUtcNow() + LookAgain);
    }

    // Lost against another process that learned the same: nothing is lost by it.
    private async Task<Known> KeepAsync(Installation? stored, SlackAuth auth, CancellationToken cancellationToken)
    {
        var kept = stored is { RemovedAt: null } ? stored : (stored ?? Unknown) with { InstalledAt = clock.GetUtcNow(), RemovedAt = null };
        var next = kept.With(auth);
        if (next != stored)
            await store.SaveAsync(stored is null ? next : next.Next(), cancellationToken);
        return new(auth.TokenOf(options.BotToken!), AskAt: null);
    }

    // AskAt: when Slack is asked (again); null when it has said all there is to know.
    private sealed record Known(SlackToken? Token, DateTimeOffset? AskAt);
}
