using DigestBot.Cli;
using DigestBot.Core;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Benchmarks;

/// <summary>
/// Composing the newest week's edition from a store that holds some weeks of history, as the running program does it every
/// Friday and Monday: the weeks before were composed when they were new, so their summaries are there.
/// </summary>
internal static class Composing
{
    private const int SummariesOfOneEdition = 9; // its own week and the eight trailing ones
    private const int Timed = 7;

    /// <summary>Seconds of the fastest of seven timed runs in one process, in which earlier weeks were composed before: warm, as a program that runs for weeks is, and what other programs on the machine took is left out.</summary>
    /// <param name="feed">The feed: the history and the newest week.</param>
    /// <param name="weeks">Weeks in it.</param>
    /// <param name="folder">Where the store is made and removed.</param>
    public static async Task<double> SecondsAsync(string feed, int weeks, string folder)
    {
        Steps.UseStore("Sqlite", $"Data Source={Path.Combine(folder, $"compose-{weeks}.db")}");
        var fastest = 0.0;
        await OnTheStore.RunAsync("compose", [], async services =>
        {
            await services.GetRequiredService<MentionCollector>()
                .ImportAsync(SourcesRegistration.ForFile(feed, "bench"), progress: null, CancellationToken.None);
            fastest = await FastestAsync(services, weeks);
            return 0;
        }, CancellationToken.None);
        return fastest;
    }

    private static async Task<double> FastestAsync(IServiceProvider services, int weeks)
    {
        var newest = DigestWeek.Of(FeedGenerator.Start, TimeZoneInfo.Utc).Plus(weeks - 1);
        for (var back = 1; back < weeks; back += SummariesOfOneEdition)
            await ComposeAsync(services, newest.Plus(-back));
        var seconds = new List<double>();
        for (var i = 0; i < Timed; i++)
            seconds.Add(await Steps.TimeAsync(() => ComposeAsync(services, newest)));
        return seconds.Min();
    }

    private static async Task ComposeAsync(IServiceProvider services, DigestWeek week)
    {
        await using var scope = services.CreateAsyncScope();
        var digest = services.GetRequiredService<Company>().Digests[0];
        using var session = scope.ServiceProvider.GetRequiredService<ModelSessions>().Open();
        var material = await scope.ServiceProvider.GetRequiredService<WeekMaterial>().OfAsync(digest, week, session, CancellationToken.None);
        var edition = scope.ServiceProvider.GetRequiredService<EditionComposer>().Compose(material);
        if (edition.TouchPoints.Count == 0)
            throw new InvalidOperationException($"{week} has no touch points: nothing was measured.");
    }
}
