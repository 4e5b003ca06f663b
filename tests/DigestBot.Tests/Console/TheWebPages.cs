using System.Net;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Console;

/// <summary>The pages over real HTTP on loopback, on a real store.</summary>
public sealed class TheWebPages
{
    [Fact]
    public async Task Open_with_the_newest_published_edition()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.OrdinaryEdition());
        var page = await site.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Booking page lost payments on Tuesday", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_the_draft_as_such_while_nothing_is_published()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.OrdinaryEdition() with { State = EditionState.Draft });
        Assert.Contains("Draft: not published yet", (await site.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teach_what_will_happen_while_there_is_no_edition()
    {
        await using var site = await Site.StartAsync();
        var page = await site.GetAsync("/");
        Assert.Contains("Friday 15:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 08:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("digestbot doctor", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_an_edition_with_the_real_mentions_behind_it()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.OrdinaryEdition());
        await site.SayAsync(new MentionId("app-store", "q1"), "I paid <b>twice</b> on Tuesday.");
        var page = await site.GetAsync("/editions/weekly/2026-W46");
        Assert.Contains("I paid &lt;b&gt;twice&lt;/b&gt; on Tuesday.", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/editions/weekly/2026-W46/1\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_a_number_down_to_all_its_mentions_page_by_page()
    {
        await using var site = await Site.StartAsync();
        var ids = Enumerable.Range(1, 60).Select(at => new MentionId("zendesk", $"m{at:00}")).ToList();
        await site.PublishAsync(Editions.OrdinaryEdition() with { TouchPoints = [Editions.OrdinaryEdition().TouchPoints[0] with { MentionIds = ids }] });
        foreach (var id in ids)
            await site.SayAsync(id, $"Words of {id.ExternalId}.");
        var first = await site.GetAsync("/editions/weekly/2026-W46/1");
        var second = await site.GetAsync("/editions/weekly/2026-W46/1?page=2");
        Assert.Contains("Words of m50.", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of m51.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Words of m60.", second.Text, StringComparison.Ordinal);
        Assert.Contains("page 2 of 2", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/editions/weekly/2026-W45")]
    [InlineData("/editions/weekly/2026-W99")]
    [InlineData("/editions/other/2026-W46")]
    [InlineData("/editions/weekly/2026-W46/99")]
    [InlineData("/editions/weekly/2026-W46/1?page=9")]
    [InlineData("/editions/weekly/2026-W46/1?page=0")]
    [InlineData("/editions/weekly/2026-W46/1?page=-2147483648")]
    [InlineData("/editions/weekly/2026-W46/1?page=2147483647")]
    public async Task Say_so_where_there_is_nothing(string address)
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.OrdinaryEdition());
        var page = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Nothing here", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_back_the_mentions_of_what_was_taken_back()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.Corrected().Edition);
        await site.SayAsync(new MentionId("app-store", "q7"), "Words that were taken back.");
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/editions/weekly/2026-W46/7")).Status);
        Assert.DoesNotContain("Words that were taken back.", (await site.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_that_a_week_was_skipped()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.OrdinaryEdition() with { State = EditionState.Skipped });
        Assert.Contains("has no edition", (await site.GetAsync("/editions/weekly/2026-W46")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/signin")]
    public async Task Tell_the_browser_to_run_nothing_load_nothing_and_keep_nothing(string address)
    {
        await using var site = await Site.StartAsync();
        var page = await site.GetAsync(address);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", page.Header("Referrer-Policy"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "rebound.example")]
    public async Task Are_not_open_to_strangers_who_come_through_this_machine(string header, string value)
    {
        await using var site = await Site.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/", (header, value))).Status);
    }

    [Fact]
    public async Task Are_closed_for_a_real_company_until_somebody_signs_in()
    {
        await using var site = await Site.StartAsync(isSample: false);
        await site.PublishAsync(Editions.OrdinaryEdition());
        var closed = await site.GetAsync("/");
        Assert.Equal(HttpStatusCode.Unauthorized, closed.Status);
        Assert.DoesNotContain("Booking page", closed.Text, StringComparison.Ordinal);

        var entered = await site.GetAsync(site.SignInPath);
        var cookie = entered.Header("Set-Cookie");
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var open = await site.GetAsync("/", ("Cookie", cookie.Split(';')[0]));
        Assert.Contains("Booking page", open.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_everybody_what_is_kept_about_them_where_the_app_package_says_so()
    {
        await using var site = await Site.StartAsync(isSample: false);
        var page = await site.GetAsync("/about");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"privacy\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"terms\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Let_a_sign_in_link_work_once()
    {
        await using var site = await Site.StartAsync(isSample: false);
        var link = site.SignInPath;
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(site.SignInPath)).Status);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signin?token=")]
    [InlineData("/signin?token=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Sign_nobody_in_without_the_link(string address)
    {
        await using var site = await Site.StartAsync(isSample: false);
        var page = await site.GetAsync(address);
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (page.Status, page.Header("Set-Cookie")));
    }

    [Fact]
    public async Task Forget_a_session_after_its_time()
    {
        await using var site = await Site.StartAsync(isSample: false);
        var cookie = (await site.GetAsync(site.SignInPath)).Header("Set-Cookie").Split(';')[0];
        site.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/", ("Cookie", cookie))).Status);
    }
}
