using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Benchmarks;

/// <summary>
/// The macro run: one feed, each step in a process of its own (so that its peak memory is its own), one JSON line at the end.
/// Ratios are against the yardstick of the same run: System.Text.Json deserialising the file line by line on one core.
/// </summary>
internal static class Aggregate
{
    private const int FeedWeeks = 13;

    public static async Task<int> RunAsync(int mentions)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-bench-").FullName;
        try
        {
            var line = await MeasureAsync(folder, mentions);
            System.Console.WriteLine(line.ToJsonString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonObject> MeasureAsync(string folder, int mentions)
    {
        var feed = await FeedAsync(folder, "feed.ndjson", mentions, FeedWeeks);
        var quarter = await FeedAsync(folder, "quarter.ndjson", mentions / 4, FeedWeeks);
        var yardstick = await StepAsync("yardstick", feed);
        var digest = await StepAsync("digest", feed);
        var line = new JsonObject
        {
            ["mentions"] = mentions,
            ["yardstick"] = yardstick,
            ["digest"] = Against(yardstick, digest),
            ["digestOfAQuarter"] = await StepAsync("digest", quarter),
            ["importSqlite"] = Against(yardstick, await StepAsync("import-sqlite", feed, folder)),
        };
        line["digestMemoryAgainstAQuarter"] = Ratio(digest, (JsonObject)line["digestOfAQuarter"]!, "peakMiB");
        if (Environment.GetEnvironmentVariable("PGHOST") is not null)
            line["importPostgres"] = Against(yardstick, await StepAsync("import-postgres", feed));
        await ComposeAsync(folder, mentions, line);
        return line;
    }

    // The same number of mentions a week, four and fifty-two weeks before the one that is composed.
    private static async Task ComposeAsync(string folder, int mentions, JsonObject line)
    {
        var aWeek = Math.Max(100, mentions / 53);
        foreach (var weeks in (int[])[4, 52])
        {
            var feed = await FeedAsync(folder, $"history-{weeks}.ndjson", aWeek * (weeks + 1), weeks + 1);
            line[$"composeAfter{weeks}Weeks"] = await StepAsync("compose", feed, (weeks + 1).ToString(CultureInfo.InvariantCulture), folder);
            File.Delete(feed);
        }
        line["compose52Against4"] = Ratio((JsonObject)line["composeAfter52Weeks"]!, (JsonObject)line["composeAfter4Weeks"]!, "seconds");
    }

    private static async Task<string> FeedAsync(string folder, string name, int mentions, int weeks)
    {
        var path = Path.Combine(folder, name);
        await System.Console.Error.WriteLineAsync($"writing {name}: {mentions.ToString("N0", CultureInfo.InvariantCulture)} mentions in {weeks} weeks");
        await FeedGenerator.WriteAsync(path, mentions, weeks);
        return path;
    }

    private static async Task<JsonObject> StepAsync(string name, params string[] arguments)
    {
        await System.Console.Error.WriteLineAsync($"measuring {name}");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["step", name, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var step = Process.Start(start)!;
        var output = await step.StandardOutput.ReadToEndAsync();
        await step.WaitForExitAsync();
        var last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return step.ExitCode == 0 && last is not null
            ? JsonNode.Parse(last)!.AsObject()
            : throw new InvalidOperationException($"The step {name} ended with {step.ExitCode}; its message is above.");
    }

    private static JsonObject Against(JsonObject yardstick, JsonObject step)
    {
        step["timesYardstick"] = Ratio(step, yardstick, "seconds");
        return step;
    }

    private static double Ratio(JsonObject one, JsonObject other, string measure) =>
        Math.Round(one[measure]!.GetValue<double>() / other[measure]!.GetValue<double>(), 2);
}
