using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>What is to be said: what every <see cref="IOutbox"/> and <see cref="IDeliveries"/> does.</summary>
public abstract class OutboxContract : StoreContract
{
    private protected static readonly DateTimeOffset Now = Monday.AddHours(8);
    private protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private protected IDeliveries Line => Store.Services.GetRequiredService<IDeliveries>();

    [StoreFact]
    public async Task Keeps_a_request_as_it_was_made()
    {
        var text = new TextContent(Hostile, [new("done", "It is done", "17", IsPrimary: true)]);
        var asked = Message("1") with { Text = text, NotBefore = Now, Key = Message("1").Key with { Audience = "a|b%" } };
        await RequestAsync(asked);
        await Store.RestartAsync();
        Whole.Same(asked with { Sequence = 1 }, await FindAsync(asked.Key));
        Assert.Null(await FindAsync(Message("2").Key));
    }

    [StoreFact]
    public async Task Hands_out_in_the_order_of_the_first_request_and_finds_by_message()
    {
        await RequestAsync(Message("1"), Message("2"));
        await SendNextAsync("1");
        await SendNextAsync("2");
        Assert.Null(await TakeAsync());
        var sent = await Store.ReadAsync((IOutbox outbox) => outbox.FindAsync(Posted("2"), None));
        Assert.Equal((DeliveryState.Sent, "2"), (sent!.State, sent.Key.Part));
        Assert.Null(await Store.ReadAsync((IOutbox outbox) => outbox.FindAsync(Posted("2") with { Channel = "elsewhere" }, None)));
        var all = await Store.ReadAsync((IOutbox outbox) => outbox.InStateAsync(DeliveryState.Sent, 10, None));
        Assert.Equal(["1", "2"], all.Select(delivery => delivery.Key.Part));
    }

    [StoreFact]
    public async Task Finds_what_was_shared_of_a_touch_point_wherever_it_went()
    {
        Delivery Shared(string channel, string point) => Message(point) with { Channel = channel, Key = Message(point).Key with { Purpose = DeliveryPurpose.Share, Audience = $"slack:{channel}" } };
        await RequestAsync(Shared("C2", "tp1"), Shared("C1", "tp1"), Shared("C1", "tp2"), Message("tp1"));
        var edition = new Core.Editions.EditionKey(Message("1").Key.Digest, Message("1").Key.Week);
        Assert.Equal(["C2", "C1"], (await SharesAsync(edition)).Select(shared => shared.Channel));
        Assert.Empty(await SharesAsync(edition with { Week = edition.Week.Next }));
        Assert.Empty(await SharesAsync(edition with { Digest = "another" }));
    }

