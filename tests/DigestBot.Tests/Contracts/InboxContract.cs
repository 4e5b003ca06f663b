using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Never lost in, never twice: what every <see cref="IInbox"/> does.</summary>
public abstract class InboxContract : StoreContract
{
    [StoreFact]
    public async Task Keeps_an_item_until_it_is_done_oldest_first()
    {
        InboxItem[] items = [Item("1") with { Payload = Hostile }, Item("0"), Item("2")];
        foreach (var item in items)
            Assert.True(await AddAsync(item));
        await Store.RestartAsync();
        Assert.Equal(items, await PendingAsync());
        Assert.Equal(items[..2], await Store.ReadAsync((IInbox inbox) => inbox.PendingAsync(2, None)));
    }

    [StoreFact]
    public async Task Takes_an_event_once_however_often_and_at_once_it_comes()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AddAsync(Item($"{i % 4}"))));
        Assert.Equal(4, taken.Count(isNew => isNew));
        Assert.Equal(4, (await PendingAsync()).Count);
    }

    [StoreFact]
    public async Task Knows_an_event_again_after_it_is_done_and_after_a_restart()
    {
        await AddAsync(Item("1"));
        await DoneAsync(Item("1"));
        await Store.RestartAsync();
        Assert.False(await AddAsync(Item("1")));
        Assert.Empty(await PendingAsync());
        Assert.True(await AddAsync(Item("1") with { Platform = "teams" }));
    }

    [StoreFact]
    public async Task Marks_done_together_with_the_effect_or_not_at_all()
    {
        await AddAsync(Item("1"));
        await using (var scope = Store.Scope())
            Act(scope.ServiceProvider); // and the process dies before the commit
        Assert.Single(await PendingAsync());
        await Store.CommitAsync(Act);
        Assert.Empty(await PendingAsync());
        Assert.Single(await AuditAsync());
    }

    [StoreFact]
    public async Task Lets_an_item_have_its_effect_once_when_two_handle_it()
    {
        await AddAsync(Item("1"));
        await Store.CommitAsync(Act);
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Store.CommitAsync(Act));
        Assert.Single(await AuditAsync());
    }

    [StoreFact]
    public async Task Sets_an_item_aside_after_too_many_failures()
    {
        await AddAsync(Item("1"));
        await FailAsync("the first reason");
        Assert.Equal(1, Assert.Single(await PendingAsync()).Attempts);
        await FailAsync(Hostile);
        Assert.Equal(0, await DeadAsync());
        await FailAsync("the last reason");
        Assert.Empty(await PendingAsync());
        Assert.Equal(1, await DeadAsync());
        Assert.False(await AddAsync(Item("1")));
    }

    private static InboxItem Item(string id) => new("slack", id, $"payload {id}", Monday);

    private static void Act(IServiceProvider scope)
    {
        scope.GetRequiredService<IAuditLog>().Append(new(Monday, "terminal:ana", "pick", "1", "done", "command"));
        scope.GetRequiredService<IInbox>().StageDone(Item("1"));
    }

    private Task<bool> AddAsync(InboxItem item) => Store.ReadAsync((IInbox inbox) => inbox.AddAsync(item, None));

    private Task DoneAsync(InboxItem item) => Store.CommitAsync(s => s.GetRequiredService<IInbox>().StageDone(item));

    private Task<IReadOnlyList<InboxItem>> PendingAsync() => Store.ReadAsync((IInbox inbox) => inbox.PendingAsync(100, None));

    private Task<int> DeadAsync() => Store.ReadAsync((IInbox inbox) => inbox.DeadCountAsync(None));

    private Task<IReadOnlyList<AuditLine>> AuditAsync() => Store.ReadAsync((IAuditLog audit) => audit.NewestAsync(10, None));

    private Task<bool> FailAsync(string reason) => Store.ReadAsync(async (IInbox inbox) =>
    {
        await inbox.FailedAsync(Item("1"), reason, giveUpAfter: 3, None);
        return true;
    });
}
