using System.Text;
using DigestBot.Cli;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sample;
using DigestBot.Sources.Ndjson;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Cli;

public sealed class TheCollectCommand : IAsyncLifetime
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.CreateAsync(Parts);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Collects_one_source_by_its_name()
    {
        Assert.Equal(0, await RunAsync("social"));
        Assert.Matches("^social: [0-9]+ new, 0 refreshed, 0 skipped$", _output.ToString().Trim());
    }

    [Fact]
    public async Task Collects_all_the_others_when_one_fails_and_says_which()
    {
        Assert.Equal(1, await RunAsync(null));
        Assert.Contains("gone could not be read to the end: There is no file", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("social: ", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggests_the_source_that_was_meant()
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync("socail"));

        Assert.Equal(2, failure.ExitCode);
        Assert.Contains("Did you mean social?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_again_what_was_said_since_a_day_and_nothing_older()
    {
        var since = FakeClock.OnMonday().GetUtcNow().AddDays(-5);
        Assert.Equal(0, await RunAsync("social", since));
        var counts = await Mentions.CountsSinceAsync(since, CancellationToken.None);

        Assert.Equal((await Mentions.SourceStateAsync("social", CancellationToken.None))!.Mentions, counts["social"]);
        Assert.Null((await Mentions.SourceStateAsync("social", CancellationToken.None))!.Cursor);
    }

    [Fact]
    public async Task Passes_over_a_source_that_is_paused_unless_it_is_asked_for()
    {
        await Mentions.PauseAsync("social", FakeClock.OnMonday().GetUtcNow(), CancellationToken.None);
        await RunAsync(null);
        Assert.Contains("social is paused", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, (await Mentions.SourceStateAsync("social", CancellationToken.None))!.Mentions);

        Assert.Equal(0, await RunAsync("social"));
        Assert.NotEqual(0, (await Mentions.SourceStateAsync("social", CancellationToken.None))!.Mentions);
    }

    private IMentionStore Mentions => _store.Services.GetRequiredService<IMentionStore>();

    private Task<int> RunAsync(string? source, DateTimeOffset? since = null) => CollectCommand.RunAsync(_store.Services, source, since, new StringWriter(_output), new StringWriter(_errors), CancellationToken.None);

    private static void Parts(IServiceCollection services) => services
        .AddLogging()
        .AddSingleton<TimeProvider>(FakeClock.OnMonday())
        .AddSingleton<IMentionReader, PlainReader>()
        .AddSingleton<IMentionSource>(new NdjsonFileSource(new() { Name = "gone", Path = "/no/such/file" }))
        .AddSingleton<IMentionSource>(new SampleMentionSource("social", FakeClock.OnMonday()))
        .AddSingleton<MentionCollector>();
}
