using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Actions;

public sealed class TheInboxWorker
{
    private static readonly InboxItem Item = new("edge", "Ev1", "{}", FakeClock.OnMonday().GetUtcNow());

    [Fact]
    public async Task Is_done_with_what_means_nothing()
    {
        await using var store = await KeptAsync();
        await WorkAsync(store, new InboxWork.Nothing());
        Assert.Equal((0, 0), await LeftAsync(store));
    }

    [Fact]
    public async Task Sets_aside_what_it_cannot_understand()
    {
        await using var store = await KeptAsync();
        await WorkAsync(store, new InboxWork.NotUnderstood());
        Assert.Equal((0, 1), await LeftAsync(store));
    }

    [Fact]
    public async Task Keeps_the_effect_of_an_event_and_is_done_with_it()
    {
        await using var store = await KeptAsync();
        await WorkAsync(store, new InboxWork.Effect(StageAuditAsync));
        Assert.Equal((0, 0), await LeftAsync(store));
        Assert.Single(await store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(audit => audit.NewestAsync(10, default)));
    }

    [Fact]
    public async Task Keeps_nothing_of_an_effect_that_broke_half_way_and_tries_again()
    {
        await using var store = await KeptAsync();
        await WorkAsync(store, new InboxWork.Effect(async (services, stop) =>
        {
            await StageAuditAsync(services, stop);
            throw new InvalidOperationException("broken");
        }));
        Assert.Equal((1, 0), await LeftAsync(store));
        Assert.Empty(await store.ReadAsync<IAuditLog, IReadOnlyList<AuditLine>>(audit => audit.NewestAsync(10, default)));
    }

    [Fact]
    public async Task Lets_a_rush_pass_before_each_item_and_does_a_little_all_the_same()
    {
        await using var store = await KeptAsync();
        var clock = FakeClock.OnMonday();
        using var bell = new InboxSignal();
        for (var i = 0; i < InboxSignal.Many; i++)
            bell.Arriving();
        var working = WorkAsync(store, new InboxWork.Nothing(), bell, clock);
        while (!clock.AdvanceToNextTimer())
        {
            Assert.False(working.IsCompleted, "It did not wait.");
            await Task.Yield();
        }
        await working;
        Assert.Equal((0, 0), await LeftAsync(store));
        bell.Arrived();
        Assert.True(bell.TakeRush()); // while it was looked away
        Assert.False(bell.TakeRush());
    }

    private static Task StageAuditAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IAuditLog>().Append(new(Item.ReceivedAt, "edge:app", "removed", null, "done", "event"));
        return Task.CompletedTask;
    }

    private static async Task<TestStore> KeptAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(Item, default));
        return store;
    }

    private static Task WorkAsync(TestStore store, InboxWork work) => WorkAsync(store, work, new(), FakeClock.OnMonday());

    private static async Task WorkAsync(TestStore store, InboxWork work, InboxSignal bell, FakeClock clock)
    {
        var scopes = store.Services.GetRequiredService<IServiceScopeFactory>();
        var runner = new ActionRunner(scopes, new ActionRegistry([]), new([]), new OutboxSignal(), clock);
        await new InboxWorker(scopes, [new OneReader(work)], runner, bell, new(), clock, NullLogger<InboxWorker>.Instance).HandleAllAsync(default);
    }

    private static async Task<(int Pending, int Dead)> LeftAsync(TestStore store) => (
        (await store.ReadAsync<IInbox, IReadOnlyList<InboxItem>>(inbox => inbox.PendingAsync(10, default))).Count,
        await store.ReadAsync<IInbox, int>(inbox => inbox.DeadCountAsync(default)));

    private sealed class OneReader(InboxWork work) : IInboxReader
    {
        public string Platform => "edge";

        public Task<InboxWork> ReadAsync(InboxItem item, CancellationToken cancellationToken) => Task.FromResult(work);
    }
}
