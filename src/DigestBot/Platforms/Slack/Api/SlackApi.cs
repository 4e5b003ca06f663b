using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>
/// The Web API of every workspace the app is installed in. Each method takes the workspace first, as in
/// <see cref="SlackAddress.Workspace"/>: null for the configured bot token. Keeps Slack's limits, waits where the wait is short,
/// and takes note when a workspace has thrown the app out.
/// </summary>
internal sealed partial class SlackApi(SlackTransport transport, SlackWorkspaces workspaces, SlackLimits limits, TimeProvider clock, ILogger<SlackApi> log)
{
    /// <summary>The longest a call waits for its turn; what would wait longer is told to come again.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Makes any call with the workspace's token.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="call">The call.</param>
    /// <param name="shape">How the answer is read.</param>
    /// <param name="cancellationToken">Ends the wait; the call may have arrived.</param>
    public async Task<SlackAnswer<T>> CallAsync<T>(string? workspace, SlackCall call, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        if (await workspaces.TokenAsync(workspace, cancellationToken) is not { } token)
            return new SlackAnswer<T>.Failed(SlackErrors.NotInstalled);
        var wait = limits.Take(workspace, call, Patience);
        if (wait > Patience)
            return new SlackAnswer<T>.RateLimited(wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
        var answer = await transport.CallAsync(call, token.Text, shape, cancellationToken);
        await HeedAsync(workspace, call.Method, token, answer, cancellationToken);
        return answer;
    }

    /// <summary>Answers an interaction or a command at the address that came with it: five times, for half an hour.</summary>
    /// <param name="responseUrl">The address; a secret.</param>
    /// <param name="message">Text and blocks; and <c>response_type</c>, <c>replace_original</c> and the like where wanted.</param>
    /// <param name="cancellationToken">Ends the wait; the answer may have arrived.</param>
    public Task<SlackAnswer<SlackNothing>> RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken) =>
        transport.RespondAsync(responseUrl, message.Select(member => (member.Key, member.Value)), cancellationToken);

    private async Task HeedAsync<T>(string? workspace, SlackMethod method, SlackToken token, SlackAnswer<T> answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case SlackAnswer<T>.RateLimited limited:
                limits.PutOff(workspace, method, limited.RetryAfter);
                LogRateLimited(method.Name, workspace, limited.RetryAfter);
                break;
            case SlackAnswer<T>.Failed failed:
                LogFailed(method.Name, workspace, SlackErrors.Plain(failed.Error) ?? "unnamed");
                await workspaces.RefusedAsync(workspace, token, failed.Error, cancellationToken);
                break;
            case SlackAnswer<T>.NoAnswer none:
                LogUnanswered(method.Name, workspace, none.Reason);
                break;
            case SlackAnswer<T>.NotSent not:
                LogUnanswered(method.Name, workspace, not.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Slack takes no {Method} in workspace {Workspace} for {Wait}")]
    private partial void LogRateLimited(string method, string? workspace, TimeSpan wait);

    [LoggerMessage(LogLevel.Information, "Slack refused {Method} in workspace {Workspace}: {Error}")]
    private partial void LogFailed(string method, string? workspace, string error);

    [LoggerMessage(LogLevel.Warning, "Slack did not take {Method} in workspace {Workspace}: {Reason}")]
    private partial void LogUnanswered(string method, string? workspace, string reason);
}
