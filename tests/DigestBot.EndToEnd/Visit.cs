using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>A visitor's window, and everything that went wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _wrong = new();

    /// <summary>Listens to a window from its first page on.</summary>
    public Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Dialog += (_, dialog) => Note(true, $"dialog: {dialog.Message}");
        page.Request += (_, request) => Note(request.ResourceType != "document", $"request: {request.Url}");
        page.RequestFailed += (_, request) => Note(true, $"failed: {request.Url}");
    }

    /// <summary>The page in it.</summary>
    public IPage Page { get; }

    /// <summary>Errors of the console (the security policy's too), scripts that ran, dialogs, anything loaded beside the pages.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>The ten, as they stand in the list.</summary>
    public ILocator Ten => Page.Locator("#ten > ol > li");

    /// <summary>The first of the ten that has this button; its row is opened.</summary>
    public async Task<ILocator> RowWithAsync(string button)
    {
        var row = Ten.Filter(new() { Has = Page.Locator($"button:text-is('{button}')") }).First;
        await row.Locator("summary.row").ClickAsync();
        return row;
    }

    /// <summary>Opens whatever can be opened.</summary>
    public Task OpenAllAsync() => Page.EvaluateAsync("for (const part of document.querySelectorAll('details')) { part.removeAttribute('name'); part.open = true; }");

    /// <summary>How much wider the content is than the window, in CSS pixels; 0 when it fits.</summary>
    public Task<int> OverhangAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Presses Tab until what has the focus reads like this.</summary>
    public async Task TabToAsync(string text)
    {
        for (var steps = 0; steps < 200; steps++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if ((await Page.EvaluateAsync<string>("document.activeElement.innerText ?? ''")).Contains(text, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"The keyboard never came to '{text}'.");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
            _wrong.Enqueue(what);
    }
}
