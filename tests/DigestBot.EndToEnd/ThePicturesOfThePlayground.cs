using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>
/// The edition on the Playground's own page, where Ana works with the mouse and the keyboard. <c>DIGESTBOT_PICTURES=FOLDER</c> keeps the
/// pictures to be looked at.
/// </summary>
public sealed class ThePicturesOfThePlayground
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DIGESTBOT_PICTURES");

    [ClientsFact]
    public async Task Show_the_edition_and_let_Ana_own_a_touch_point_and_ask_a_question()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 1100 } });
        await using var company = await CompanyInPlayground.OpenAsync(async address =>
        {
            await page.GotoAsync(address.ToString());
            await page.GetByText("General").First.ClickAsync();
        });
        var edition = await company.EditionAsync();
        await page.GetByText("What customers told us").WaitForAsync();
        await KeepAsync(page, "edition");

        var own = page.GetByRole(AriaRole.Button, new() { Name = "I own this" }).First;
        await own.WaitForAsync();
        await own.ClickAsync();
        await company.ShowsAsync(edition.First(post => post.Buttons.Any(button => button.Title == "I own this")), "Ana Castillo owns this");
        await page.GetByText("Ana Castillo owns this").First.ScrollIntoViewIfNeededAsync();
        await KeepAsync(page, "owned");

        await page.GetByText("Personal Chat", new() { Exact = true }).ClickAsync();
        await page.Locator("[contenteditable=true], textarea, [role=textbox]").First.ClickAsync();
        await page.Keyboard.TypeAsync("socialwins issues");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText(CompanyInPlayground.FirstIssue(edition)).Last.ScrollIntoViewIfNeededAsync();
        await KeepAsync(page, "answer");
    }

    private static Task KeepAsync(IPage page, string name) => Pictures is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"playground-{name}.png") });
}
