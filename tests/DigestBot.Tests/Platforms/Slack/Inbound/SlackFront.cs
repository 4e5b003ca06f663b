using System.Net;
using DigestBot.Core.Platforms;
using DigestBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>What came back.</summary>
internal sealed record Acknowledged(HttpStatusCode Status, string Body, string? MediaType);

/// <summary>The whole program behind Kestrel on loopback, with Slack configured and nobody who works off the inbox.</summary>
internal sealed class SlackFront : IAsyncDisposable
{
    private readonly WebApplication _program;
    private readonly HttpClient _slack;
    private readonly DirectoryInfo _folder;

    private SlackFront(WebApplication program, DirectoryInfo folder)
    {
        (_program, _folder) = (program, folder);
        _slack = new() { BaseAddress = new(program.Urls.Single()) };
    }

    public IServiceProvider Services => _program.Services;

    public static async Task<SlackFront> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-slack-");
        var program = Program.Build(
        [
            $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "slack.db")}", "--Urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None", .. settings,
        ]);
        await program.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        await program.StartAsync();
        return new(program, folder);
    }

    /// <summary>With a signing secret and the token of one workspace.</summary>
    public static Task<SlackFront> ConfiguredAsync(params string[] more) =>
        StartAsync([$"--Slack:SigningSecret={Signed.Secret}", "--Slack:BotToken=xoxb-of-nobody", .. more]);

    public async Task<Acknowledged> SendAsync(HttpRequestMessage request)
    {
        using var _ = request;
        using var answer = await _slack.SendAsync(request);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    public Task<Acknowledged> PostAsync(string path, byte[] body) => SendAsync(Signed.Post(path, body));

    /// <summary>What is in the inbox, not done yet.</summary>
    public async Task<IReadOnlyList<InboxItem>> KeptAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInbox>().PendingAsync(100_000, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _slack.Dispose();
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
