using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Storage;
using DigestBot.Tests.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>What came back.</summary>
internal sealed record Answered(HttpStatusCode Status, string Body);

/// <summary>The whole program behind Kestrel on loopback, with Teams configured and nobody who works off the inbox.</summary>
internal sealed class TeamsFront : IAsyncDisposable
{
    private readonly IssuerOnline _issuer;
    private readonly WebApplication _program;
    private readonly HttpClient _client;
    private readonly DirectoryInfo _folder;

    private TeamsFront(IssuerOnline issuer, WebApplication program, DirectoryInfo folder)
    {
        (_issuer, _program, _folder) = (issuer, program, folder);
        _client = new() { BaseAddress = new(program.Urls.Single()) };
    }

    /// <summary>Who signs what comes.</summary>
    public TestIssuer Issuer => _issuer.Issuer;

    public IServiceProvider Services => _program.Services;

    /// <summary>Its keys cannot be had while this is set.</summary>
    public bool IssuerIsDown
    {
        set => _issuer.IsDown = value;
    }

    /// <summary>With the settings of one tenant.</summary>
    public static Task<TeamsFront> ConfiguredAsync(params string[] more) => StartAsync([$"--Teams:TenantId={Sent.Tenant}", .. more]);

    /// <summary>With a bot that listens to every tenant, unless more is set.</summary>
    public static Task<TeamsFront> StartAsync(params string[] more) =>
        StartAsync(new TestIssuer(Sent.AppId), [$"--Teams:AppId={Sent.AppId}", "--Teams:AppSecret=a secret of nobody", .. more]);

    public static async Task<TeamsFront> StartAsync(TestIssuer signer, string[] settings)
    {
        var issuer = await IssuerOnline.StartAsync(signer);
        var folder = Directory.CreateTempSubdirectory("digestbot-teams-");
        var program = Program.Build(
        [
            $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "teams.db")}", "--Urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None", "--Outgoing:PrivateHosts:0=127.0.0.1", "--Outgoing:PlainHttpHosts:0=127.0.0.1",
            .. settings.Any(setting => setting.StartsWith("--Teams:AppId", StringComparison.Ordinal)) ? [$"--Teams:OpenIdMetadataAddress={issuer.Metadata}"] : Array.Empty<string>(),
            .. settings,
        ]);
        await program.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        await program.StartAsync();
        return new(issuer, program, folder);
    }

    public async Task<Answered> SendAsync(HttpRequestMessage request)
    {
        using var _ = request;
        using var answer = await _client.SendAsync(request);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a body under a good token for Teams' usual address.</summary>
    public Task<Answered> PostAsync(byte[] body) => SendAsync(Sent.Post(body, Issuer.Token(Sent.ServiceUrl)));

    /// <summary>Sends an activity under a token for its own service address.</summary>
    public Task<Answered> PostAsync(JsonObject activity, TokenFault fault = TokenFault.None) =>
        SendAsync(Sent.Post(activity.Bytes(), Issuer.Token(activity["serviceUrl"]?.GetValue<string>() ?? "", fault)));

    /// <summary>What is in the inbox, not done yet.</summary>
    public async Task<IReadOnlyList<InboxItem>> KeptAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInbox>().PendingAsync(100_000, CancellationToken.None);
    }

    /// <summary>Takes the inbox away, or puts it back: nothing can be kept meanwhile.</summary>
    public Task BreakStoreAsync(bool isBroken) => Services.GetRequiredService<StorageEngine>().ExecuteAsync(
        WriteLane.Normal, isBroken ? "ALTER TABLE inbox RENAME TO inbox_away" : "ALTER TABLE inbox_away RENAME TO inbox");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
        await _issuer.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
