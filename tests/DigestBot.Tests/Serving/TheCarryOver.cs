using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Serving;
using DigestBot.Storage;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Serving;

/// <summary>A brand that is named in chat makes the program another company's: what was settled before comes along.</summary>
public sealed class TheCarryOver
{
    // Removed with the sample's store.
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-carry-").FullName;

    [Fact]
    public async Task Takes_installations_roles_words_to_people_and_an_example_along()
    {
        await using (var sample = await SampleAsync())
        {
            await using var own = await StartAsync();
            await using var scope = own.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            Assert.Equal("a secret", (await services.GetRequiredService<IInstallations>().FindAsync("slack", "T01", default))?.Secret);
            var cleo = await services.GetRequiredService<IKnownPeople>().FindAsync("slack:T01/U0CLEO", default);
            Assert.Equal(("Cleo", Roles.Curator | Roles.Admin), (cleo?.Person.Name, cleo?.Person.Roles));
            var word = Assert.Single(await services.GetRequiredService<IOutbox>().InStateAsync(DeliveryState.Waiting, 10, default));
            Assert.Equal("All set.", word.Text?.Text);
            var editions = services.GetRequiredService<IEditionStore>();
            Assert.True((await editions.LatestPublishedAsync("example", default))?.IsSample);
            Assert.Null(await editions.LatestPublishedAsync("weekly", default));
        }
    }

    [Fact]
    public async Task Happens_once()
    {
        await using var sample = await SampleAsync();
        await (await StartAsync()).DisposeAsync();
        await sample.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(Word("later")));
        await using var again = await StartAsync();
        await using var scope = again.Services.CreateAsyncScope();
        Assert.Single(await scope.ServiceProvider.GetRequiredService<IOutbox>().InStateAsync(DeliveryState.Waiting, 10, default));
    }

    private Task<TestStore> SampleAsync() => Filled(TestStore.OpenAsync("Sqlite", $"Data Source={Path.Combine(_folder, StorageLocation.SampleFile)}"));

    private static async Task<TestStore> Filled(Task<TestStore> opening)
    {
        var store = await opening;
        await store.CommitAsync(services =>
        {
            services.GetRequiredService<IInstallations>().Save(new() { Platform = "slack", Workspace = "T01", Secret = "a secret", InstalledAt = Editions.Week.From(TimeZoneInfo.Utc) });
            services.GetRequiredService<IKnownPeople>().Save(new(new("slack:T01/U0CLEO", "Cleo", "Europe/Paris", Roles.Anyone), DateTimeOffset.UnixEpoch));
            services.GetRequiredService<IOutbox>().Request(Word("setup"));
            services.GetRequiredService<IOutbox>().Request(Word("reminder") with { Key = Word("reminder").Key with { Audience = "terminal:jonas" }, Platform = "terminal", Channel = "jonas" });
            services.GetRequiredService<IEditionStore>().Save(Editions.OrdinaryEdition() with { State = EditionState.Published, IsSample = true });
        });
        await store.CommitAsync(services => services.GetRequiredService<IKnownPeople>().Grant("slack:T01/U0CLEO", Roles.Curator | Roles.Admin));
        return store;
    }

    private static Delivery Word(string part) => new()
    {
        Key = new(DeliveryPurpose.Direct, "weekly", Editions.Week, "slack:T01/U0CLEO", part), Platform = "slack", Channel = "T01/U0CLEO", Text = new("All set.", []),
    };

    private async Task<WebApplication> StartAsync()
    {
        var program = Program.Build(
        [
            $"--Storage:ConnectionString=Data Source={Path.Combine(_folder, StorageLocation.MainFile)}", "--Brand:Name=Acme Air",
            "--Slack:SigningSecret=8f742231b10e8888abcd99yyyzzz85a5", "--Slack:ClientId=1.2", "--Slack:ClientSecret=a-client-secret", "--Logging:LogLevel:Default=None",
        ]);
        using var held = await StoreStart.TakeAsync(program.Services, "testing", default);
        return program;
    }
}
