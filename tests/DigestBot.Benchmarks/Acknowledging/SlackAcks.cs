using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>
/// How fast a signed slash command is verified, durably stored and acknowledged, beside Bolt, which only acknowledges. Both under the
/// same load, in turns, so that what else the machine does falls on both; one JSON line at the end.
/// </summary>
internal static class SlackAcks
{
    private const int Connections = 32;
    private const int MostPerSecond = 120_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10); // until both have compiled what they do over and over

    /// <summary>Measures.</summary>
    /// <param name="seconds">Length of a round.</param>
    /// <param name="rounds">How many rounds; the median counts.</param>
    /// <param name="nodeModules">Folder in which <c>@slack/bolt</c> is installed; null to measure ours alone.</param>
    public static async Task<int> RunAsync(int seconds, int rounds, string? nodeModules)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-bench-").FullName;
        try
        {
            var line = await MeasureAsync(Path.Combine(folder, "acks.db"), TimeSpan.FromSeconds(seconds), rounds, nodeModules);
            System.Console.WriteLine(line.ToJsonString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonObject> MeasureAsync(string dataFile, TimeSpan length, int rounds, string? nodeModules)
    {
        var ours = new List<LoadResult>();
        var bolts = new List<LoadResult>();
        var acknowledged = 0;
        using (var digestBot = AckServer.Ours(dataFile))
        {
            using var bolt = nodeModules is null ? null : AckServer.Bolt(nodeModules);
            await digestBot.ReadyAsync();
            acknowledged += Load(digestBot, WarmUp).Acknowledged + Load(digestBot, WarmUp).Acknowledged;
            if (bolt is not null)
            {
                await bolt.ReadyAsync();
                Load(bolt, WarmUp);
                Load(bolt, WarmUp);
            }
            for (var round = 0; round < rounds; round++)
            {
                ours.Add(Load(digestBot, length));
                if (bolt is not null)
                    bolts.Add(Load(bolt, length));
            }
        } // killed, not stopped: what was acknowledged must be in the file
        return Line(ours, bolts, acknowledged + ours.Sum(round => round.Acknowledged), await KeptAsync(dataFile));
    }

    private static long s_sent;

    private static LoadResult Load(AckServer server, TimeSpan length)
    {
        var commands = new SignedCommands((int)(MostPerSecond * length.TotalSeconds), s_sent, TimeProvider.System.GetUtcNow());
        s_sent += (long)(MostPerSecond * length.TotalSeconds);
        using var load = new LoadLoop(server.Port, Connections, commands);
        var before = server.ProcessorSeconds;
        var result = load.Run(length);
        result = result with { Microseconds = (server.ProcessorSeconds - before) * 1e6 / result.Acknowledged };
        System.Console.Error.WriteLine(
            $"{server.Name}: {result.PerSecond:N0}/s, p50 {result.Percentile(0.5):N2} ms, p99 {result.Percentile(0.99):N2} ms, {result.Microseconds:N0} us of processor each, {result.Refused} not acknowledged");
        return result;
    }

    private static async Task<long> KeptAsync(string dataFile)
    {
        await using var connection = new SqliteConnection($"Data Source={dataFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM inbox";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static JsonObject Line(List<LoadResult> ours, List<LoadResult> bolts, int acknowledged, long kept)
    {
        var line = new JsonObject
        {
            ["connections"] = Connections, ["acknowledged"] = acknowledged, ["kept"] = kept, ["lost"] = acknowledged > kept,
            ["digestbot"] = Figures(ours),
        };
        if (bolts.Count == 0)
            return line;
        line["bolt"] = Figures(bolts);
        line["timesBolt"] = Math.Round(Median(ours, round => round.PerSecond) / Median(bolts, round => round.PerSecond), 2);
        line["p99AgainstBolt"] = Math.Round(Median(ours, round => round.Percentile(0.99)) / Median(bolts, round => round.Percentile(0.99)), 2);
        return line;
    }

    private static JsonObject Figures(List<LoadResult> rounds) => new()
    {
        ["perSecond"] = Math.Round(Median(rounds, round => round.PerSecond)),
        ["p50ms"] = Math.Round(Median(rounds, round => round.Percentile(0.5)), 2),
        ["p99ms"] = Math.Round(Median(rounds, round => round.Percentile(0.99)), 2),
        ["processorMicroseconds"] = Math.Round(Median(rounds, round => round.Microseconds), 1),
        ["refused"] = rounds.Sum(round => round.Refused),
    };

    private static double Median(List<LoadResult> rounds, Func<LoadResult, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
