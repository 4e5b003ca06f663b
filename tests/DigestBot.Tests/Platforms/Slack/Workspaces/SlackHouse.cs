using System.Net;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Storage;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Platforms.Slack.Workspaces;

/// <summary>
/// The program's half of installing, with a browser before it and a Slack behind it: real pages, a real file, time that stands still.
/// </summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly List<WebApplication> _processes = [];
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection> _more;

    private SlackHouse(FakeSlack slack, FakeClock clock, DirectoryInfo folder, Dictionary<string, string?> settings, Action<IServiceCollection> more) =>
        (Slack, Clock, _folder, _settings, _more) = (slack, clock, folder, settings, more);

    public FakeSlack Slack { get; }

    public FakeClock Clock { get; }

    /// <summary>The process that runs; the newest when there are several.</summary>
    public IServiceProvider Services => _processes[^1].Services;

    public SlackWorkspaces Workspaces => Services.GetRequiredService<SlackWorkspaces>();

    public string Folder => _folder.FullName;

    /// <summary>Everything written to the log, by all processes.</summary>
    public List<string> Log { get; } = [];

    /// <summary>A house with many workspaces to install; no bot token unless given.</summary>
    public static Task<SlackHouse> OpenAsync(params (string Key, string? Value)[] settings) => OpenAsync(_ => { }, settings);

    /// <summary>The same with services of the test's own.</summary>
    public static async Task<SlackHouse> OpenAsync(Action<IServiceCollection> more, params (string Key, string? Value)[] settings)
    {
        var clock = FakeClock.OnMonday();
        var slack = await FakeSlack.StartAsync(clock);
        var folder = Directory.CreateTempSubdirectory("digestbot-slack-");
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "house.db")}",
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ClientId"] = FakeSlack.ClientId,
            ["Slack:ClientSecret"] = FakeSlack.ClientSecret,
            ["Slack:ApiBaseAddress"] = slack.ApiBaseAddress.AbsoluteUri,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var house = new SlackHouse(slack, clock, folder, all, more);
        await house.StartAsync();
        return house;
    }

    /// <summary>Starts a process on the same database beside those that run.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(new Listening(Log)).SetMinimumLevel(LogLevel.Trace);
        var options = SlackSettings.Read(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddStorage(builder.Configuration)
            .AddSingleton(options).AddSlackApi().AddSlackWorkspaces(options)
            .AddSingleton<OutboxSignal>().AddSingleton<RemovedWorkspaces>();
        _more(builder.Services);
        var process = builder.Build();
        await process.Services.GetRequiredService<MigrationRunner>().MigrateAsync(default);
        process.MapSlackInstall();
        await process.StartAsync();
        _processes.Add(process);
    }

    /// <summary>Ends the process and starts a new one on the same database: nothing in memory is left.</summary>
    public async Task RestartAsync()
    {
        await _processes[^1].DisposeAsync();
        _processes.RemoveAt(_processes.Count - 1);
        await StartAsync();
    }

    /// <summary>A browser at the newest process.</summary>
    public SlackBrowser Browser() => new(new Uri(_processes[^1].Urls.Single()));

    /// <summary>A browser that comes through a proxy which ends HTTPS for <c>bot.example.com</c>.</summary>
    public SlackBrowser ProxiedBrowser() => new(new Uri(_processes[^1].Urls.Single())) { IsBehindProxy = true };

    /// <summary>Installs a workspace as a person does.</summary>
    public async Task<(HttpStatusCode Status, string Page)> InstallAsync(FakeWorkspace workspace, string installer = "U0ANA", bool isEnterprise = false)
    {
        using var browser = Browser();
        var state = await browser.BeginAsync();
        return await browser.GetAsync($"/slack/oauth?code={Slack.OAuth.Code(workspace, installer, isEnterprise)}&state={state}");
    }

    public async Task<string?> TokenAsync(string? workspace) => (await Workspaces.TokenAsync(workspace, default))?.Text;

    public async Task<T> ReadAsync<TPort, T>(Func<TPort, Task<T>> read)
        where TPort : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    public Task<Installation?> StoredAsync(string workspace) =>
        ReadAsync((IInstallations all) => all.FindAsync("slack", workspace, default));

    /// <summary>Stages in a scope and commits.</summary>
    public Task CommitAsync(Func<IServiceProvider, Task> stageAsync) => Services.GetRequiredService<SlackStore>().CommitAsync(stageAsync, default);

    /// <summary>Every byte of the database, also what is still in its journal.</summary>
    public string Bytes() => string.Concat(
        Directory.GetFiles(Folder, "house.db*").Select(file =>
        {
            using var bytes = File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(bytes, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        await Slack.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class Listening(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}

/// <summary>A browser that keeps cookies and follows nothing by itself.</summary>
internal sealed class SlackBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>What it sends as <c>Cookie</c>; null for none.</summary>
    public string? Cookie { get; set; }

    /// <summary>The last <c>Set-Cookie</c> as it came.</summary>
    public string SetCookie { get; private set; } = "";

    /// <summary>A proxy before us ended HTTPS for <c>bot.example.com</c>.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Where it was sent last.</summary>
    public Uri? Location { get; private set; }

    /// <summary>Opens <c>/slack/install</c>; the state that Slack is sent.</summary>
    public async Task<string> BeginAsync()
    {
        await GetAsync("/slack/install");
        return Location!.Query.TrimStart('?').Split('&').Single(part => part.StartsWith("state=", StringComparison.Ordinal))["state=".Length..];
    }

    public async Task<(HttpStatusCode Status, string Page)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        if (IsBehindProxy)
        {
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "bot.example.com");
        }
        using var response = await _http.SendAsync(request);
        Location = response.Headers.Location;
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            SetCookie = cookies.Single();
            Cookie = SetCookie.Split(';')[0];
        }
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
