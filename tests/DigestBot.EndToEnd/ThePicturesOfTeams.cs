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
        Assert.True(Directory.EnumerateFiles(Snapshots, "teams-*.json").Count() > 30, "The snapshots are missing.");
        Assert.Empty(await LookAsync(Snapshots, [760, 360], async seen => await FaultsAsync(seen)));
    }

    [ClientsFact]
    public async Task Give_the_renderer_no_cause_for_a_word_where_only_the_standard_is_used()
    {
        var plain = Directory.CreateTempSubdirectory("digestbot-plain-").FullName;
        foreach (var file in Directory.EnumerateFiles(Snapshots, "teams-*.json"))
            await File.WriteAllTextAsync(Path.Combine(plain, Path.GetFileName(file)), TeamsExtras.Without(Read(file)).ToJsonString());
        Assert.Empty(await LookAsync(plain, [760], seen => Task.FromResult<IEnumerable<string>>(seen.Said)));
        Directory.Delete(plain, recursive: true);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(string cards, int[] widths, Func<Seen, Task<IEnumerable<string>>> faultsAsync)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-pictures-").FullName;
        await OtherClients.RunAsync("teams-pictures.cjs", cards, folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        foreach (var width in widths)
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 400 } });
            var visit = new Visit(context, await context.NewPageAsync());
            foreach (var theme in new[] { "light", "dark" })
            {
                await visit.Page.GotoAsync($"file://{Path.Combine(folder, theme)}.html");
                foreach (var file in Directory.EnumerateFiles(cards, "teams-*.json").Order(StringComparer.Ordinal))
                {
                    var seen = new Seen(visit.Page, Read(file), await visit.Page.EvaluateAsync<string[]>("name => show(name)", Path.GetFileNameWithoutExtension(file)));
                    var picture = $"{Path.GetFileNameWithoutExtension(file)}.{theme}.{width}";
                    if (Pictures is { Length: > 0 } pictures)
                        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{picture}.png"), FullPage = true });
                    faults.AddRange((await faultsAsync(seen)).Select(fault => $"{picture}: {fault}"));
                }
            }
            faults.AddRange(visit.Wrong);
        }
        Directory.Delete(folder, recursive: true);
        return faults;
    }

    private static async Task<IEnumerable<string>> FaultsAsync(Seen seen)
    {
        var (page, plain) = (seen.Page, TeamsExtras.Without(seen.Card));
        var read = Plain(await page.EvaluateAsync<string>("document.getElementById('card').textContent"));
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#card a[href]')].map(link => link.getAttribute('href'))");
        var made = await page.EvaluateAsync<int>("document.querySelectorAll('#card b, #card i, #card em, #card ul, #card ol, #card img, #card iframe, #card script').length");
        var mentions = await page.EvaluateAsync<int>("document.querySelectorAll('#card .mention').length");
        var isWider = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return
        [
            .. seen.Said.Where(said => !said.EndsWith(StandsIn, StringComparison.Ordinal)),
            .. Texts(plain).Select(Plain).Where(words => !read.Contains(words, StringComparison.Ordinal)).Select(words => $"'{words}' is missing"),
            .. links.Except(Values(plain, "url"), StringComparer.Ordinal).Select(link => $"{link} is a link"),
            .. made == 0 ? Enumerable.Empty<string>() : [$"{made} elements were made of words"],
            .. mentions == (plain["msteams"]!["entities"]?.AsArray().Count ?? 0) ? Enumerable.Empty<string>() : [$"{mentions} people are mentioned"],
            .. isWider ? ["it is wider than the screen"] : Enumerable.Empty<string>(),
        ];
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

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

    /// <summary>A card as it was drawn.</summary>
    /// <param name="Page">Where it stands.</param>
    /// <param name="Card">The card.</param>
    /// <param name="Said">What the renderer had to say of it.</param>
    private sealed record Seen(IPage Page, JsonObject Card, string[] Said);
}
