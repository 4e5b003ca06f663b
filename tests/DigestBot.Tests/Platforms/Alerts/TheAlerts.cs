using DigestBot.Core;
using DigestBot.Core.Platforms;
using DigestBot.Core.Platforms.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Alerts;

/// <summary>What the curators are told between two editions: once, and changed while it lasts.</summary>
public sealed class TheAlerts
{
    [Fact]
    public async Task Tell_of_a_crowd_in_one_line_with_one_voice_after_two_checks()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.CrowdAsync(41);
        await watch.ChecksAsync();
        Assert.Empty(watch.Told);
        await watch.ChecksAsync();
        var alert = Assert.Single(watch.Office.Alerts());
        Assert.Matches("^“booking page” jumps: 41 people in the last hour, usually nobody · on reddit · since 07:35 · “Acme, the booking page does not let me pay for my seat, attempt [0-9]+”$", alert.Text);
        Assert.Equal([("burst", "Evidence"), ("quiet", "Not useful")], alert.Actions.Select(action => (action.Verb, action.Title)));
    }

    [Fact]
    public async Task Stay_one_message_that_says_on_Wednesday_what_began_on_Tuesday()
    {
        await using var watch = await Watch.KeepAsync();
        watch.Office.Clock.Advance(TimeSpan.FromHours(26));
        await watch.ChecksAsync(2);
        await watch.CrowdAsync(41);
        await watch.ChecksAsync(12);
        watch.Office.Clock.Advance(TimeSpan.FromHours(20));
        await watch.CrowdAsync(60, "app-store");
        await watch.ChecksAsync(6);
        var text = Assert.Single(watch.Told);
        Assert.Contains("60 people in the last hour", text, StringComparison.Ordinal);
        Assert.Contains("on app-store · since Tuesday 09:45", text, StringComparison.Ordinal);
        Assert.Single(watch.Office.Platform.Calls, call => call.StartsWith("post", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Say_when_it_is_over_and_take_what_comes_days_later_for_something_new()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.CrowdAsync(41);
        await watch.ChecksAsync(2);
        watch.Office.Clock.Advance(TimeSpan.FromHours(40));
        await watch.ChecksAsync(14);
        Assert.Contains("“booking page” is back to usual: 41 people at its height", Assert.Single(watch.Told), StringComparison.Ordinal);
        watch.Office.Clock.Advance(TimeSpan.FromHours(30));
        await watch.ChecksAsync();
        await watch.CrowdAsync(80);
        await watch.ChecksAsync(2);
        Assert.Equal(2, watch.Told.Count);
    }

    [Fact]
    public async Task Do_not_take_one_loud_person_for_a_crowd()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.SaveAsync([.. Enumerable.Range(0, 60).Select(at => watch.Said("reddit", "booking page", watch.Now.AddSeconds(-20 * at), author: "loud"))]);
        await watch.ChecksAsync(3);
        Assert.Empty(watch.Told);
    }

    [Theory]
    [InlineData("spam")]
    [InlineData("competitor")]
    [InlineData("excluded")]
    public async Task Count_nothing_that_no_edition_counts(string what)
    {
        await using var watch = await Watch.KeepAsync();
        await watch.CrowdAsync(60, also: read => read with
        {
            Insight = what switch
            {
                "spam" => read.Insight with { IsSpam = true, Severity = 1 },
                "competitor" => read.Insight with { NamesBrand = false, Competitors = ["Globex Air"], Severity = 1 },
                _ => read.Insight with { IsExcluded = true, Severity = 1 },
            },
        });
        await watch.ChecksAsync(3);
        Assert.Empty(watch.Told);
    }

    [Fact]
    public async Task Leave_a_source_alone_that_has_only_begun_and_brings_its_past()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.RunsAsync("bluesky", watch.Now);
        await watch.SaveAsync([.. Enumerable.Range(0, 400).Select(at => watch.Said("bluesky", "booking page", watch.Now.AddMinutes(-at * 10), means: insight => insight with { Severity = at > 2 ? 0.9 : 0 }))]);
        await watch.CrowdAsync(60, "bluesky");
        await watch.ChecksAsync(3);
        Assert.Empty(watch.Told);
    }

    [Fact]
    public async Task Leave_a_source_alone_that_comes_back_after_hours_of_failing()
    {
        await using var watch = await Watch.KeepAsync();
        for (var quarter = 20; quarter > 0; quarter--)
            await watch.RunsAsync("reddit", watch.Now.AddMinutes(-15 * quarter), "It cannot be reached.");
        await watch.RunsAsync("reddit", watch.Now);
        await watch.CrowdAsync(60);
        await watch.ChecksAsync(3);
        Assert.Empty(watch.Told);
    }

    [Fact]
    public async Task Tell_of_a_severe_mention_at_once_and_of_its_like_in_the_same_message()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.SaveAsync(Severe(watch, "There was smoke in the cabin of Acme 418"));
        await watch.ChecksAsync();
        Assert.Equal("A severe mention about “cabin” · on reddit · at 08:06 · “There was smoke in the cabin of Acme 418”", Assert.Single(watch.Told));
        await watch.ChecksAsync(3);
        await watch.SaveAsync(Severe(watch, "Second time this week that Acme fills the cabin with smoke"));
        await watch.ChecksAsync();
        Assert.StartsWith("2 severe mentions about “cabin” · on reddit · since 08:06 · “Second time", Assert.Single(watch.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_no_more_than_five_of_each_kind_a_day()
    {
        await using var watch = await Watch.KeepAsync();
        for (var topic = 0; topic < 8; topic++)
        {
            await watch.CrowdAsync(20 + topic, topic: $"topic {topic}");
            await watch.SaveAsync(watch.Said("reddit", $"danger {topic}", watch.Now.AddMinutes(1), means: insight => insight with { Severity = 0.85 }));
        }
        await watch.ChecksAsync(4);
        Assert.Equal(5, watch.Told.Count(text => text.Contains(" jumps: ", StringComparison.Ordinal)));
        Assert.Equal(5, watch.Told.Count(text => text.Contains("severe mention", StringComparison.Ordinal)));
        Assert.Contains(watch.Told, text => text.StartsWith("4 severe mentions", StringComparison.Ordinal) && text.Contains("further severe mentions are added here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_neither_lost_nor_repeated_when_the_process_is_killed_between_any_two_steps()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.CrowdAsync(41);
        await watch.ChecksAsync();
        await watch.Office.RestartAsync(); // seen once, and that is remembered
        watch.Office.Clock.Advance(AlertRules.Every);
        await watch.CheckAsync();
        await watch.Office.RestartAsync(); // committed, not sent
        await watch.CheckAsync(); // the job is repeated
        watch.Office.Platform.Next(DigestBot.Tests.Testing.FakePlatform.Mishap.TimesOutAfterArriving);
        await watch.Office.SendForAsync(TimeSpan.FromSeconds(30));
        await watch.Office.RestartAsync(); // sent, not recorded
        await watch.ChecksAsync(6);
        Assert.Single(watch.Told);
    }

    [Fact]
    public async Task Are_sent_once_when_two_processes_check_at_once()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.CrowdAsync(41);
        for (var check = 0; check < 4; check++)
        {
            watch.Office.Clock.Advance(AlertRules.Every);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(watch.CheckAsync)));
        }
        await watch.Office.SendForAsync(TimeSpan.FromSeconds(5));
        Assert.Single(watch.Told);
    }

    [Fact]
    public async Task Leave_nothing_behind_when_the_commit_fails()
    {
        await using var watch = await Watch.KeepAsync();
        await watch.CrowdAsync(41);
        await watch.ChecksAsync();
        watch.Office.Clock.Advance(AlertRules.Every);
        using (var stopped = new CancellationTokenSource())
        {
            await stopped.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch.Office.Store.Services.GetRequiredService<FreshScopes>()
                .RunAsync<AlertRun>((run, stop) => run.CheckAsync(DigestBot.Tests.Testing.Office.Digest, stop), stopped.Token));
        }
        await watch.ChecksAsync();
        Assert.Single(watch.Told);
    }

    private static Core.Understanding.ReadMention Severe(Watch watch, string text) =>
        watch.Said("reddit", "cabin", watch.Now.AddMinutes(1), text: text, means: insight => insight with { Severity = 0.8 });
}
