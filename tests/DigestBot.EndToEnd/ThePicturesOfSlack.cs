using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>
/// Every message, modal and home page that has a snapshot, drawn by somebody else's renderer of Block Kit in a browser: at desk and
/// phone width, light and dark. <c>DIGESTBOT_PICTURES=FOLDER</c> keeps the pictures to be looked at.
/// </summary>
public sealed class ThePicturesOfSlack
{
    private static readonly string Snapshots = Path.Combine(AppContext.BaseDirectory, "Snapshots");

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DIGESTBOT_PICTURES");

    // What is chosen from, typed into or asked in a second step is not in sight until somebody touches it.
    private static readonly string[] OutOfSight = ["options", "option_groups", "initial_option", "initial_options", "placeholder", "confirm", "dispatch_action_config"];

    [ClientsFact]
    public async Task Show_every_word_as_it_was_written_and_make_nothing_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-pictures-").FullName;
        await OtherClients.RunAsync("slack-pictures.cjs", Snapshots, folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        foreach (var width in new[] { 760, 360 })
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 600 } });
            var visit = new Visit(context, await context.NewPageAsync());
            foreach (var file in Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal))
                faults.AddRange(await LookAsync(visit.Page, file, width));
            faults.AddRange(visit.Wrong);
        }
        Directory.Delete(folder, recursive: true);
        Assert.True(Directory.EnumerateFiles(Snapshots).Count() > 40, "The snapshots are missing.");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string file, int width)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var view = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Snapshots, $"{name.Split('.')[0]}.json")))!;
        var blocks = view as JsonArray ?? view["blocks"]!.AsArray();
        await page.GotoAsync($"file://{file}");
        if (Pictures is { Length: > 0 } pictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}.{width}.png"), FullPage = true });
        var read = Plain(await page.EvaluateAsync<string>("document.body.textContent"));
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))");
        var active = await page.EvaluateAsync<int>("document.querySelectorAll('script, iframe, object, img:not([src^=\"data:image/svg\"]), .slack_broadcast, .slack_user, .slack_channel').length");
        var missing = Words(blocks).Where(words => !read.Contains(words, StringComparison.Ordinal)).Select(words => $"{name} at {width}: '{words}' is missing");
        var forged = links.Except(Addresses(blocks), StringComparer.Ordinal).Select(link => $"{name}: {link} is a link");
        return missing.Concat(forged).Concat(active == 0 ? [] : [$"{name}: {active} elements were made of words"]);
    }

    private static IEnumerable<string> Words(JsonArray blocks) => BlockKit.Texts(InSight(blocks).AsArray()).Select(Plain).Where(words => words.Length > 0);

    private static IEnumerable<string> Addresses(JsonArray blocks) =>
        BlockKit.Objects(blocks).Select(node => BlockKit.Text(node, "url")).OfType<string>();

    private static JsonNode InSight(JsonNode node)
    {
        var copy = node.DeepClone();
        foreach (var (owner, name) in BlockKit.Objects(copy).ToList().SelectMany(found => OutOfSight.Select(name => (found, name))))
            owner.Remove(name);
        // Our own words only are formatted; no customer's stand there.
        foreach (var formatted in BlockKit.Objects(copy).Where(found => BlockKit.Text(found, "type") == "mrkdwn"))
            formatted["text"] = BlockKit.Text(formatted, "text")!.Replace("*", "", StringComparison.Ordinal);
        return copy;
    }

    // A browser may break a line anywhere; what was written is the letters.
    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
