using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DigestBot.Cli;

namespace DigestBot.Benchmarks;

/// <summary>One measured step, run in a process of its own; prints its seconds and its peak memory.</summary>
internal static class Steps
{
    public static async Task<int> RunAsync(string[] step)
    {
        var output = System.Console.Out;
        System.Console.SetOut(TextWriter.Null); // what a command prints is not what is measured
        var seconds = step switch
        {
            ["yardstick", var feed] => await TimeAsync(() => DeserializeAsync(feed)),
            ["digest", var feed] => await TimeAsync(() => CommandAsync(
                "digest", "--feed", feed, "--brand", FeedGenerator.Brand, "--alias", "AcmeAir", "--competitor", FeedGenerator.Competitor, "--format", "json")),
            ["import-sqlite", var feed, var folder] => await TimeAsync(() => ImportAsync(feed, "Sqlite", $"Data Source={Path.Combine(folder, "import.db")}")),
            ["import-postgres", var feed] => await TimeAsync(() => ImportAsync(feed, "PostgreSQL", Postgres())),
            ["compose", var feed, var weeks, var folder] => await Composing.SecondsAsync(feed, int.Parse(weeks, CultureInfo.InvariantCulture), folder),
            _ => throw new ArgumentException($"No step {string.Join(' ', step)}.", nameof(step)),
        };
        await output.WriteLineAsync(JsonSerializer.Serialize(new { seconds = Math.Round(seconds, 3), peakMiB = Math.Round(PeakMiB(), 1) }));
        return 0;
    }

    public static Task CommandAsync(params string[] arguments) => RunCommandAsync(arguments);

    public static Task ImportAsync(string feed, string provider, string connection)
    {
        UseStore(provider, connection);
        return RunCommandAsync(["import", feed, "--source", "bench"]);
    }

    /// <summary>Sets the store and the company as an installation would: by the environment.</summary>
    public static void UseStore(string provider, string connection)
    {
        Environment.SetEnvironmentVariable("Storage__Provider", provider);
        Environment.SetEnvironmentVariable("Storage__ConnectionString", connection);
        Environment.SetEnvironmentVariable("Brand__Name", FeedGenerator.Brand);
        Environment.SetEnvironmentVariable("Brand__Aliases__0", "AcmeAir");
        Environment.SetEnvironmentVariable("Brand__Competitors__0", FeedGenerator.Competitor);
    }

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task RunCommandAsync(string[] arguments)
    {
        var exit = await CommandLine.RunAsync(arguments);
        if (exit != 0)
            throw new InvalidOperationException($"digestbot {arguments[0]} ended with {exit}.");
    }

    private static string Postgres() =>
        $"Host={Environment.GetEnvironmentVariable("PGHOST")};Port={Environment.GetEnvironmentVariable("PGPORT")};"
        + $"Username={Environment.GetEnvironmentVariable("PGUSER")};Database={Environment.GetEnvironmentVariable("PGDATABASE")}";

    // The yardstick: no more than what anybody must do who reads the file.
    private static async Task DeserializeAsync(string feed)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        long characters = 0;
        using var reader = new StreamReader(feed, new FileStreamOptions { BufferSize = 1 << 16 });
        while (await reader.ReadLineAsync() is { } line)
            characters += JsonSerializer.Deserialize<Item>(line, options)!.Text!.Length;
        await System.Console.Error.WriteLineAsync($"yardstick: {characters} characters of text");
    }

    private static double PeakMiB()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }

    private sealed record Counts(long Likes, long Reposts, long Replies, long? Views);

    private sealed record Item(
        string? Id, string? Source, string? Author, string? Text, DateTimeOffset CreatedAt, string? Url, Counts? Engagement,
        long? AuthorFollowers, double? Rating, string? Language);
}
