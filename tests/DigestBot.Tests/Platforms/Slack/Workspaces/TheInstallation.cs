using System.Net;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Workspaces;

/// <summary>Adding the bot to a workspace from a browser.</summary>
public sealed class TheInstallation
{
    [Fact]
    public async Task Sends_the_browser_to_Slack_with_every_scope_and_a_state()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        var (status, _) = await browser.GetAsync("/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(new Uri(house.Slack.Address, "oauth/v2/authorize").AbsolutePath, browser.Location!.AbsolutePath);
        Assert.Contains($"client_id={FakeSlack.ClientId}&scope=chat%3Awrite%2Ccommands", browser.Location.Query, StringComparison.Ordinal);
        Assert.Matches("&state=[0-9a-f]{64}&", browser.Location.Query);
    }

    [Fact]
    public async Task Names_the_same_address_to_come_back_to_at_both_ends()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.ProxiedBrowser();
        var state = await browser.BeginAsync();
        const string Expected = "https://bot.example.com/slack/oauth";
        Assert.Contains($"&redirect_uri={Uri.EscapeDataString(Expected)}", browser.Location!.AbsoluteUri, StringComparison.Ordinal);
        await browser.GetAsync($"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0ANA")}&state={state}");
        Assert.Equal(Expected, house.Slack.Calls.Single(call => call.Method == "oauth.v2.access").TextOrNull("redirect_uri"));
    }

    [Fact]
    public async Task Names_no_address_that_Slack_would_refuse_because_a_proxy_hides_its_https()
    {
        await using var house = await SlackHouse.OpenAsync(("Slack:ApiBaseAddress", "https://slack.com/api/"));
        using var browser = house.Browser();
        await browser.BeginAsync();
        Assert.DoesNotContain("redirect_uri", browser.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_at_GovSlack_when_the_API_is_there()
    {
        await using var house = await SlackHouse.OpenAsync(("Slack:ApiBaseAddress", "https://slack-gov.com/api/"));
        using var browser = house.Browser();
        await browser.BeginAsync();
        Assert.StartsWith("https://slack-gov.com/oauth/v2/authorize?", browser.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_a_token_that_works_and_an_administrator()
    {
        await using var house = await SlackHouse.OpenAsync();
        var globex = house.Slack.AddWorkspace("T0GLOBEX", "Globex & <b>Sons</b>");
        var (status, page) = await house.InstallAsync(globex, "U0ANA");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("DigestBot is now in <b>Globex &amp; &lt;b&gt;Sons&lt;/b&gt;</b>", page, StringComparison.Ordinal);
        Assert.Contains("app_redirect?app=A0DIGEST&amp;team=T0GLOBEX", page, StringComparison.Ordinal);
        Assert.Equal("xoxb-T0GLOBEX", await house.TokenAsync("T0GLOBEX"));
        Assert.Equal(new SlackWorkspace("T0GLOBEX"), await house.Workspaces.ForTeamAsync("T0GLOBEX", null, default));
        var ana = await house.ReadAsync((IKnownPeople people) => people.FindAsync("slack:T0GLOBEX/U0ANA", default));
        Assert.Equal(Roles.Admin | Roles.Curator, ana!.Person.Roles);
        var line = Assert.Single(await house.ReadAsync((IAuditLog audit) => audit.NewestAsync(5, default)));
        Assert.Equal(("slack:T0GLOBEX/U0ANA", "installed", "T0GLOBEX"), (line.By, line.Verb, line.Subject));
    }

    [Fact]
    public async Task Survives_a_restart()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.InstallAsync(house.Slack.AddWorkspace("T0GLOBEX", "Globex"));
        await house.RestartAsync();
        Assert.Equal("xoxb-T0GLOBEX", await house.TokenAsync("T0GLOBEX"));
    }

    [Fact]
    public async Task Tells_whoever_wants_to_know_in_the_same_commit()
    {
        SlackInstalled welcome = (services, installation, _) =>
        {
            services.GetRequiredService<IAuditLog>().Append(new(installation.InstalledAt, installation.Installer!, "welcome", null, "done", "event"));
            return Task.CompletedTask;
        };
        await using var house = await SlackHouse.OpenAsync(services => services.AddSingleton(welcome));
        await house.InstallAsync(house.Slack.AddWorkspace("T0GLOBEX", "Globex"));
        var lines = await house.ReadAsync((IAuditLog audit) => audit.NewestAsync(5, default));
        Assert.Equal(["welcome", "installed"], lines.Select(line => line.Verb));
    }

    [Fact]
    public async Task Of_a_whole_Enterprise_Grid_serves_all_its_workspaces_with_one_token()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (status, page) = await house.InstallAsync(house.Slack.AddWorkspace("T0ONE", "One", "E0ORG"), "W0ANA", isEnterprise: true);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The organisation", page, StringComparison.Ordinal);
        Assert.NotNull(await house.TokenAsync("E0ORG"));
        Assert.Null(await house.TokenAsync("T0ONE"));
        Assert.Equal(new SlackWorkspace("E0ORG"), await house.Workspaces.ForTeamAsync("T0ONE", "E0ORG", default));
        Assert.Equal(new SlackWorkspace("E0ORG"), await house.Workspaces.ForTeamAsync("T0TWO", "E0ORG", default));
        Assert.Equal(new SlackWorkspace("E0ORG"), await house.Workspaces.ForTeamAsync(null, "E0ORG", default));
        Assert.Null(await house.Workspaces.ForTeamAsync("T0ONE", "E0OTHER", default));
        Assert.NotNull(await house.ReadAsync((IKnownPeople people) => people.FindAsync("slack:E0ORG/W0ANA", default)));
    }

    [Theory]
    [InlineData("/slack/oauth?code=CODE&state=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/slack/oauth?code=CODE&state=")]
    [InlineData("/slack/oauth?code=CODE")]
    [InlineData("/slack/oauth")]
    [InlineData("/slack/oauth?error=access_denied&state=forged")]
    [InlineData("/slack/oauth?code=CODE&state=%27%20OR%201%3D1%20--")]
    public async Task Is_refused_with_a_state_that_was_never_given(string path)
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        await browser.BeginAsync();
        var code = house.Slack.OAuth.Code(house.Slack.Workspace, "U0EVE");
        await AssertRefusedAsync(house, browser, path.Replace("CODE", code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_refused_in_a_browser_that_did_not_begin_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var eve = house.Browser();
        var state = await eve.BeginAsync();
        using var ana = house.Browser();
        var path = $"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0EVE")}&state={state}";
        await AssertRefusedAsync(house, ana, path);
        await ana.BeginAsync();
        await AssertRefusedAsync(house, ana, path);
    }

    [Fact]
    public async Task Is_refused_after_ten_minutes()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        var state = await browser.BeginAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await AssertRefusedAsync(house, browser, $"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0ANA")}&state={state}");
    }

    [Fact]
    public async Task Is_ended_once_only_also_at_another_process()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var first = house.Browser();
        var state = await first.BeginAsync();
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync($"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0ANA")}&state={state}")).Status);
        await house.StartAsync();
        using var second = house.Browser();
        second.Cookie = first.Cookie;
        var again = await second.GetAsync($"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0ANA")}&state={state}");
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(1, house.Slack.Count("oauth.v2.access"));
    }

    [Fact]
    public async Task Works_from_two_tabs_of_one_browser()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        var states = new[] { await browser.BeginAsync(), await browser.BeginAsync() };
        foreach (var state in states)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0ANA")}&state={state}")).Status);
    }

    [Fact]
    public async Task Says_in_a_friendly_way_that_it_was_cancelled()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        var (status, page) = await browser.GetAsync($"/slack/oauth?error=access_denied&state={await browser.BeginAsync()}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing was installed", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/slack/install\"", page, StringComparison.Ordinal);
        Assert.Equal(0, house.Slack.Count("oauth.v2.access"));
    }

    [Theory]
    [InlineData("code=wrong", "Start it again")]
    [InlineData("error=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "no reason given")]
    [InlineData("", "Start it again")]
    public async Task Says_what_Slack_refused_and_offers_to_start_again(string query, string expected)
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        var (status, page) = await browser.GetAsync($"/slack/oauth?{query}&state={await browser.BeginAsync()}");
        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Says_so_when_Slack_does_not_answer()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Faults.Next("oauth.v2.access", FakeFault.DropsAfterStoring);
        var (status, page) = await house.InstallAsync(house.Slack.Workspace);
        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("Slack did not answer", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await house.InstallAsync(house.Slack.Workspace)).Status);
    }

    [Fact]
    public async Task Gives_the_token_back_where_only_others_are_allowed()
    {
        await using var house = await SlackHouse.OpenAsync(("Slack:AllowedWorkspaces:0", "T0ACME"), ("Slack:AllowedWorkspaces:1", "E0ORG"));
        var stranger = house.Slack.AddWorkspace("T0EVIL", "Evil");
        var (status, page) = await house.InstallAsync(stranger, "U0EVE");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("Slack:AllowedWorkspaces", page, StringComparison.Ordinal);
        Assert.Equal("token_revoked", stranger.Refusal);
        Assert.Null(await house.StoredAsync("T0EVIL"));
        Assert.Null(await house.ReadAsync((IKnownPeople people) => people.FindAsync("slack:T0EVIL/U0EVE", default)));
        Assert.Equal(HttpStatusCode.OK, (await house.InstallAsync(house.Slack.Workspace)).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.InstallAsync(house.Slack.AddWorkspace("T0ORG", "Org", "E0ORG"))).Status);
    }

    [Fact]
    public async Task Keeps_its_cookie_from_scripts_and_behind_a_proxy_from_everybody_else()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        await browser.BeginAsync();
        Assert.StartsWith("digestbot-install=", browser.SetCookie, StringComparison.Ordinal);
        Assert.Contains("httponly", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        using var proxied = house.ProxiedBrowser();
        var state = await proxied.BeginAsync();
        Assert.StartsWith("__Host-digestbot-install=", proxied.SetCookie, StringComparison.Ordinal);
        Assert.Contains("; secure", proxied.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await proxied.GetAsync($"/slack/oauth?code={house.Slack.OAuth.Code(house.Slack.Workspace, "U0ANA")}&state={state}")).Status);
    }

    [Fact]
    public async Task Takes_no_secret_of_a_foreign_shape_for_the_browser_s()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var browser = house.Browser();
        browser.Cookie = "digestbot-install=chosen-by-somebody-else";
        await browser.BeginAsync();
        Assert.Matches("^digestbot-install=[0-9a-f]{64}$", browser.Cookie);
    }

    [Fact]
    public async Task Is_no_address_without_a_client_id()
    {
        await using var house = await SlackHouse.OpenAsync(("Slack:ClientId", null), ("Slack:ClientSecret", null), ("Slack:BotToken", "xoxb-T0ACME"));
        using var browser = house.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/slack/install")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/slack/oauth?code=x&state=y")).Status);
    }

    [Fact]
    public async Task Leaves_no_token_code_or_state_in_the_log()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.OAuth.Rotates = true;
        await house.InstallAsync(house.Slack.Workspace);
        house.Slack.Faults.Next("oauth.v2.access", FakeFault.Says("invalid_code"));
        await house.InstallAsync(house.Slack.Workspace);
        var ours = house.Log.Where(line => !line.Contains("/slack/", StringComparison.Ordinal)).ToList();
        Assert.Contains(ours, line => line.Contains("installed in Slack workspace T0ACME", StringComparison.Ordinal));
        Assert.DoesNotContain(ours, line => line.Contains("xox", StringComparison.Ordinal) || line.Contains("code-1", StringComparison.Ordinal));
    }

    private static async Task AssertRefusedAsync(SlackHouse house, SlackBrowser browser, string path)
    {
        var (status, page) = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Please start again", page, StringComparison.Ordinal);
        Assert.Equal(0, house.Slack.Count("oauth.v2.access"));
        Assert.Empty(await house.Workspaces.AllAsync(default));
    }
}