    [StoreFact]
    public async Task Replaces_what_waits_by_what_is_newer()
    {
        await RequestAsync(Message("1") with { Text = new("old", []) });
        await RequestAsync(Message("1") with { Text = new("new", []), Channel = "C2" });
        var taken = await TakeAsync();
        Assert.Equal((2, "new", "C2", 1), (taken!.Version, taken.Text!.Text, taken.Channel, taken.Sequence));
        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task Settles_many_requests_into_one_and_lets_none_of_them_put_it_off()
    {
        await RequestAsync(Message("1"));
        await SendNextAsync("1");
        for (var tenths = 0; tenths < 10; tenths++)
            await RequestAsync(Message("1") with { NotBefore = Now.AddSeconds(1 + (tenths / 10.0)) });
        Assert.Null(await TakeAsync(Now.AddSeconds(1).AddTicks(-1)));
        Assert.Equal(Now.AddSeconds(1), await Line.NextDueAsync(None));
        Assert.Equal(11, (await TakeAsync(Now.AddSeconds(1)))!.Version);
    }

    [StoreFact]
    public async Task Does_not_hold_up_a_first_post_for_what_settles()
    {
        await RequestAsync(Message("1"));
        await RequestAsync(Message("1") with { NotBefore = Now.AddSeconds(1) });
        Assert.Equal(2, (await TakeAsync())!.Version);
    }

    [StoreFact]
    public async Task Changes_in_place_what_stands()
    {
        await RequestAsync(Message("1"));
        await SendNextAsync("1");
        await RequestAsync(Message("1") with { Channel = "a channel it never stood in" });
        var taken = await TakeAsync();
        Assert.Equal((2, 1, 0), (taken!.Version, taken.SentVersion, taken.Attempts));
        Assert.Equal((Posted("1"), "C1"), (taken.Posted, taken.Channel));
    }

    [StoreFact]
    public async Task Shows_what_is_newer_also_when_it_was_asked_for_during_the_sending()
    {
        await RequestAsync(Message("1"));
        var sending = await TakeAsync();
        await RequestAsync(Message("1") with { Text = new("newer", []) });
        Assert.Null(await TakeAsync());
        Assert.True(await Line.RecordAsync(Sent(sending!), None));
        var again = await TakeAsync();
        Assert.Equal((2, 1, Posted("1")), (again!.Version, again.SentVersion, again.Posted));
        Assert.True(await Line.RecordAsync(Sent(again), None));
        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task Keeps_the_order_within_a_channel_and_only_there()
    {
        await RequestAsync(Message("1"), Message("2"), Message("3") with { Channel = "C2" }, Message("4") with { Platform = "teams" });
        Assert.Equal("1", (await TakeAsync())!.Key.Part);
        Assert.Equal("3", (await TakeAsync())!.Key.Part);
        Assert.Equal("4", (await TakeAsync())!.Key.Part);
        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task Hands_out_one_of_each_line_that_is_asked_for_and_says_when_the_others_are_due()
    {
        await RequestAsync(Message("1"), Message("2"), In("C2", "3"), In("C3", "4") with { NotBefore = Now.AddHours(1) }, In("C4", "5"));
        var taken = await Line.TakeAsync([.. Lines("C1", "C2", "C3", "empty")], Now, Lease, None);
        Assert.Equal(["1", "3"], taken.Deliveries.Select(delivery => delivery.Key.Part));
        Assert.Equal([new(new("slack", "C3"), Now.AddHours(1))], taken.Later);
        Assert.Equal(DeliveryState.Waiting, (await FindAsync(Message("5").Key))!.State);
        Assert.Empty((await Line.TakeAsync([], Now, Lease, None)).Deliveries);
    }

    [StoreFact]
    public async Task Lists_the_lines_in_which_something_is_to_be_sent_longest_waiting_first()
    {
        await RequestAsync(In(Hostile, "1") with { NotBefore = Now.AddDays(1) }, In("C2", "2"), In("C3", "3"), In("C2", "4"));
        await Line.RecordAsync(Sent((await Line.TakeAsync([.. Lines("C3")], Now, Lease, None)).Deliveries[0]), None);
        var due = await Line.DueAsync(None);
        Assert.Equal(Lines(Hostile, "C2"), due.Select(line => line.Line));
        Assert.Equal([Now.AddDays(1), DateTimeOffset.MinValue], due.Select(line => line.At));
        Assert.Single((await Line.TakeAsync([.. Lines(Hostile)], Now.AddDays(1), Lease, None)).Deliveries);
    }

    [StoreFact]
    public async Task Records_many_at_once_each_by_its_own_lease()
    {
        await RequestAsync(Message("1"), In("C2", "2"), In("C3", "3"));
        var taken = (await Line.TakeAsync([.. Lines("C1", "C2", "C3")], Now, Lease, None)).Deliveries;
        Assert.True(await Line.RecordAsync(Sent(taken[1]), None));
        Assert.Equal([true, false, true], await Line.RecordAsync([Sent(taken[0]), Sent(taken[1]), taken[2] with { State = DeliveryState.Dead, Failure = Hostile }], None));
        Assert.Equal((DeliveryState.Dead, Hostile), ((await FindAsync(Message("3").Key))!.State, (await FindAsync(Message("3").Key))!.Failure));
    }

    [StoreFact]
    public async Task Lets_nothing_overtake_what_the_platform_put_off()
    {
        await RequestAsync(Message("1"), Message("2"));
        var first = await TakeAsync();
        await Line.RecordAsync(first! with { State = DeliveryState.Waiting, Postponed = 1, NotBefore = Now.AddMinutes(1), Failure = "too many" }, None);
        Assert.Null(await TakeAsync());
        Assert.Equal(Now.AddMinutes(1), await Line.NextDueAsync(None));
        var again = await TakeAsync(Now.AddMinutes(1));
        Assert.Equal(("1", 1, 0, "too many"), (again!.Key.Part, again.Postponed, again.Attempts, again.Failure));
    }

    [StoreFact]
    public async Task Lets_what_is_planned_for_later_hold_up_nobody()
    {
        await RequestAsync(Message("1") with { NotBefore = Now.AddDays(1) });
        Assert.Equal(Now.AddDays(1), await Line.NextDueAsync(None));
        await RequestAsync(Message("2"));
        Assert.True(await Line.NextDueAsync(None) <= Now);
        Assert.Equal("2", (await TakeAsync())!.Key.Part);
        Assert.Equal("1", (await TakeAsync(Now.AddDays(1)))?.Key.Part ?? "1 waits behind 2");
    }

    [StoreFact]
    public async Task Lets_a_thread_wait_for_its_head_and_tells_where_it_stands()
    {
        var head = Message("0");
        await RequestAsync(Message("1") with { Channel = "C9", ThreadOf = head.Key.ToString() }, head);
        Assert.Equal("0", (await TakeAsync())!.Key.Part);
        Assert.Null(await TakeAsync());
        await Line.RecordAsync(Sent((await FindAsync(head.Key))!), None);
        var reply = await TakeAsync();
        Assert.Equal(("1", Posted("0")), (reply!.Key.Part, reply.Thread));
    }

    [StoreFact]
    public async Task Lets_a_thread_follow_a_head_that_somebody_has_seen_though_nobody_knows_its_id()
    {
        var head = await SeenAsync();
        var reply = await TakeAsync();
        Assert.Equal(("1", null), (reply!.Key.Part, reply.Thread));
        Assert.Null((await FindAsync(head.Key))!.Posted);
    }

    [StoreFact]
    public async Task Learns_once_where_a_message_stands_that_somebody_has_only_seen()
    {
        var head = await SeenAsync();
        Assert.False(await Line.AdoptAsync(head.Key, Posted("0") with { Channel = "elsewhere" }, None));
        Assert.False(await Line.AdoptAsync(Message("unknown").Key, Posted("0"), None));
        Assert.True(await Line.AdoptAsync(head.Key, Posted("0"), None));
        Assert.False(await Line.AdoptAsync(head.Key, Posted("9"), None));

        Assert.Equal((DeliveryState.Waiting, Posted("0")), ((await FindAsync(head.Key))!.State, (await FindAsync(head.Key))!.Posted));
        Assert.Equal(("0", Posted("0")), ((await TakeAsync())!.Key.Part, (await FindAsync(head.Key))!.Posted));
    }

    [StoreFact]
    public async Task Lets_nobody_claim_another_messages_place_or_one_that_is_in_doubt()
    {
        var head = await SeenAsync();
        await Line.RecordAsync(Sent((await TakeAsync())!), None);
        Assert.False(await Line.AdoptAsync(head.Key, Posted("1"), None));
        var doubted = Message("doubted");
        await RequestAsync(doubted);
        await Line.RecordAsync((await TakeAsync())! with { State = DeliveryState.InDoubt }, None);
        Assert.False(await Line.AdoptAsync(doubted.Key, Posted("8"), None));
    }

    [StoreFact]
    public async Task Does_not_let_a_thread_without_head_block_its_channel()
    {
        var head = Message("0");
        await RequestAsync(head, Message("1") with { ThreadOf = head.Key.ToString() }, Message("next Monday"));
        await Line.RecordAsync((await TakeAsync())! with { State = DeliveryState.InDoubt }, None);
        Assert.Equal("next Monday", (await TakeAsync())!.Key.Part);
        Assert.Equal(Now + Lease, await Line.NextDueAsync(None)); // the thread is not due, only the lease ends
    }

    [StoreFact]
    public async Task Is_due_when_there_is_something_to_send_and_never_when_there_is_nothing()
    {
        Assert.Null(await Line.NextDueAsync(None));
        await RequestAsync(Message("1"));
        Assert.True(await Line.NextDueAsync(None) <= Now);
        await SendNextAsync("1");
        Assert.Null(await Line.NextDueAsync(None));
    }

    private protected static Delivery Message(string part) =>
        new() { Key = new(DeliveryPurpose.Edition, "weekly", Week, "board", part), Platform = "slack", Channel = "C1" };

    private protected static Delivery In(string channel, string part) => Message(part) with { Channel = channel };

    private protected static IEnumerable<ChannelLine> Lines(params IEnumerable<string> channels) => channels.Select(channel => new ChannelLine("slack", channel));

    private protected static PostedMessage Posted(string id) => new("slack", "C1", id);

    private protected static Delivery Sent(Delivery delivery) =>
        delivery with { State = DeliveryState.Sent, Posted = Posted(delivery.Key.Part), SentVersion = delivery.Version };

    private protected Task RequestAsync(params Delivery[] deliveries) => Store.CommitAsync(s =>
    {
        foreach (var delivery in deliveries)
            s.GetRequiredService<IOutbox>().Request(delivery);
    });

    private protected Task<Delivery?> FindAsync(DeliveryKey key) => Store.ReadAsync((IOutbox outbox) => outbox.FindAsync(key, None));

    private protected Task<IReadOnlyList<Delivery>> SharesAsync(Core.Editions.EditionKey edition) =>
        Store.ReadAsync((IOutbox outbox) => outbox.SharesAsync(edition, "tp1", None));

    private protected Task<Delivery?> TakeAsync(DateTimeOffset? now = null) => Line.TakeAsync(now ?? Now, Lease, None);

    private async Task<Delivery> SeenAsync()
    {
        var head = Message("0");
        await RequestAsync(head, Message("1") with { ThreadOf = head.Key.ToString() });
        await Line.RecordAsync((await TakeAsync())! with { State = DeliveryState.InDoubt }, None);
        Assert.Null(await TakeAsync());
        await Line.RecordAsync((await FindAsync(head.Key))! with { State = DeliveryState.Sent, SentVersion = 1 }, None);
        return head;
    }

    private protected async Task SendNextAsync(string part)
    {
        var taken = await TakeAsync();
        Assert.Equal(part, taken!.Key.Part);
        Assert.True(await Line.RecordAsync(Sent(taken), None));
    }
}
