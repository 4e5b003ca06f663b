using System.Net;
using DigestBot.Console;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Storage;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Console;

/// <summary>What a browser got.</summary>
internal sealed record Got(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>The pages served by Kestrel on loopback, on a store of their own, with the worker that does what their buttons ask for.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _browser;
    private readonly DirectoryInfo _folder;
    private readonly CancellationTokenSource _closing = new();
    private Task _working = Task.CompletedTask;

    private Site(WebApplication app, DirectoryInfo folder, FakeClock clock)
    {
        (_app, _folder, Clock) = (app, folder, clock);
        _browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeClock Clock { get; }

    public string Address => _app.Urls.Single();

    /// <summary>The link that works next, without the address.</summary>
    public string SignInPath => _app.Services.GetRequiredService<SignIn>().Link("");

    /// <summary>Opens the site.</summary>
    /// <param name="isSample">The sample company's, open to whoever sits at this machine.</param>
    /// <param name="isWorking">What comes in is done at once; otherwise it is only kept.</param>
    /// <param name="people">Who is who; the cast unless given.</param>
    public static async Task<Site> StartAsync(bool isSample = true, bool isWorking = true, IReadOnlyList<Person>? people = null)
    {
        var clock = FakeClock.OnMonday();
        var folder = Directory.CreateTempSubdirectory("digestbot-site-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "site.db")}";
        var digest = new Digest
        {
            Name = "weekly", Brand = new("Acme Air"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), IsSample = isSample,
            Audiences = [new("executives", "fake", "C-exec"), new("all-hands", "fake", "C-all")],
        };
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new Company(new ReadingRules(digest.Brand), [digest], isSample))
            .AddSingleton(new Digests([digest]))
            .AddSingleton<IPeople>(new ConfiguredPeople(people ?? Cast.All))
            .AddSingleton<IMentionReader>(new PlainReader())
            .AddStorage(builder.Configuration)
            .AddActions()
            .AddSingleton<InboxSignal>()
            .AddSingleton<InboxWorker>()
            .AddConsole();
        var app = builder.Build();
        await app.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        app.MapConsole();
        await app.StartAsync();
        var site = new Site(app, folder, clock);
        if (isWorking)
            site._working = app.Services.GetRequiredService<InboxWorker>().RunAsync(site._closing.Token);
        return site;
    }

    public async Task PublishAsync(Edition edition)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEditionStore>().Save(edition);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
    }

    public Task SayAsync(MentionId id, string text) =>
        _app.Services.GetRequiredService<IMentionStore>().SaveAsync(id.Source, [Testimony.Of(id, text)], null, CancellationToken.None);

    /// <summary>Does what is in the inbox, where nothing else does.</summary>
    public Task WorkAsync() => _app.Services.GetRequiredService<InboxWorker>().HandleAllAsync(CancellationToken.None);

    public Task<IReadOnlyList<FollowUp>> OpenAsync() =>
        ReadAsync<IFollowUpStore, IReadOnlyList<FollowUp>>(store => store.OpenAsync("weekly", CancellationToken.None));

    public Task<IReadOnlyList<AuditLine>> AuditAsync() =>
        ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(log => log.NewestAsync(100, CancellationToken.None));

    public Task<Got> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), headers);

    public Task<Got> PostAsync(string address, HttpContent body, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = body }, headers);

    private async Task<Got> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        using var _ = request;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _browser.SendAsync(request);
        return new(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private async Task<TResult> ReadAsync<TPort, TResult>(Func<TPort, Task<TResult>> read)
        where TPort : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _working;
        _browser.Dispose();
        await _app.DisposeAsync();
        _closing.Dispose();
        _folder.Delete(recursive: true);
    }
}
