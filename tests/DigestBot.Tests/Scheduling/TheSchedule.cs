using DigestBot.Cli;
using DigestBot.Scheduling;
using DigestBot.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace DigestBot.Tests.Scheduling;

public sealed class TheSchedule : IDisposable
{
    private static readonly SchedulePlan Plan = SchedulePlan.Of(new([Office.Digest]), [], new Dictionary<string, TimeSpan>(StringComparer.Ordinal));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-schedule-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Prints_each_next_time_in_the_digest_s_zone_and_in_UTC()
    {
        var lines = ScheduleCommand.Lines(Plan, FakeClock.OnMonday().GetUtcNow(), count: 1).ToList();

        Assert.Equal(
            [
                "draft weekly    Fri 2026-11-27 15:00 +01:00 Europe/Paris  2026-11-27T14:00Z",
                "publish weekly  Mon 2026-11-30 08:00 +01:00 Europe/Paris  2026-11-30T07:00Z",
                "alert weekly    every 5 minutes",
                "remind          every 15 minutes",
                "tidy            every day",
                "learn           every day",
            ],
            lines);
    }

    [Fact]
    public void Has_something_to_forget_only_where_a_workspace_can_remove_the_bot()
    {
        Assert.DoesNotContain(Plan.Entries, entry => entry.Job == "forget");
        Assert.Contains("forget          every hour", ScheduleCommand.Lines(Plan.AlsoForgetting(), FakeClock.OnMonday().GetUtcNow(), count: 1));
    }

    [Theory]
    [InlineData("Slack:SigningSecret", "12345678", 1)]
    [InlineData("Slack:CommandName", "/wins", 0)]
    public async Task Forgets_removed_workspaces_once_Slack_is_configured(string key, string value, int expected)
    {
        await using var program = Program.Build([$"--{key}={value}", .. expected == 0 ? Array.Empty<string>() : ["--Slack:BotToken=xoxb-12345678"]]);
        Assert.Equal(expected, program.Services.GetRequiredService<SchedulePlan>().Entries.Count(entry => entry.Job == "forget"));
    }

    [Fact]
    public async Task Still_knows_after_a_restart_that_a_Monday_was_missed()
    {
        var missed = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
        await WithSchedulerAsync(Plan, missed.AddDays(-2), scheduler => Task.CompletedTask);

        await WithSchedulerAsync(Plan, missed.AddHours(3), async scheduler =>
            Assert.Equal(missed, (await scheduler.GetTrigger(new("publish weekly", ScheduleKeeper.Group)))!.NextFireTimeUtc));
    }

    [Fact]
    public async Task Follows_changed_settings_and_forgets_what_is_no_longer_planned()
    {
        var now = FakeClock.OnMonday().GetUtcNow();
        await WithSchedulerAsync(Plan, now, scheduler => Task.CompletedTask);
        var later = SchedulePlan.Of(
            new([Office.Digest with { PublishAt = new(DayOfWeek.Tuesday, new(9, 30)) }]), [], new Dictionary<string, TimeSpan>(StringComparer.Ordinal));
        var shorter = new SchedulePlan([.. later.Entries.Where(entry => entry.Job != "draft")]);

        await WithSchedulerAsync(shorter, now, async scheduler =>
        {
            Assert.Null(await scheduler.GetTrigger(new("draft weekly", ScheduleKeeper.Group)));
            Assert.Equal(
                new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero),
                (await scheduler.GetTrigger(new("publish weekly", ScheduleKeeper.Group)))!.NextFireTimeUtc);
        });
    }

    private async Task WithSchedulerAsync(SchedulePlan plan, DateTimeOffset now, Func<IScheduler, Task> look)
    {
        var clock = new FakeClock(now);
        await using var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddQuartz(quartz => quartz.UseTimeProvider(clock).UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer();
                store.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "schedule.db")}");
            }))
            .BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await new ScheduleKeeper(plan, clock).BringInLineAsync(scheduler, default);
        await look(scheduler);
        await scheduler.Shutdown(waitForJobsToComplete: false);
    }
}
