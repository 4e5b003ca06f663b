using System.Net;
using DigestBot.Console;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
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

/// <summary>The pages served by Kestrel on loopback, on a store of their own.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly TestStore _store;
    private readonly WebApplication _app;
    private readonly HttpClient _browser;

    private Site(TestStore store, WebApplication app, FakeClock clock)
    {
        (_store, _app, Clock) = (store, app, clock);
        _browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeClock Clock { get; }

    /// <summary>The link that works next, without the address.</summary>
    public string SignInPath => _app.Services.GetRequiredService<SignIn>().Link("");

    public static async Task<Site> StartAsync(bool isSample = true)
    {
        var clock = FakeClock.OnMonday();
        var store = await TestStore.CreateAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var digest = new Digest { Name = "weekly", Brand = new("Acme Air"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), IsSample = isSample };
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new Company(new ReadingRules(digest.Brand), [digest], isSample))
            .AddSingleton(new Digests([digest]))
            .AddSingleton(store.Services.GetRequiredService<IMentionStore>())
            .AddScoped<IEditionStore>(_ => store.Services.CreateScope().ServiceProvider.GetRequiredService<IEditionStore>())
            .AddScoped<ITouchPointStates, NobodyActed>()
            .AddScoped<EditionCards>()
            .AddSingleton(new PageLocation(null))
            .AddConsole();
        var app = builder.Build();
        app.MapConsole();
        await app.StartAsync();
        return new(store, app, clock);
    }

    public Task PublishAsync(Edition edition) => _store.CommitAsync(scope => scope.GetRequiredService<IEditionStore>().Save(edition));

    public Task SayAsync(MentionId id, string text) =>
        _store.Services.GetRequiredService<IMentionStore>().SaveAsync(id.Source, [Testimony.Of(id, text)], null, CancellationToken.None);

    public async Task<Got> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _browser.SendAsync(request);
        return new(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private sealed class NobodyActed : ITouchPointStates
    {
        public Task<IReadOnlyDictionary<string, TouchPointState>> OfAsync(Edition edition, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, TouchPointState>>(new Dictionary<string, TouchPointState>(StringComparer.Ordinal));
    }
}
