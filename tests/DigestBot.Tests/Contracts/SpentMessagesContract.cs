using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Contracts;

/// <summary>What becomes of requests and deliveries after their work is done: what every <see cref="ISpentMessages"/> does.</summary>
public abstract class SpentMessagesContract : StoreContract
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private readonly FakeClock _clock = FakeClock.OnMonday();

    [StoreFact]
    public async Task Forgets_a_request_when_nobody_can_repeat_it_any_more_and_knows_it_again_until_then()
    {
        var old = _clock.GetUtcNow() - SpentMessagesRun.RequestsAreKept;
        await ReceiveAsync("old", old - Moment, isDone: true);
        await ReceiveAsync("younger", old, isDone: true);
        await TidyAsync();
        Assert.False(await AddAsync("younger", old));
        Assert.True(await AddAsync("old", old));
    }

    [StoreFact]
    public async Task Never_forgets_a_request_that_was_not_done_however_old_it_is()
    {
        await ReceiveAsync("pending", DateTimeOffset.UnixEpoch, isDone: false);
        await TidyAsync();
        Assert.Equal("pending", Assert.Single(await Store.ReadAsync((IInbox inbox) => inbox.PendingAsync(10, None))).EventId);
    }

    [StoreFact]
    public async Task Forgets_messages_of_weeks_long_past_that_were_sent_or_given_up_and_no_others()
    {
        var (past, recent) = (new DigestWeek(2026, 38), new DigestWeek(2026, 39)); // 60 days before Monday of week 48
        await EndAsync(past, "sent", DeliveryState.Sent);
        await EndAsync(past, "dead", DeliveryState.Dead);
        await EndAsync(past, "in doubt", DeliveryState.InDoubt);
        await EndAsync(recent, "sent", DeliveryState.Sent);
        await TidyAsync();
        Assert.Equal(["2026-W38 in doubt", "2026-W39 sent"], await KeptAsync());
    }

    [StoreFact]
    public async Task Takes_many_away_in_steps()
    {
        await Store.CommitAsync(services =>
        {
            for (var number = 0; number < 1_200; number++)
                services.GetRequiredService<IOutbox>().Request(Message(new(2025, 10), $"{number}", $"C{number}"));
        });
        var line = Store.Services.GetRequiredService<IDeliveries>();
        var taken = await line.TakeAsync([.. (await line.DueAsync(None)).Select(due => due.Line)], _clock.GetUtcNow(), TimeSpan.FromMinutes(1), None);
        await line.RecordAsync([.. taken.Deliveries.Select(delivery => delivery with { State = DeliveryState.Sent, SentVersion = 1 })], None);
        var spent = Store.Services.GetRequiredService<ISpentMessages>();
        Assert.Equal(100, await spent.DeleteDeliveriesAsync(new(2026, 1), 100, None));
        await TidyAsync();
        Assert.Empty(await KeptAsync());
    }

    private static Delivery Message(DigestWeek week, string part, string channel) =>
        new() { Key = new(DeliveryPurpose.Edition, "weekly", week, "board", part), Platform = "slack", Channel = channel };

    private Task TidyAsync() =>
        new SpentMessagesRun(Store.Services.GetRequiredService<ISpentMessages>(), Store.Services.GetRequiredService<IModelAnswers>(), _clock, NullLogger<SpentMessagesRun>.Instance).RunAsync(None);

    private Task<bool> AddAsync(string id, DateTimeOffset at) => Store.ReadAsync((IInbox inbox) => inbox.AddAsync(new("slack", id, "payload", at), None));

    private async Task ReceiveAsync(string id, DateTimeOffset at, bool isDone)
    {
        Assert.True(await AddAsync(id, at));
        if (isDone)
            await Store.CommitAsync(services => services.GetRequiredService<IInbox>().StageDone(new("slack", id, "payload", at)));
    }

    private async Task EndAsync(DigestWeek week, string part, DeliveryState state)
    {
        await Store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(Message(week, part, "C1")));
        var line = Store.Services.GetRequiredService<IDeliveries>();
        var taken = await line.TakeAsync(_clock.GetUtcNow(), TimeSpan.FromMinutes(1), None);
        Assert.True(await line.RecordAsync(taken! with { State = state, SentVersion = taken.Version }, None));
    }

    private async Task<IReadOnlyList<string>> KeptAsync()
    {
        var kept = new List<string>();
        foreach (var state in Enum.GetValues<DeliveryState>())
            kept.AddRange((await Store.ReadAsync((IOutbox outbox) => outbox.InStateAsync(state, 10, None))).Select(one => $"{one.Key.Week} {one.Key.Part}"));
        return [.. kept.Order(StringComparer.Ordinal)];
    }
}
