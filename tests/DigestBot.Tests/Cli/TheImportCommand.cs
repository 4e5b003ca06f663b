using System.Text;
using DigestBot.Cli;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Cli;

public sealed class TheImportCommand : IAsyncLifetime
{
    private const string Good = """{"id":"1","text":"Nice","createdAt":"2026-11-16T09:00:00Z"}""";

    private readonly string _path = Path.GetTempFileName();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.CreateAsync(Parts);

    public async Task DisposeAsync()
    {
        File.Delete(_path);
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Stores_the_mentions_of_a_file_and_tells_of_bad_lines()
    {
        Assert.Equal(0, await ImportAsync($"{Good}\nbad\n"));

        Assert.Equal("reviews: 1 new, 0 refreshed, 1 skipped", _output.ToString().Trim());
        Assert.Contains("reviews: line 2 skipped: not valid JSON", _errors.ToString(), StringComparison.Ordinal);
        var stored = await _store.ReadAsync<IMentionStore, IReadOnlyList<ReadMention>>(store => store.FindAsync([new MentionId("reviews", "1")], CancellationToken.None));
        Assert.Equal("Nice", Assert.Single(stored).Mention.Text);
    }

    [Fact]
    public async Task Refreshes_what_it_has_imported_before()
    {
        await ImportAsync(Good);

        Assert.Equal(0, await ImportAsync(Good));
        Assert.Contains("reviews: 0 new, 1 refreshed, 0 skipped", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_when_nothing_in_the_file_can_be_read()
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => ImportAsync("bad\n"));

        Assert.Equal(1, failure.ExitCode);
        Assert.Contains("Nothing in", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_without_a_trace_when_there_is_no_such_file()
    {
        File.Delete(_path);

        var failure = await Assert.ThrowsAsync<CommandException>(() => ImportCommand.ImportMentionsAsync(_store.Services, _path, "reviews", new StringWriter(_output), new StringWriter(_errors), CancellationToken.None));
        Assert.Equal(1, failure.ExitCode);
        Assert.Empty(await _store.ReadAsync<IMentionStore, IReadOnlyList<SourceState>>(store => store.SourceStatesAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Keeps_customers_by_their_handle_as_sources_write_it()
    {
        await File.WriteAllTextAsync(_path, "Tier;Handle;Account\ngold;@Jane_Doe;Globex\n;x;\nsilver;bob;Initech\n");

        Assert.Equal(0, await ImportCommand.ImportCustomersAsync(_store.Services, _path, new StringWriter(_output), new StringWriter(_errors), CancellationToken.None));
        Assert.Equal("customers: 2 read, 1 skipped, 2 kept now", _output.ToString().Trim());
        Assert.StartsWith("line 3 skipped", _errors.ToString(), StringComparison.Ordinal);
        var kept = await _store.ReadAsync<ITeachings, IReadOnlyList<Customer>>(teachings => teachings.CustomersAsync(CancellationToken.None));
        Assert.Contains(new Customer("jane_doe", "Globex", "gold"), kept);
    }

    [Fact]
    public async Task Names_the_column_that_a_list_of_customers_lacks()
    {
        await File.WriteAllTextAsync(_path, "handle,account\njo,Globex\n");

        var failure = await Assert.ThrowsAsync<CommandException>(() => ImportCommand.ImportCustomersAsync(_store.Services, _path, new StringWriter(_output), new StringWriter(_errors), CancellationToken.None));
        Assert.Contains("no column tier", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import feed.ndjson")]
    [InlineData("import feed.ndjson --source a/b")]
    [InlineData("import feed.ndjson --source a --customers list.csv")]
    public void Refuses_arguments_that_do_not_go_together(string typed) => Assert.NotEmpty(CommandLine.Root().Parse(typed).Errors);

    private async Task<int> ImportAsync(string feed)
    {
        await File.WriteAllTextAsync(_path, feed);
        return await ImportCommand.ImportMentionsAsync(_store.Services, _path, "reviews", new StringWriter(_output), new StringWriter(_errors), CancellationToken.None);
    }

    private static void Parts(IServiceCollection services) => services
        .AddLogging()
        .AddSingleton<TimeProvider>(FakeClock.OnMonday())
        .AddSingleton<IMentionReader, PlainReader>()
        .AddSingleton<MentionCollector>();
}
