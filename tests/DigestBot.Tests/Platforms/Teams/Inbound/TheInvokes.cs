using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Storage;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>Questions that somebody waits for: who answers them, and what is said when nobody can.</summary>
public sealed class TheInvokes : IAsyncLifetime
{
    private static readonly ActionReply NotYou = new ActionReply.Refused(Refusal.NotAllowed, "Not you.");

    private readonly FakeClock _clock = FakeClock.OnMonday();
    private readonly Handler _handler = new();
    private TestStore _store = null!;
    private TeamsIntake _intake = null!;
    private TeamsWork _work = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync(services => services.AddSingleton<TimeProvider>(_clock));
        var scopes = _store.Services.GetRequiredService<IServiceScopeFactory>();
        var bell = new InboxSignal();
        _intake = new([_handler], scopes, bell, _clock, NullLogger<TeamsIntake>.Instance);
        _work = new(scopes, bell, _clock);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Are_answered_by_who_takes_them()
    {
        _handler.Answer = invoke => Task.FromResult(InvokeResponse.Message($"{invoke.Name} by {invoke.From!.Name}"));
        var answer = await AskAsync(InvokeNames.CardAction);
        Assert.Equal("adaptiveCard/action by Ann Example", answer.Body!["value"]!.GetValue<string>());
        Assert.Null((await AskAsync("config/fetch")).Body);
    }

    public static TheoryData<string, string> Words => new()
    {
        { InvokeNames.CardAction, "value.message" },
        { InvokeNames.TaskFetch, "task.value" },
        { InvokeNames.TaskSubmit, "task.value" },
        { InvokeNames.FetchTask, "task.value" },
        { InvokeNames.SubmitAction, "task.value" },
        { InvokeNames.Query, "composeExtension.text" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Say_in_their_own_form_that_something_broke(string name, string where)
    {
        _handler.Answer = _ => throw new InvalidOperationException("a secret of ours");
        var answer = await AskAsync(name);
        Assert.Equal(200, answer.Status);
        Assert.Contains("nothing was changed", At(answer, where), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Say_before_three_seconds_are_over_that_it_takes_longer(string name, string where)
    {
        _handler.Answer = _ => new TaskCompletionSource<InvokeResponse>().Task;
        var answering = AskAsync(name);
        Assert.True(_clock.AdvanceToNextTimer(within: TimeSpan.FromSeconds(3)));
        Assert.Contains("longer than usual", At(await answering, where), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_so_when_what_they_ask_for_could_not_be_kept()
    {
        _handler.Answer = async invoke => await _work.DoAsync(invoke, default) is null ? InvokeResponse.Nothing : throw new InvalidOperationException();
        await _store.Services.GetRequiredService<StorageEngine>().ExecuteAsync(WriteLane.Normal, "DROP TABLE inbox");
        Assert.Equal(500, (await AskAsync(InvokeNames.CardAction)).Body!["statusCode"]!.GetValue<int>());
    }

    [Fact]
    public async Task Wait_for_what_the_inbox_makes_of_them()
    {
        var doing = _work.DoAsync(Invoke(), default);
        Assert.True(_work.TryTell(await KeptAsync(), NotYou));
        Assert.Equal(NotYou, await doing);
    }

    [Fact]
    public async Task Wait_for_two_seconds_and_no_longer()
    {
        var doing = _work.DoAsync(Invoke(), default);
        var item = await KeptAsync();
        while (!doing.IsCompleted)
            _clock.AdvanceToNextTimer(within: TimeSpan.FromSeconds(2));
        Assert.Null(await doing);
        Assert.False(_work.TryTell(item, NotYou));
    }

    [Fact]
    public async Task Share_one_outcome_when_the_client_repeats_them()
    {
        var first = _work.DoAsync(Invoke(), default);
        var second = _work.DoAsync(Invoke(), default);
        Assert.True(_work.TryTell(await KeptAsync(), NotYou));
        var third = _work.DoAsync(Invoke(), default);
        Assert.All([await first, await second, await third], reply => Assert.Equal(NotYou, reply));
        Assert.Single(await AllKeptAsync());
    }

    [Fact]
    public async Task Leave_the_outcome_to_a_message_when_who_asked_has_hung_up()
    {
        using var hangUp = new CancellationTokenSource();
        var doing = _work.DoAsync(Invoke(), hangUp.Token);
        var item = await KeptAsync();
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => doing);
        Assert.False(_work.TryTell(item, NotYou));
    }

    [Fact]
    public void Are_told_by_nobody_when_nobody_asked() =>
        Assert.False(_work.TryTell(TeamsItem.Of(Invoke(), _clock.GetUtcNow()), NotYou));

    private Task<InvokeResponse> AskAsync(string name) => _intake.ReceiveAsync(TeamsReceived.Read(Sent.Invoke(name).Bytes())!, default);

    private static Activity Invoke() => TeamsReceived.Read(Sent.Invoke(InvokeNames.CardAction).Bytes())!.Activity;

    private static string At(InvokeResponse answer, string path) =>
        path.Split('.').Aggregate((JsonNode?)answer.Body, (node, name) => node?[name])!.GetValue<string>();

    private async Task<InboxItem> KeptAsync()
    {
        while (true)
        {
            if (await AllKeptAsync() is [var only])
                return only;
        }
    }

    private Task<IReadOnlyList<InboxItem>> AllKeptAsync() => _store.ReadAsync<IInbox, IReadOnlyList<InboxItem>>(inbox => inbox.PendingAsync(10, default));

    private sealed class Handler : IInvokeHandler
    {
        public Func<Activity, Task<InvokeResponse>> Answer { get; set; } = _ => Task.FromResult(InvokeResponse.Nothing);

        public bool Takes(Activity invoke) => invoke.Name != "config/fetch";

        public Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken) => Answer(invoke);
    }
}
