using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Sources.Webhook;

/// <summary>The whole program behind Kestrel on loopback, with a webhook <c>shop</c> and nobody who works off the inbox until a test says so.</summary>
internal sealed class WebhookFront : IAsyncDisposable
{
    public const string Secret = "9f86d081884c7d659a2feaa0c55ad015";
    public const string Previous = "the-secret-that-was-before";

    private readonly DirectoryInfo _folder;
    private readonly string[] _settings;
    private WebApplication _program = null!;
    private HttpClient _client = null!;

    private WebhookFront(string[] settings) => (_folder, _settings) = (Directory.CreateTempSubdirectory("digestbot-hook-"), settings);

    public IServiceProvider Services => _program.Services;

    public IMentionStore Mentions => Services.GetRequiredService<IMentionStore>();

    public IMentionSource Source => Services.GetServices<IMentionSource>().Single(source => source.Name == "shop");

    public static async Task<WebhookFront> StartAsync(params string[] settings)
    {
        var front = new WebhookFront(settings);
        await front.BeginAsync();
        return front;
    }

    /// <summary>The process ends as it stands, and begins anew on the same data.</summary>
    public async Task RestartAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
        await BeginAsync();
    }

    /// <summary>A signed request as a sender makes it, written from the README and not from our check of it.</summary>
    public static HttpRequestMessage Signed(byte[] body, string path = "/ingest/shop", DateTimeOffset? sentAt = null, string secret = Secret, string mediaType = "application/json", string? key = null)
    {
        var timestamp = (sentAt ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        request.Headers.Add("X-DigestBot-Timestamp", timestamp);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v1:{timestamp}:"), .. body];
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        request.Headers.Add("X-DigestBot-Signature", "v1=" + Convert.ToHexStringLower(digest));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    public async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using var _ = request;
        using var answer = await _client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task<(int Status, string Body)> PostAsync(string body, string? key = null, string mediaType = "application/json") =>
        SendAsync(Signed(Encoding.UTF8.GetBytes(body), key: key, mediaType: mediaType));

    /// <summary>The inbox's worker does what waits.</summary>
    public Task WorkAsync() => Services.GetRequiredService<InboxWorker>().HandleAllAsync(CancellationToken.None);

    public async Task<IReadOnlyList<InboxItem>> WaitingAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInbox>().PendingAsync(100_000, CancellationToken.None);
    }

    public async Task<Mention?> KeptAsync(string id) => (await Mentions.FindAsync([new("shop", id)], CancellationToken.None)).SingleOrDefault()?.Mention;

    public async Task<long> CountAsync() => (await Mentions.SourceStateAsync("shop", CancellationToken.None))?.Mentions ?? 0;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task BeginAsync()
    {
        _program = Program.Build(
        [
            $"--Storage:ConnectionString=Data Source={Path.Combine(_folder.FullName, "hook.db")}", "--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
            "--Brand:Name=Acme", "--Sources:0:Name=shop", "--Sources:0:Kind=Webhook", $"--Sources:0:Secret={Secret}", $"--Sources:0:PreviousSecret={Previous}", .. _settings,
        ]);
        await _program.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        await _program.StartAsync();
        _client = new() { BaseAddress = new(_program.Urls.Single()) };
    }
}
