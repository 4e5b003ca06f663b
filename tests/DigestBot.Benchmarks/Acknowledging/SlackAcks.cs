namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>A signed slash command, beside Slack's own Bolt.</summary>
internal static class SlackAcks
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Slack__SigningSecret"] = SignedCommands.Secret,
        ["Slack__BotToken"] = "xoxb-of-nobody",
        ["Slack__ApiBaseAddress"] = "http://127.0.0.1:9/api/",
    };

    /// <summary>Measures.</summary>
    /// <param name="seconds">Length of a round.</param>
    /// <param name="rounds">How many rounds; the median counts.</param>
    /// <param name="nodeModules">Folder in which <c>@slack/bolt</c> is installed; null to measure ours alone.</param>
    public static Task<int> RunAsync(int seconds, int rounds, string? nodeModules) => new AckRace(
        dataFile => AckServer.Ours(dataFile, Settings),
        nodeModules is null ? null : () => AckServer.Node("bolt", nodeModules, SignedCommands.Secret),
        (count, first) => new SignedCommands(count, first, TimeProvider.System.GetUtcNow())).RunAsync(seconds, rounds);
}
