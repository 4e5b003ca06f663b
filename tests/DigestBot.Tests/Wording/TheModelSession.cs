using System.Collections.Concurrent;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Wording;

public sealed class TheModelSession
{
    private static readonly LanguageModelOptions Options = new() { TokensPerEdition = 1_000, TimeOut = TimeSpan.FromSeconds(20) };
    private readonly FakeClock _clock = FakeClock.OnMonday();
    private readonly KeptAnswers _answers = new();

    [Fact]
    public async Task Never_pays_twice_for_the_same_question()
    {
        var model = new FakeModel(_ => Task.FromResult(new ModelAnswer("yes", 10)));
        Assert.Equal("yes", await Session(model).AskAsync(new("a", "b", 10), default));
        Assert.Equal("yes", await Session(model).AskAsync(new("a", "b", 10), default));
        await Session(model).AskAsync(new("a", "c", 10), default);
        Assert.Equal(2, model.Asked);
    }

    [Fact]
    public async Task Spends_no_more_than_an_edition_may_cost_and_says_so()
    {
        var model = new FakeModel(_ => Task.FromResult(new ModelAnswer("yes", null)));
        using var session = Session(model);
        for (var n = 0; n < 10; n++)
            await session.AskAsync(new("a", $"{n}", 300), default);
        Assert.Equal(3, model.Asked);
        Assert.Contains("TokensPerEdition", session.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_back_what_an_answer_did_not_cost()
    {
        var model = new FakeModel(_ => Task.FromResult(new ModelAnswer("yes", 1)));
        using var session = Session(model);
        for (var n = 0; n < 10; n++)
            await session.AskAsync(new("a", $"{n}", 300), default);
        Assert.Equal(10, model.Asked);
    }

    [Fact]
    public async Task Asks_no_more_after_two_failures_in_a_row_and_says_why()
    {
        var model = new FakeModel(_ => throw new LanguageModelException("it is down"));
        using var session = Session(model);
        for (var n = 0; n < 5; n++)
            Assert.Null(await session.AskAsync(new("a", $"{n}", 10), default));
        Assert.Equal(2, model.Asked);
        Assert.Equal("it is down", session.Trouble);
    }

    [Fact]
    public async Task Waits_no_longer_than_the_settings_say()
    {
        var model = new FakeModel(async stop => { await Task.Delay(Timeout.Infinite, stop); return new("late", 1); });
        using var session = Session(model);
        var asking = session.AskAsync(new("a", "b", 10), default);
        _clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Null(await asking);
        Assert.Contains("in time", session.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_an_edition_up_for_a_minute_at_most()
    {
        var model = new FakeModel(async stop => { await Task.Delay(Timeout.Infinite, stop); return new("late", 1); });
        using var session = new ModelSession(model, _answers, Options with { TimeOut = TimeSpan.FromMinutes(2) }, _clock);
        var asking = Enumerable.Range(0, 12).Select(n => session.AskAsync(new("a", $"{n}", 10), default)).ToList();
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.All(await Task.WhenAll(asking), Assert.Null);
    }

    [Fact]
    public async Task Ends_at_once_with_the_edition_it_is_asked_for()
    {
        var model = new FakeModel(async stop => { await Task.Delay(Timeout.Infinite, stop); return new("late", 1); });
        using var session = Session(model);
        using var end = new CancellationTokenSource();
        var asking = session.AskAsync(new("a", "b", 10), end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Answers_nothing_where_no_model_is_configured()
    {
        using var session = new ModelSession(null, _answers, new(), _clock);
        Assert.False(session.IsOpen);
        Assert.Null(await session.AskAsync(new("a", "b", 10), default));
    }

    private ModelSession Session(ILanguageModel model) => new(model, _answers, Options, _clock);
}

/// <summary>A model in the same process.</summary>
internal sealed class FakeModel(Func<CancellationToken, Task<ModelAnswer>> says) : ILanguageModel
{
    private int _asked;

    public string Name => "fake";

    public int Asked => _asked;

    public Task<ModelAnswer> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return says(cancellationToken);
    }
}

/// <summary>Answers kept in memory; the stores' own are tested by their contract.</summary>
internal sealed class KeptAnswers : IModelAnswers
{
    private readonly ConcurrentDictionary<string, string> _kept = new(StringComparer.Ordinal);

    public Task<string?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(key));

    public Task KeepAsync(string key, string answer, DateTimeOffset at, CancellationToken cancellationToken)
    {
        _kept.TryAdd(key, answer);
        return Task.CompletedTask;
    }

    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);
}
