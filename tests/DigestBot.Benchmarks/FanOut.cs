using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Storage;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Benchmarks;

/// <summary>
/// One edition for so many workspaces due at the same minute: a real file, the real publisher and dispatcher, the real Slack
/// platform, and a Slack on loopback that takes one message a second into a channel. From the publishing to the last message.
/// </summary>
internal static class FanOut
{
    private const string Channel = "C0EXEC";
    private const int WarmUp = 50;
    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(int workspaces)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-fan-out-").FullName;
        try
        {
            await MeasureAsync(Path.Combine(folder, "warm.db"), WarmUp); // as a program that has run for days: compiled
            var line = await MeasureAsync(Path.Combine(folder, "fan-out.db"), workspaces);
            System.Console.WriteLine(line.ToJsonString());
            return (int)line["duplicates"]! + (int)line["tooEarly"]! == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonObject> MeasureAsync(string file, int workspaces)
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.RemembersCalls = false;
        slack.Limits.BetweenPosts = BetweenPosts;
        var arrivals = new Arrivals(slack);
        await using var app = Build(file, slack, workspaces);
        var program = app.Services;
        await program.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        await InstallAsync(program, slack, workspaces);
        using var stop = new CancellationTokenSource();
        var dispatching = program.GetRequiredService<Dispatcher>().RunAsync(stop.Token, CancellationToken.None);
        var expected = workspaces * (Editions.OrdinaryEdition().TouchPoints.Count + 1);
        var before = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        await PublishAsync(program);
        var published = Stopwatch.GetElapsedTime(began);
        await arrivals.ReachAsync(expected).WaitAsync(Patience);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync();
        await dispatching;
        return Line(workspaces, seconds, published, before, arrivals, slack);
    }

    private static JsonObject Line(int workspaces, double seconds, TimeSpan published, TimeSpan before, Arrivals arrivals, FakeSlack slack)
    {
        // Into each channel one message after the other, all channels side by side: the first at once, the others a second apart.
        var least = (Editions.OrdinaryEdition().TouchPoints.Count * BetweenPosts).TotalSeconds;
        return new()
        {
            ["workspaces"] = workspaces,
            ["messages"] = arrivals.Count,
            ["seconds"] = Math.Round(seconds, 2),
            ["leastSeconds"] = least,
            ["ratio"] = Math.Round(seconds / least, 3),
            ["publishSeconds"] = Math.Round(published.TotalSeconds, 2),
            ["duplicates"] = arrivals.Duplicates,
            ["tooEarly"] = slack.Limits.Refused,
            ["ownProcessorSeconds"] = Math.Round((Environment.CpuUsage.TotalTime - before).TotalSeconds, 1),
            ["load"] = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null,
        };
    }

    private static WebApplication Build(string file, FakeSlack slack, int workspaces) => Program.Build(
    [
        "--Logging:LogLevel:Default=Warning",
        $"--Storage:ConnectionString=Data Source={file}",
        "--Brand:Name=Acme Air",
        $"--Slack:SigningSecret={FakeSlack.SigningSecret}",
        $"--Slack:ClientId={FakeSlack.ClientId}",
        $"--Slack:ClientSecret={FakeSlack.ClientSecret}",
        $"--Slack:ApiBaseAddress={slack.ApiBaseAddress}",
        "--Digests:0:Name=weekly",
        .. Enumerable.Range(0, workspaces).SelectMany(number => Audience(number)),
    ]);

    private static IEnumerable<string> Audience(int number) =>
    [
        $"--Digests:0:Audiences:{number}:Name=executives-{number}",
        $"--Digests:0:Audiences:{number}:Platform=slack",
        $"--Digests:0:Audiences:{number}:Channel={Team(number)}/{Channel}",
    ];

    private static async Task InstallAsync(IServiceProvider program, FakeSlack slack, int workspaces)
    {
        await using var scope = program.CreateAsyncScope();
        var vault = program.GetRequiredService<SlackVault>();
        foreach (var team in Enumerable.Range(0, workspaces).Select(Team))
        {
            var token = slack.AddWorkspace(team, team).AddChannel(Channel, "executives").BotToken;
            scope.ServiceProvider.GetRequiredService<IInstallations>().Save(new()
            {
                Platform = SlackAddress.Platform, Workspace = team, Team = team, Bot = FakeWorkspace.Bot, Secret = vault.Seal(team, new(token, null)), InstalledAt = DateTimeOffset.UnixEpoch,
            });
        }
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
    }

    private static string Team(int number) => string.Create(CultureInfo.InvariantCulture, $"T{number:D8}");

    private static async Task PublishAsync(IServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var composed = Editions.OrdinaryEdition() with { State = EditionState.Draft };
        await services.GetRequiredService<EditionPublisher>().PublishAsync(
            services.GetRequiredService<Digests>().All[0], null, composed, CancellationToken.None);
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
        services.GetRequiredService<OutboxSignal>().Ring();
    }
}
