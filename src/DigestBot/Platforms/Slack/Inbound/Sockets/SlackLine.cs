using System.Net.WebSockets;
using System.Security.Cryptography;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Inbound.Sockets;

/// <summary>
/// One standing line to Slack: a socket, and another as soon as Slack wants to close it, the new one before the old one is gone.
/// </summary>
internal sealed partial class SlackLine(SlackAppCalls calls, SlackIntake intake, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // A socket that did not live so long counts as failed: a Slack that greets and hangs up is not called again at once.
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(10);

    private int _failures;

    /// <summary>Holds the line until <paramref name="stop"/>, or until Socket Mode is switched off.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var sockets = new List<Task>();
        try
        {
            while (await ConnectAsync(stop) is { } socket)
            {
                sockets.RemoveAll(task => task.IsCompleted);
                sockets.Add(ServeAsync(socket, stop));
                if (await LeftAsync(socket) == SlackSocket.Disabled)
                {
                    LogDisabled();
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops: the sockets say farewell below.
        }
        await Task.WhenAll(sockets);
    }

    private static async Task ServeAsync(SlackSocket socket, CancellationToken stop)
    {
        using (socket)
            await socket.RunAsync(stop);
    }

    private async Task<string> LeftAsync(SlackSocket socket)
    {
        var opened = clock.GetTimestamp();
        var reason = await socket.Leaving;
        _failures = socket.IsGreeted && clock.GetElapsedTime(opened) >= ShortestLife ? 0 : _failures + 1;
        LogLeaving(reason);
        return reason;
    }

    // Until there is one; null when Slack says that there will be none.
    private async Task<SlackSocket?> ConnectAsync(CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            await PauseAsync(stop);
            switch (await calls.ConnectionsOpenAsync(stop))
            {
                case SlackAnswer<string>.Ok opened when await OpenAsync(opened.Value, stop) is { } socket:
                    return new(socket, intake, clock, log);
                case SlackAnswer<string>.RateLimited limited:
                    await Task.Delay(limited.RetryAfter, clock, stop);
                    break;
                case SlackAnswer<string>.Failed { Error: var error } when IsFinal(error):
                    LogRefused(error);
                    return null;
            }
            _failures++;
        }
    }

    // Longer each time and never quite the same, so that many bots do not come back together after an outage of Slack's.
    private async Task PauseAsync(CancellationToken stop)
    {
        if (_failures == 0)
            return;
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10) - 1)));
        LogPausing(_failures, pause);
        await Task.Delay(pause * (RandomNumberGenerator.GetInt32(50, 101) / 100.0), clock, stop);
    }

    private async Task<WebSocket?> OpenAsync(string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("wss" or "ws"))
            return null;
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive } };
        try
        {
            using var time = new CancellationTokenSource(ConnectTime, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stop);
            await socket.ConnectAsync(uri, either.Token);
            return socket;
        }
        catch (Exception failed) when (failed is WebSocketException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            socket.Dispose();
            return null;
        }
    }

    private static bool IsFinal(string error) =>
        error is "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "not_allowed_token_type" or "missing_scope" or "no_permission";

    [LoggerMessage(LogLevel.Information, "A socket to Slack is replaced: {Reason}")]
    private partial void LogLeaving(string reason);

    [LoggerMessage(LogLevel.Warning, "No socket to Slack after {Failures} tries; the next one in about {Pause}")]
    private partial void LogPausing(int failures, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Slack refuses the app-level token ({Error}): nothing comes in. Set Slack:AppToken to one with connections:write and start again; doctor slack checks it")]
    private partial void LogRefused(string error);

    [LoggerMessage(LogLevel.Error, "Socket Mode was switched off for the app: nothing comes in. Switch it on again on the app's page (Socket Mode) and start again; doctor slack checks it")]
    private partial void LogDisabled();
}
