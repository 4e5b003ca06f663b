namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>What a workspace is called with.</summary>
/// <param name="Text">The token; a secret, never logged.</param>
internal sealed record SlackToken(string Text)
{
    /// <summary>Nothing of it: a record would write its token out.</summary>
    public override string ToString() => nameof(SlackToken);
}

/// <summary>The workspaces the app is installed in.</summary>
internal sealed class SlackWorkspaces(SlackOptions options)
{
    private volatile bool _isRemoved;

    /// <summary>The token of a workspace, or null when the app is not installed in it.</summary>
    /// <param name="workspace">As in <see cref="SlackAddress.Workspace"/>.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public ValueTask<SlackToken?> TokenAsync(string? workspace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(workspace is null && !_isRemoved && options.BotToken is { } token ? new SlackToken(token) : null);

    /// <summary>The app is not in the workspace any more: nothing is sent there.</summary>
    public Task RemovedAsync(string? workspace, CancellationToken cancellationToken)
    {
        _isRemoved |= workspace is null;
        return Task.CompletedTask;
    }

    /// <summary>Which of our workspaces a payload comes from; null when it is none of ours.</summary>
    /// <param name="team">The payload's workspace; null where the payload names none.</param>
    /// <param name="enterprise">The payload's Enterprise Grid, or null.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<SlackWorkspace?> ForTeamAsync(string? team, string? enterprise, CancellationToken cancellationToken) =>
        ValueTask.FromResult(options.BotToken is null ? null : new SlackWorkspace(null));
}

/// <summary>One of our workspaces.</summary>
/// <param name="Key">As in <see cref="SlackAddress.Workspace"/>: null for the one of the configured bot token.</param>
internal sealed record SlackWorkspace(string? Key);
