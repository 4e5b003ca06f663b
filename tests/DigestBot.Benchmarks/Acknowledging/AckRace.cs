using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>
/// How fast the program verifies, durably stores and acknowledges what a chat service sends, beside that service's own framework,
/// which only acknowledges. Both under the same load, in turns, so that what else the machine does falls on both; one JSON line at
/// the end.
/// </summary>
/// <param name="ours">Starts ours on a data file.</param>
/// <param name="theirs">Starts the peer; null to measure ours alone.</param>
/// <param name="requests">So many requests from this number on; no two runs share a number.</param>
internal sealed class AckRace(Func<string, AckServer> ours, Func<AckServer>? theirs, Func<int, long, IRequests> requests)
{
    private const int Connections = 32;
    private const int MostPerSecond = 60_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10); // until both have compiled what they do over and over

    private long _sent;

    /// <summary>Measures.</summary>
    /// <param name="seconds">Length of a round.</param>
    /// <param name="rounds">How many rounds; the median counts.</param>
    public async Task<int> RunAsync(int seconds, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-bench-").FullName;
        try
        {
            var line = await MeasureAsync(Path.Combine(folder, "acks.db"), TimeSpan.FromSeconds(seconds), rounds);
            System.Console.WriteLine(line.ToJsonString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<JsonObject> MeasureAsync(string dataFile, TimeSpan length, int rounds)
    {
        var (our, their) = (new List<LoadResult>(), new List<LoadResult>());
        var acknowledged = 0;
        string? peerName;
        using (var digestBot = ours(dataFile))
        {
            using var peer = theirs?.Invoke();
            peerName = peer?.Name;
            acknowledged += await WarmUpAsync(digestBot);
            if (peer is not null)
                await WarmUpAsync(peer);
            for (var round = 0; round < rounds; round++)
            {
                our.Add(Load(digestBot, length));
                if (peer is not null)
                    their.Add(Load(peer, length));
            }
        } // killed, not stopped: what was acknowledged must be in the file
        return Line(our, peerName, their, acknowledged + our.Sum(round => round.Acknowledged), await KeptAsync(dataFile));
    }

    private async Task<int> WarmUpAsync(AckServer server)
    {
        await server.ReadyAsync();
        return Load(server, WarmUp).Acknowledged + Load(server, WarmUp).Acknowledged;
    }

    private LoadResult Load(AckServer server, TimeSpan length)
    {
        var count = (int)(MostPerSecond * length.TotalSeconds);
        using var load = new LoadLoop(server.Port, Connections, requests(count, _sent));
        _sent += count;
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

    private static JsonObject Line(List<LoadResult> ours, string? peer, List<LoadResult> theirs, int acknowledged, long kept)
    {
        var line = new JsonObject
        {
            ["connections"] = Connections, ["acknowledged"] = acknowledged, ["kept"] = kept, ["lost"] = acknowledged > kept,
            ["digestbot"] = Figures(ours),
        };
        if (peer is null)
            return line;
        line[peer] = Figures(theirs);
        line["times"] = Math.Round(Median(ours, round => round.PerSecond) / Median(theirs, round => round.PerSecond), 2);
        line["p99Against"] = Math.Round(Median(ours, round => round.Percentile(0.99)) / Median(theirs, round => round.Percentile(0.99)), 2);
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
