using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>The real program with its sample company, and a browser to look at it with.</summary>
public sealed class SampleInChromium : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-browser-");
    private RunningProgram? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A folder of the tests'.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Starts both, when there is a browser.</summary>
    public async Task InitializeAsync()
    {
        if (!File.Exists(ChromiumFactAttribute.Browser))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _program = RunningProgram.Start(Path.Combine(Folder, "sample.db"));
        using var client = new HttpClient { BaseAddress = _program.Address };
        var isThere = await _program.BecomesAsync(async () => (await client.GetStringAsync("/")).Contains("id=\"ten\"", StringComparison.Ordinal));
        Assert.True(isThere, _program.Said);
    }

    /// <summary>A visitor with a browser window of his own: no cookie, nothing remembered.</summary>
    /// <param name="address">What is opened first; relative to the sample's page.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    internal async Task<Visit> VisitAsync(string address = "/", int width = 1100)
    {
        if (_browser is null)
            throw new InvalidOperationException($"{ChromiumFactAttribute.Browser} is missing: apt-get install chromium");
        var context = await _browser.NewContextAsync(new() { BaseURL = _program!.Address.ToString(), ViewportSize = new() { Width = width, Height = 900 } });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(address);
        return visit;
    }

    /// <summary>Ends both.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _program?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
