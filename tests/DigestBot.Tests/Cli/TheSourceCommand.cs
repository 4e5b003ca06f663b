using System.Text;
using DigestBot.Cli;
using DigestBot.Cli.Sourcing;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sources.Ndjson;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Cli;

public sealed class TheSourceCommand : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sources").FullName;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly FakeClock _clock = FakeClock.OnMonday();
    private TestStore _store = null!;

    private string Feed => Path.Combine(_folder, "feed.ndjson");

    private IMentionStore Mentions => _store.Services.GetRequiredService<IMentionStore>();

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Feed, """
            {"id":"1","author":"mallory","text":"Call me: mallory@example.com\u001b[31m","createdAt":"2026-11-20T10:00:00Z"}
            {"id":"2","author":"ben","text":"Fine","createdAt":"2026-11-21T10:00:00Z"}
            """);
        _store = await TestStore.CreateAsync(Parts);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Lists_how_each_source_stands()
    {
        await Collector.CollectAsync(Source("shop"), null, CancellationToken.None);
        await Collector.CollectAsync(Source("gone"), null, CancellationToken.None);
        await Mentions.NoteHealthAsync("shop", new(1200, null, _clock.GetUtcNow().AddHours(2), false), CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var lines = await ActivatorUtilities.CreateInstance<SourceTable>(_store.Services).LinesAsync(CancellationToken.None);

        Assert.Equal(
            """
            NAME  KIND    STATE    LAST SUCCESS      7 DAYS  LAG    QUOTA  NEXT RUN
            shop  Ndjson  well     2026-11-23 07:00  2       5 min  1,200  2026-11-23 09:00
            gone  Ndjson  failing  never             0       -      -      2026-11-23 07:15
            """,
            string.Join('\n', lines.Take(3)));
        Assert.StartsWith("gone: There is no file", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_three_mentions_masked_and_keeps_nothing()
    {
        Assert.Equal(0, await SourceCommand.TestAsync(_store.Services, "shop", new StringWriter(_output), new StringWriter(_errors), CancellationToken.None));

        Assert.Contains("shop can be read: 2 mentions", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("b***: Fine", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mallory", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(await Mentions.SourceStatesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Says_why_a_source_cannot_be_read()
    {
        Assert.Equal(1, await SourceCommand.TestAsync(_store.Services, "gone", new StringWriter(_output), new StringWriter(_errors), CancellationToken.None));
        Assert.Contains("gone cannot be read: There is no file", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pauses_a_source_for_the_schedule_and_goes_on_with_it()
    {
        await SourceCommand.PauseAsync(_store.Services, "shop", isPaused: true, new StringWriter(_output), CancellationToken.None);
        Assert.Empty(await Collector.CollectAllAsync([Source("shop")], CancellationToken.None));

        await SourceCommand.PauseAsync(_store.Services, "shop", isPaused: false, new StringWriter(_output), CancellationToken.None);
        Assert.Equal(2, Assert.Single(await Collector.CollectAllAsync([Source("shop")], CancellationToken.None)).Run.Added);
    }

    [Fact]
    public async Task Adds_a_source_that_can_be_read_and_nothing_else()
    {
        string[] settings = [$"--Storage:ConnectionString=Data Source={Path.Combine(_folder, "digestbot.db")}"];
        Assert.Equal(1, await AddAsync(settings, "gone", "/no/such/file"));
        Assert.False(File.Exists(Path.Combine(_folder, "setup.json")));

        Assert.Equal(0, await AddAsync(settings, "shop", Feed));
        await using var again = Program.Build(settings);
        Assert.Equal("shop", Assert.Single(again.Services.GetServices<IMentionSource>()).Name);
        await Assert.ThrowsAsync<CommandException>(() => AddAsync(settings, "shop", Feed));
    }

    [Fact]
    public async Task Asks_for_what_is_missing_and_names_it_when_nobody_can_be_asked()
    {
        string[] settings = [$"--Storage:ConnectionString=Data Source={Path.Combine(_folder, "digestbot.db")}"];
        await using var program = Program.Build(settings);
        var failure = await Assert.ThrowsAsync<CommandException>(() => AddSource.RunAsync(
            program.Services, new(null, "shop", "Acme", []), new(TextReader.Null, TextWriter.Null, canAsk: false), TextWriter.Null, TextWriter.Null, CancellationToken.None));
        Assert.Contains("Kind is missing", failure.Message, StringComparison.Ordinal);

        var answers = new StringReader($"Ndjson\nshop\n{Feed}\n");
        Assert.Equal(0, await AddSource.RunAsync(
            program.Services, new(null, null, "Acme", []), new(answers, new StringWriter(_errors), canAsk: true), new StringWriter(_output), TextWriter.Null, CancellationToken.None));
        Assert.Contains("Path (Path of the NDJSON file): ", _errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> AddAsync(string[] settings, string name, string path)
    {
        await using var program = Program.Build(settings);
        return await AddSource.RunAsync(
            program.Services, new("Ndjson", name, "Acme", [$"Path={path}"]), new(TextReader.Null, TextWriter.Null, canAsk: false), new StringWriter(_output), new StringWriter(_errors), CancellationToken.None);
    }

    private MentionCollector Collector => _store.Services.GetRequiredService<MentionCollector>();

    private IMentionSource Source(string name) => _store.Services.GetServices<IMentionSource>().Single(source => source.Name == name);

    private void Parts(IServiceCollection services) => services
        .AddLogging()
        .AddSingleton<TimeProvider>(_clock)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Sources:0:Name", "shop"), new("Sources:0:Kind", "Ndjson"), new("Sources:1:Name", "gone"), new("Sources:1:Kind", "Ndjson"),
        ]).Build())
        .AddSingleton<IMentionReader>(new LocalReader(new ReadingRules(new("Acme"))))
        .AddSingleton<IMentionSource>(new NdjsonFileSource(new() { Name = "shop", Path = Feed }))
        .AddSingleton<IMentionSource>(new NdjsonFileSource(new() { Name = "gone", Path = "/no/such/file" }))
        .AddSingleton<MentionCollector>();
}
