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
}
