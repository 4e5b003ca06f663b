using System.Net;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Storage;
using DigestBot.Tests.Testing.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>What came back.</summary>
internal sealed record Acknowledged(HttpStatusCode Status, string Body, string? MediaType);

/// <summary>The whole program behind Kestrel on loopback, with Slack configured and nobody who works off the inbox.</summary>
internal sealed class SlackFront : IAsyncDisposable
{
    private readonly WebApplication _program;
    private readonly HttpClient _client;
    private readonly DirectoryInfo _folder;

    private SlackFront(FakeSlack slack, WebApplication program, DirectoryInfo folder)
    {
        (Slack, _program, _folder) = (slack, program, folder);
        _client = new() { BaseAddress = new(program.Urls.Single()) };
    }

    /// <summary>The Slack that it calls.</summary>
    public FakeSlack Slack { get; }

    public IServiceProvider Services => _program.Services;

    public Uri Address => _client.BaseAddress!;

    public static async Task<SlackFront> StartAsync(params string[] settings)
    {
        var slack = await FakeSlack.StartAsync();
        var folder = Directory.CreateTempSubdirectory("digestbot-slack-");
        var program = Program.Build(
        [
            $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "slack.db")}", "--Urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None", $"--Slack:ApiBaseAddress={slack.ApiBaseAddress}", .. settings,
        ]);
        await program.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        await program.StartAsync();
        return new(slack, program, folder);
    }

    /// <summary>With a signing secret and the token of one workspace.</summary>
    public static Task<SlackFront> ConfiguredAsync(params string[] more) =>
        StartAsync([$"--Slack:SigningSecret={Signed.Secret}", $"--Slack:BotToken=xoxb-{Bodies.Team}", .. more]);

    public async Task<Acknowledged> SendAsync(HttpRequestMessage request)
    {
        using var _ = request;
        using var answer = await _client.SendAsync(request);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    public Task<Acknowledged> PostAsync(string path, byte[] body) => SendAsync(Signed.Post(path, body));

    /// <summary>What is in the inbox, not done yet.</summary>
    public Task<IReadOnlyList<InboxItem>> KeptAsync() =>
        ReadAsync<IInbox, IReadOnlyList<InboxItem>>(inbox => inbox.PendingAsync(100_000, CancellationToken.None));

    public Task<IReadOnlyList<AuditLine>> AuditAsync() =>
        ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(audit => audit.NewestAsync(100, CancellationToken.None));

    /// <summary>Takes the inbox away, or puts it back: nothing can be kept meanwhile.</summary>
    public Task BreakStoreAsync(bool isBroken) => Services.GetRequiredService<StorageEngine>().ExecuteAsync(
        WriteLane.Normal, isBroken ? "ALTER TABLE inbox RENAME TO inbox_away" : "ALTER TABLE inbox_away RENAME TO inbox");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
        await Slack.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<TResult> ReadAsync<TPort, TResult>(Func<TPort, Task<TResult>> read)
        where TPort : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }
}
