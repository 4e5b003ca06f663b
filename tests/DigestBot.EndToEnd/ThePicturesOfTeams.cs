using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams;
using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>
/// Every card and dialog of Teams that has a snapshot, drawn by Microsoft's own renderer of Adaptive Cards in a browser: at desk and phone
/// width, light and dark. <c>DIGESTBOT_PICTURES=FOLDER</c> keeps the pictures to be looked at.
/// </summary>
public sealed class ThePicturesOfTeams
{
    private static readonly string Snapshots = Path.Combine(AppContext.BaseDirectory, "Snapshots");

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DIGESTBOT_PICTURES");

    // The renderer says so of what only Teams draws, before it takes what stands in for it.
    private const string StandsIn = "Fallback will be used if present.";

    [ClientsFact]
    public async Task Show_every_word_as_it_was_written_and_make_nothing_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-pictures-").FullName;
        await OtherClients.RunAsync("teams-pictures.cjs", Snapshots, folder);
        var faults = new List<string>();
        await LookAsync(folder, [760, 360], async (page, name, card, width) =>
        {
            if (Pictures is { Length: > 0 } pictures)
                await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}.{width}.png"), FullPage = true });
            faults.AddRange((await FaultsAsync(page, card)).Select(fault => $"{name} at {width}: {fault}"));
        }, faults);
        Assert.True(Directory.EnumerateFiles(Snapshots, "teams-*.json").Count() > 30, "The snapshots are missing.");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }

    [ClientsFact]
    public async Task Give_the_renderer_no_cause_for_a_word_where_only_the_standard_is_used()
    {
        var plain = Directory.CreateTempSubdirectory("digestbot-plain-").FullName;
        foreach (var file in Directory.EnumerateFiles(Snapshots, "teams-*.json"))
            await File.WriteAllTextAsync(Path.Combine(plain, Path.GetFileName(file)), TeamsExtras.Without(await ReadAsync(file)).ToJsonString());
        var folder = Path.Combine(plain, "drawn");
        await OtherClients.RunAsync("teams-pictures.cjs", plain, folder);
        var faults = new List<string>();
        await LookAsync(folder, [760], async (page, name, _, _) => faults.AddRange((await SaidAsync(page)).Select(said => $"{name}: {said}")), faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }

    private static async Task LookAsync(string folder, int[] widths, Func<IPage, string, JsonObject, int, Task> lookAsync, List<string> faults)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        foreach (var width in widths)
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 400 } });
            var visit = new Visit(context, await context.NewPageAsync());
            foreach (var file in Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileNameWithoutExtension(file);
                await visit.Page.GotoAsync($"file://{file}");
                await lookAsync(visit.Page, name, await ReadAsync(Path.Combine(Snapshots, $"{name[..name.LastIndexOf('.')]}.json")), width);
            }
            faults.AddRange(visit.Wrong);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, JsonObject card)
    {
        var plain = TeamsExtras.Without(card);
        var read = Plain(await page.EvaluateAsync<string>("document.body.textContent"));
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#card a[href]')].map(link => link.getAttribute('href'))");
        var made = await page.EvaluateAsync<int>("document.querySelectorAll('#card b, #card i, #card em, #card ul, #card ol, #card img, #card iframe, #card script').length");
        var mentions = await page.EvaluateAsync<int>("document.querySelectorAll('#card .mention').length");
        var wider = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return
        [
            .. (await SaidAsync(page)).Where(said => !said.EndsWith(StandsIn, StringComparison.Ordinal)),
            .. Texts(plain).Select(Plain).Where(words => !read.Contains(words, StringComparison.Ordinal)).Select(words => $"'{words}' is missing"),
            .. links.Except(Values(plain, "url"), StringComparer.Ordinal).Select(link => $"{link} is a link"),
            .. made == 0 ? Enumerable.Empty<string>() : [$"{made} elements were made of words"],
            .. mentions == (plain["msteams"]!["entities"]?.AsArray().Count ?? 0) ? Enumerable.Empty<string>() : [$"{mentions} people are mentioned"],
            .. wider ? ["it is wider than the screen"] : Enumerable.Empty<string>(),
        ];
    }

    private static async Task<IEnumerable<string>> SaidAsync(IPage page) => await page.EvaluateAsync<string[]>("[...window.said.parsed, ...window.said.checked]");

    private static async Task<JsonObject> ReadAsync(string file) => JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();

    // What a person can read at once: not what is behind a button, and a mention by its name.
    private static IEnumerable<string> Texts(JsonObject card) =>
        Values(card["body"], "text").Select(text => text.Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal));

    private static IEnumerable<string> Values(JsonNode? node, string name) => node switch
    {
        JsonObject found => found.SelectMany(member => member.Key == name && member.Value is JsonValue value ? [value.ToString()] : Values(member.Value, name)),
        JsonArray all => all.SelectMany(element => Values(element, name)),
        _ => [],
    };

    // A browser may break a line anywhere; what was written is the letters.
    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
