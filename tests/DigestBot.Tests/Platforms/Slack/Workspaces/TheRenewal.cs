using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Workspaces;

/// <summary>Tokens that end after twelve hours.</summary>
public sealed class TheRenewal
{
    private static readonly TimeSpan NearTheEnd = TimeSpan.FromHours(10) + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Is_left_alone_while_the_token_lasts()
    {
        await using var house = await InstalledAsync();
        house.Clock.Advance(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1));
        await house.TokenAsync("T0ACME");
        Assert.Equal(0, house.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Comes_before_the_end_and_is_durable()
    {
        await using var house = await InstalledAsync();
        var first = await house.TokenAsync("T0ACME");
        house.Clock.Advance(NearTheEnd);
        var second = await house.TokenAsync("T0ACME");
        Assert.NotEqual(first, second);
        Assert.Equal(house.Slack.Workspace.BotToken, second);
        await house.RestartAsync();
        Assert.Equal(second, await house.TokenAsync("T0ACME"));
        Assert.Equal(1, house.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Goes_on_day_after_day_each_time_with_the_newest_refresh_token()
    {
        await using var house = await InstalledAsync();
        house.Slack.OAuth.HasGrace = false;
        for (var day = 1; day <= 5; day++)
        {
            house.Clock.Advance(NearTheEnd);
            await AssertNewestAsync(house);
            Assert.Equal(day, house.Slack.OAuth.Refreshes);
        }
    }

    [Fact]
    public async Task Is_asked_for_once_by_many_who_need_the_token()
    {
        await using var house = await InstalledAsync();
        house.Slack.OAuth.HasGrace = false;
        house.Clock.Advance(NearTheEnd);
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.TokenAsync("T0ACME"))));
        Assert.Equal(1, house.Slack.OAuth.Refreshes);
        Assert.Equal(house.Slack.Workspace.BotToken, Assert.Single(tokens.Distinct()));
    }

    [Fact]
    public async Task Is_asked_for_once_by_two_processes()
    {
        await using var house = await InstalledAsync();
        house.Slack.OAuth.HasGrace = false;
        var one = house.Workspaces;
        await house.StartAsync();
        var other = house.Workspaces;
        await one.TokenAsync("T0ACME", default);
        await other.TokenAsync("T0ACME", default);
        house.Clock.Advance(NearTheEnd);
        var tokens = await Task.WhenAll(Task.Run(() => one.TokenAsync("T0ACME", default).AsTask()), Task.Run(() => other.TokenAsync("T0ACME", default).AsTask()));
        Assert.Equal(1, house.Slack.OAuth.Refreshes);
        Assert.All(tokens, Assert.NotNull); // the one that came second may use the old token: it lasts two more hours
        Assert.Equal(house.Slack.Workspace.BotToken, (await one.TokenAsync("T0ACME", default))!.Text);
        Assert.Equal(house.Slack.Workspace.BotToken, (await other.TokenAsync("T0ACME", default))!.Text);
    }

    [Fact]
    public async Task Is_made_up_for_when_the_process_was_killed_between_Slack_s_answer_and_the_commit()
    {
        await using var house = await InstalledAsync();
        house.Clock.Advance(NearTheEnd);
        house.Slack.Faults.Next("oauth.v2.access", FakeFault.DropsAfterStoring);
        var old = await house.TokenAsync("T0ACME");
        Assert.StartsWith("xoxe.xoxb-", old, StringComparison.Ordinal);
        Assert.NotEqual(house.Slack.Workspace.BotToken, old);
        await house.RestartAsync();
        await AssertNewestAsync(house);
        Assert.Equal(2, house.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Is_taken_over_from_a_process_that_died_while_it_asked()
    {
        await using var house = await InstalledAsync();
        house.Clock.Advance(NearTheEnd);
        var stored = await house.StoredAsync("T0ACME");
        await house.Services.GetRequiredService<SlackStore>().SaveAsync(stored!.Next() with { RenewingUntil = house.Clock.GetUtcNow().AddSeconds(30) }, default);
        await house.RestartAsync();
        Assert.NotNull(await house.TokenAsync("T0ACME"));
        Assert.Equal(0, house.Slack.OAuth.Refreshes);
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        await AssertNewestAsync(house);
        Assert.Equal(1, house.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task That_Slack_does_not_hear_is_tried_again_after_a_minute_and_the_old_token_serves_meanwhile()
    {
        await using var house = await InstalledAsync();
        house.Clock.Advance(NearTheEnd);
        house.Slack.Faults.Next("oauth.v2.access", FakeFault.Status(500), FakeFault.Status(500));
        var before = house.Slack.Count("oauth.v2.access");
        for (var i = 0; i < 3; i++)
            Assert.NotNull(await house.TokenAsync("T0ACME"));
        Assert.Equal(before + 1, house.Slack.Count("oauth.v2.access"));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await house.TokenAsync("T0ACME"));
        Assert.Equal(before + 2, house.Slack.Count("oauth.v2.access"));
    }

    [Fact]
    public async Task That_Slack_refuses_for_good_leaves_no_token_after_the_end_and_says_what_to_do()
    {
        await using var house = await InstalledAsync();
        house.Slack.Faults.Always = call => call.Method == "oauth.v2.access" ? FakeFault.Says("invalid_refresh_token") : null;
        house.Clock.Advance(NearTheEnd);
        Assert.NotNull(await house.TokenAsync("T0ACME"));
        house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Contains(house.Log, line => line.Contains("(invalid_refresh_token)", StringComparison.Ordinal) && line.Contains("/slack/install", StringComparison.Ordinal));
        house.Slack.Faults.Always = _ => null;
        await house.InstallAsync(house.Slack.Workspace);
        await AssertNewestAsync(house);
    }

    [Fact]
    public async Task Comes_at_once_when_Slack_says_that_the_token_has_run_out()
    {
        await using var house = await InstalledAsync();
        var token = await house.Workspaces.TokenAsync("T0ACME", default);
        await house.Workspaces.RefusedAsync("T0ACME", token!, "token_expired", default);
        Assert.NotEqual(token!.Text, await house.TokenAsync("T0ACME"));
        await house.Workspaces.RefusedAsync("T0ACME", token, "token_expired", default); // a call that was still under way
        await house.TokenAsync("T0ACME");
        Assert.Equal(1, house.Slack.OAuth.Refreshes);
    }

    [Fact]
    public async Task Does_not_bring_back_a_workspace_that_was_removed_meanwhile()
    {
        await using var house = await InstalledAsync();
        house.Clock.Advance(NearTheEnd);
        await house.Workspaces.RemovedAsync("T0ACME", default);
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Null((await house.Services.GetRequiredService<SlackRenewal>().RenewAsync("T0ACME", default))!.Secret);
        Assert.Equal(0, house.Slack.OAuth.Refreshes);
    }

    private static async Task<SlackHouse> InstalledAsync()
    {
        var house = await SlackHouse.OpenAsync();
        house.Slack.OAuth.Rotates = true;
        await house.InstallAsync(house.Slack.Workspace);
        return house;
    }

    private static async Task AssertNewestAsync(SlackHouse house)
    {
        var token = await house.TokenAsync("T0ACME");
        Assert.Equal(house.Slack.Workspace.BotToken, token);
    }
}
