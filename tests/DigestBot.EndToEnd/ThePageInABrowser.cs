using System.Diagnostics;
using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>The page in a real browser, served by the real program with its sample company.</summary>
public sealed class ThePageInABrowser(SampleInChromium sample) : IClassFixture<SampleInChromium>
{
    private const string Attack = "</p></details><img src=x onerror=alert(1)><script>alert(2)</script><form action='https://evil.example'>";

    [ChromiumFact]
    public async Task Shows_the_sample_edition_with_ten_touch_points()
    {
        await using var visit = await sample.VisitAsync();
        Assert.Contains("SAMPLE", await visit.Page.Locator(".sample").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(10, await visit.Ten.CountAsync());
        Assert.Empty(visit.Wrong);
    }

    [ChromiumFact]
    public async Task Opens_a_number_down_to_single_mentions()
    {
        await using var visit = await sample.VisitAsync();
        var first = visit.Ten.First;
        Assert.False(await first.Locator("blockquote").IsVisibleAsync());
        await first.Locator("summary.row").ClickAsync();
        Assert.True(await first.Locator("blockquote").IsVisibleAsync());
        var headline = await first.Locator("h3").InnerTextAsync();
        var all = first.Locator("a:has-text('behind number 1')");
        var count = int.Parse((await all.InnerTextAsync()).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        await all.ClickAsync();
        Assert.Equal(headline, await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(Math.Min(50, count), await visit.Page.Locator(".said").CountAsync());
        Assert.Empty(visit.Wrong);
    }

    [ChromiumFact]
    public async Task Lets_an_executive_pick_a_suggestion_and_shows_it_to_everyone()
    {
        await using var ana = await sample.VisitAsync();
        var row = await ana.RowWithAsync("Act on this");
        var rank = await row.Locator(".rank").InnerTextAsync();
        await row.Locator("summary:text-is('Act on this')").ClickAsync();
        await row.GetByLabel("What should change").FillAsync(Attack);
        await row.GetByLabel("Who sees to it").SelectOptionAsync(new SelectOptionValue { Label = "Jonas Weber" });
        await row.GetByLabel("By when").First.FillAsync("in 2 weeks");
        await row.Locator("button:text-is('Act on this')").ClickAsync();
        Assert.Contains($"Ana Castillo picked number {rank}", await ana.Page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);

        await using var david = await sample.VisitAsync();
        var seen = david.Ten.Filter(new() { Has = david.Page.Locator($".rank:text-is('{rank}')") });
        await seen.Locator("summary.row").ClickAsync();
        var status = await seen.Locator(".status").InnerTextAsync();
        Assert.Contains("Picked by Ana Castillo for Jonas Weber", status, StringComparison.Ordinal);
        Assert.Contains("<script>alert(2)</script>", status, StringComparison.Ordinal);
        Assert.Empty(ana.Wrong);
        Assert.Empty(david.Wrong);
    }

    [ChromiumFact]
    public async Task Counts_thanks_once_though_the_form_is_sent_twice()
    {
        await using var visit = await sample.VisitAsync();
        var win = await visit.RowWithAsync("Thank");
        var form = visit.Page.APIRequest.CreateFormData();
        foreach (var field in await win.Locator("form:has(button:text-is('Thank')) input").AllAsync())
            form.Set((await field.GetAttributeAsync("name"))!, await field.InputValueAsync());
        for (var times = 0; times < 2; times++)
            Assert.Equal(200, (await visit.Page.APIRequest.PostAsync("/api/actions", new() { Form = form })).Status);
        await win.Locator("button:text-is('Thank')").ClickAsync();
        Assert.Contains("Ana Castillo thanks", await visit.Page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("1 person thanked", await visit.Page.Locator("details[open] .status").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Wrong);
    }

    [ChromiumFact]
    public async Task Says_no_to_who_may_not_and_whom_to_ask()
    {
        await using var visit = await sample.VisitAsync();
        await visit.Page.GetByLabel("You act as").SelectOptionAsync(new SelectOptionValue { Label = "Sofia Lindqvist" });
        await visit.Page.Locator("button:text-is('Change')").ClickAsync();
        var row = await visit.RowWithAsync("Not useful...");
        await row.Locator("summary:text-is('More')").ClickAsync();
        await row.Locator("summary:text-is('Not useful...')").ClickAsync();
        await row.Locator("button:text-is('Not useful...')").ClickAsync();
        Assert.Contains("Only executives can not-useful. Ask Ana Castillo", await visit.Page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Wrong);
    }

    [ChromiumFact]
    public async Task Needs_no_mouse()
    {
        await using var visit = await sample.VisitAsync();
        var issue = visit.Ten.Filter(new() { Has = visit.Page.Locator("button:text-is('I own this')") }).First;
        var headline = await issue.Locator("h3").InnerTextAsync();
        await visit.TabToAsync(headline);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.TabToAsync("I own this");
        await visit.Page.Keyboard.PressAsync("Enter");
        var status = visit.Page.GetByRole(AriaRole.Status);
        Assert.Contains("Ana Castillo owns number", await status.InnerTextAsync(), StringComparison.Ordinal);
        await visit.TabToAsync("Undo");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Contains("is free again", await visit.Page.GetByText("is free again").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Wrong);
    }

    [ChromiumFact]
    public async Task Never_scrolls_sideways_on_a_phone()
    {
        await using var visit = await sample.VisitAsync(width: 360);
        var evidence = await visit.Page.Locator("a:has-text('behind number 1')").First.GetAttributeAsync("href");
        foreach (var address in new[] { "/", evidence!, "/nothing" })
        {
            await visit.Page.GotoAsync(address);
            await visit.OpenAllAsync();
            Assert.Equal((address, 0), (address, await visit.OverhangAsync()));
        }
    }

    [ChromiumFact]
    public async Task Leads_on_from_an_address_where_nothing_is()
    {
        await using var visit = await sample.VisitAsync("/editions/weekly/1999-W01");
        Assert.Contains("Nothing here", await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.GetByText("Open the newest edition").ClickAsync();
        Assert.Equal(10, await visit.Ten.CountAsync());
    }

    [ChromiumFact]
    public async Task Teaches_a_company_of_its_own_what_happens_next()
    {
        var dataFile = Path.Combine(sample.Folder, "own", "own.db");
        Directory.CreateDirectory(Path.GetDirectoryName(dataFile)!);
        using var program = RunningProgram.Start(dataFile, settings: ["--Brand:Name=Acme Air"]);
        Assert.True(await program.BecomesAsync(() => Task.FromResult(program.Said.Contains("/signin?token=", StringComparison.Ordinal))), program.Said);
        await using var visit = await sample.VisitAsync(program.Address.ToString());
        Assert.Contains("Please sign in", await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.GotoAsync(program.Said.Split('\n').Single(line => line.Contains("/signin?token=", StringComparison.Ordinal)).Split(' ')[^1].Trim());
        await visit.Page.GetByText("No edition yet").WaitForAsync();
        Assert.Contains("digestbot doctor", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Keeps_what_customers_write_text_even_without_the_servers_policy()
    {
        var feed = Path.Combine(sample.Folder, "hostile.ndjson");
        await File.WriteAllLinesAsync(feed, Enumerable.Range(1, 12).Select(at => System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = $"{at}", ["source"] = "reviews", ["author"] = $"{Attack}{at}", ["createdAt"] = $"2025-06-10T08:{at:00}:00Z", ["url"] = "javascript:alert(3)",
            ["text"] = $"Acme Air refund is broken again. {Attack}",
        })));
        var page = Path.Combine(sample.Folder, "hostile.html");
        await File.WriteAllTextAsync(page, await DigestAsync("--feed", feed, "--brand", "Acme Air", "--week", "2025-W24", "--format", "html"));
        await using var visit = await sample.VisitAsync(new Uri(page).ToString());
        await visit.OpenAllAsync();
        Assert.Contains("<script>alert(2)</script>", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("script, img, form, a[href^='javascript']").CountAsync());
        Assert.Empty(visit.Wrong);
    }

    private static async Task<string> DigestAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Cli.CommandLine).Assembly.Location, "digest", .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var page = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return page;
    }
}
