using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Contracts;

/// <summary>Who holds a delivery, and what happens when the holder dies: the rest of what every <see cref="IDeliveries"/> does.</summary>
public abstract class LeaseContract : OutboxContract
{
    [StoreFact]
    public async Task Hands_each_delivery_to_one_of_many_takers()
    {
        await RequestAsync([.. Enumerable.Range(0, 10).Select(i => Message($"{i}") with { Channel = $"C{i}" })]);
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync()));
        var held = taken.OfType<Delivery>().ToList();
        Assert.Equal(10, held.Select(delivery => delivery.Key).Distinct().Count());
        Assert.Equal(10, held.Count);
        Assert.Equal(10, held.Select(delivery => delivery.Lease).Distinct().Count());
    }

    [StoreFact]
    public async Task Hands_out_again_when_the_lease_is_over_and_says_that_it_was_tried()
    {
        await RequestAsync(Message("1"));
        var first = await TakeAsync();
        Assert.Equal(Now + Lease, await Line.NextDueAsync(None));
        Assert.Null(await TakeAsync((Now + Lease).AddTicks(-1)));
        var second = await TakeAsync(Now + Lease);
        Assert.Equal((0, 1), (first!.Attempts, second!.Attempts));
        Assert.True(second.Lease > first.Lease);
    }

    [StoreFact]
    public async Task Believes_only_who_holds_the_lease()
    {
        await RequestAsync(Message("1"));
        var slow = await TakeAsync();
        var quick = await TakeAsync(Now + Lease);
        Assert.False(await Line.RecordAsync(Sent(slow!) with { Posted = Posted("by the slow one") }, None));
        Assert.True(await Line.RecordAsync(Sent(quick!), None));
        Assert.False(await Line.RecordAsync(Sent(quick!) with { State = DeliveryState.Waiting }, None));
        var ended = await FindAsync(Message("1").Key);
        Assert.Equal((DeliveryState.Sent, Posted("1"), 0), (ended!.State, ended.Posted, ended.Lease));
        Assert.False(await Line.RecordAsync(Sent(Message("unknown")), None));
    }

    [StoreFact]
    public async Task Gives_up_the_leases_of_a_dead_process_at_once()
    {
        await RequestAsync(Message("1"), Message("2") with { Channel = "C2" }, Message("3") with { Channel = "C3" });
        var sent = await TakeAsync();
        await Line.RecordAsync(Sent(sent!), None);
        var dead = await TakeAsync();
        await Store.RestartAsync();
        Assert.Equal(1, await Line.ReleaseAllAsync(None));
        Assert.False(await Line.RecordAsync(Sent(dead!), None));
        var again = await TakeAsync();
        Assert.Equal(("2", 1), (again!.Key.Part, again.Attempts));
        Assert.Equal(("3", 0), ((await TakeAsync())!.Key.Part, 0));
    }

    [StoreFact]
    public async Task Lets_a_person_decide_once_what_is_in_doubt()
    {
        await RequestAsync(Message("1"));
        await Line.RecordAsync((await TakeAsync())! with { State = DeliveryState.InDoubt, Attempts = 1 }, None);
        var doubted = await FindAsync(Message("1").Key);
        await RequestAsync(Message("1")); // something newer is no answer
        Assert.Null(await TakeAsync());
        Assert.True(await Line.RecordAsync(doubted! with { State = DeliveryState.Sent, SentVersion = 1, Posted = Posted("1") }, None));
        Assert.False(await Line.RecordAsync(doubted with { State = DeliveryState.Waiting, Attempts = 0 }, None));
        Assert.Equal((2, 1), ((await TakeAsync())!.Version, 1));
    }

    [StoreFact]
    public async Task Tries_what_was_dead_anew_when_it_is_asked_for_again()
    {
        await RequestAsync(Message("1"));
        await Line.RecordAsync((await TakeAsync())! with { State = DeliveryState.Dead, Postponed = 4, Failure = "channel archived" }, None);
        Assert.Null(await TakeAsync());
        await RequestAsync(Message("1") with { Channel = "C2" });
        var taken = await TakeAsync();
        Assert.Equal(("C2", 0, 0), (taken!.Channel, taken.Attempts, taken.Postponed));
        Assert.Null(taken.Failure);
    }

    [StoreFact]
    public async Task Still_looks_first_when_something_newer_is_asked_for_after_an_unknown_end()
    {
        await RequestAsync(Message("1"));
        await Line.RecordAsync((await TakeAsync())! with { State = DeliveryState.Waiting, Attempts = 1, NotBefore = Now.AddMinutes(1) }, None);
        await RequestAsync(Message("1"));
        Assert.Null(await TakeAsync());
        Assert.Equal(1, (await TakeAsync(Now.AddMinutes(1)))!.Attempts);
    }
}
