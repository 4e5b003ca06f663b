using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Inbound.Sockets;

/// <summary>Socket Mode: the way in that needs no public address. Nothing is done unless <see cref="SlackOptions.AppToken"/> is set.</summary>
internal sealed class SlackSockets(SlackOptions options, SlackAppCalls calls, SlackIntake intake, TimeProvider clock, ILogger<SlackSockets> log)
{
    // Two, so that one is there while the other is replaced; Slack gives each message to one of them.
    private const int Lines = 2;

    /// <summary>Takes in what Slack sends until <paramref name="stop"/>.</summary>
    public Task RunAsync(CancellationToken stop) => options.AppToken is null
        ? Task.CompletedTask
        : Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => new SlackLine(calls, intake, clock, log).RunAsync(stop)));
}
