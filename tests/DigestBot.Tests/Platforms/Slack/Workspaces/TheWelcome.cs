using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Workspaces;

/// <summary>What the program as it is put together does when a workspace was installed.</summary>
public sealed class TheWelcome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-welcome-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Goes_to_whoever_installed_it_together_with_the_installation()
    {
        await using var program = Program.Build(
        [
            $"--Storage:ConnectionString=Data Source={Path.Combine(_folder.FullName, "welcome.db")}",
            "--Slack:SigningSecret=12345678", "--Slack:ClientId=1234.5678", "--Slack:ClientSecret=12345678",
        ]);
        await program.Services.GetRequiredService<MigrationRunner>().MigrateAsync(default);
        var installed = new Installation { Platform = "slack", Workspace = "T01", Installer = "slack:T01/U1", InstalledAt = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero) };
        await using var scope = program.Services.CreateAsyncScope();
        foreach (var listener in program.Services.GetServices<SlackInstalled>())
            await listener(scope.ServiceProvider, installed, default);
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        Assert.Empty(await outbox.InStateAsync(DeliveryState.Waiting, 9, default));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(default);
        var question = Assert.Single(await outbox.InStateAsync(DeliveryState.Waiting, 9, default));
        Assert.Equal(("slack", "T01/U1"), (question.Platform, question.Channel));
        Assert.Contains("I am DigestBot", question.Text!.Text, StringComparison.Ordinal);
    }
}
