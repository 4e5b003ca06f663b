using DigestBot.Cli;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace DigestBot.Tests.Cli;

public sealed class TheDoctor : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-doctor-").FullName;

    private string Data => Path.Combine(_folder, "data.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Finds_nothing_wrong_on_the_first_day()
    {
        var (exit, said) = await VisitAsync();
        Assert.Equal(0, exit);
        Assert.Contains("made at the first start", said, StringComparison.Ordinal);
        Assert.Contains("All is well.", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Data), "a check-up changes nothing");
    }

    [Fact]
    public async Task Names_the_source_that_cannot_be_read_and_the_next_step()
    {
        var missing = Path.Combine(_folder, "nowhere.ndjson");
        var (exit, said) = await VisitAsync("--Brand:Name=Acme Air", "--Sources:0:Name=reviews", "--Sources:0:Kind=Ndjson", $"--Sources:0:Path={missing}");
        Assert.Equal(1, exit);
        Assert.Contains("FAULT source reviews: It cannot be read.", said, StringComparison.Ordinal);
        Assert.Contains("nowhere.ndjson", said, StringComparison.Ordinal);
        Assert.Contains("1 fault.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_topic_of_the_company_is_a_word_that_nobody_knows()
    {
        var (exit, said) = await VisitAsync("--Brand:Name=Acme Air", "--Topics:Zorblatt=", "--Topics:Delivery=", "--Topics:Hoverboards:0=board");
        Assert.Equal(0, exit);
        Assert.Contains("topics: 3 configured; Zorblatt is matched by its literal word only: list some words", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Delivery is matched", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_which_message_could_not_be_sent_and_why()
    {
        await using var store = await TestStore.CreateAsync();
        await store.CommitAsync(stores => stores.GetRequiredService<IOutbox>().Request(new()
        {
            Key = new(DeliveryPurpose.Edition, "weekly", new(2026, 46), "executives", "0"),
            Platform = "terminal",
            Channel = "executives",
        }));
        var deliveries = store.Services.GetRequiredService<IDeliveries>();
        var taken = await deliveries.TakeAsync(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), CancellationToken.None);
        await deliveries.RecordAsync(taken! with { State = DeliveryState.Dead, Failure = "the channel is archived" }, CancellationToken.None);
        var (exit, said) = await VisitAsync($"--Storage:ConnectionString=Data Source={store.Location.File}");
        Assert.Equal(1, exit);
        Assert.Contains("the channel is archived", said, StringComparison.Ordinal);
        Assert.Contains("next: Check that the channel executives on terminal exists", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_all_faults_of_the_settings_before_anything_else()
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => VisitAsync("--Brand:Nmae=Acme", "--Storage:Provider=Sqlit"));
        Assert.Contains("Brand:Nmae is not a setting. Did you mean Name?", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:Provider is 'Sqlit'; expected one of Sqlite, PostgreSQL.", failure.Message, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Said)> VisitAsync(params string[] settings)
    {
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(said), ColorSystem = ColorSystemSupport.NoColors, Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        var exit = await DoctorCommand.RunAsync([$"--Storage:ConnectionString=Data Source={Data}", .. settings], console, CancellationToken.None);
        return (exit, said.ToString());
    }
}
