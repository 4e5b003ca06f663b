using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using static DigestBot.Tests.Testing.FakePlatform;

namespace DigestBot.Tests.Platforms;

public sealed class TheDispatcher
{
    [Fact]
    public async Task Sends_the_edition_first_and_its_touch_points_in_its_thread_in_order()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync(Office.Composed());

        await office.SendAsync();

        Assert.Equal(["0", "1", "2", "3"], office.PartsIn("C-exec"));
        Assert.Equal(["0", "1", "2", "3"], office.PartsIn("C-all"));
        var first = office.Platform.Messages.First(message => message.Posted.Channel == "C-exec");
        Assert.All(
            office.Platform.Messages.Where(message => message.Posted.Channel == "C-exec" && message.Key.Part != "0"),
            message => Assert.Equal(first.Posted, message.Thread));
        Assert.Equal(8, (await office.InStateAsync(DeliveryState.Sent)).Count);
    }

    [Fact]
    public async Task Looks_before_it_sends_again_when_no_answer_came()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Next(Mishap.TimesOutAfterArriving);
        await office.RequestAsync(Office.Note("1"));

        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(["1"], office.PartsIn("C-exec"));
        Assert.Equal(["post 1", "find 1"], office.Platform.Calls);
        Assert.Equal(DeliveryState.Sent, (await office.FindAsync(Office.Note("1").Key))!.State);
    }

    [Fact]
    public async Task Sends_again_what_it_looked_for_in_vain()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Next(Mishap.TimesOutBeforeArriving);
        await office.RequestAsync(Office.Note("1"));

        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(["post 1", "find 1", "post 1"], office.Platform.Calls);
        Assert.Single(office.Platform.Messages);
    }

    [Fact]
    public async Task Treats_a_client_that_throws_like_an_answer_that_did_not_come()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Next(Mishap.Throws);
        await office.RequestAsync(Office.Note("1"));

        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(["post 1", "find 1", "post 1"], office.Platform.Calls);
    }

    [Fact]
    public async Task Looks_first_after_the_process_was_killed_between_sending_and_recording()
    {
        await using var office = await Office.OpenAsync();
        await office.RequestAsync(Office.Note("1"));
        var taken = await TakeAsync(office);
        await office.Platform.PostAsync(new(taken.Key, taken.Channel, taken.Text!, null), default);

        await office.RestartAsync();
        await office.SendAsync();

        Assert.Equal(["post 1", "find 1"], office.Platform.Calls);
        Assert.Single(office.Platform.Messages);
    }

    [Fact]
    public async Task Shows_the_newest_state_after_finding_an_older_one_that_had_arrived()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Next(Mishap.TimesOutAfterArriving);
        await office.RequestAsync(Office.Note("1"));
        await office.SendAsync();
        await office.RequestAsync(Office.Note("1") with { Text = new("newer", []) });

        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Equal("newer", Assert.IsType<TextContent>(Assert.Single(office.Platform.Messages).Content).Text);
    }

    [Fact]
    public async Task Changes_in_place_what_stands_and_replaces_what_still_waits()
    {
        await using var office = await Office.OpenAsync();
        await office.RequestAsync(Office.Note("1"));
        await office.RequestAsync(Office.Note("1") with { Text = new("second thoughts", []) });
        await office.SendAsync();
        await office.RequestAsync(Office.Note("1") with { Text = new("third thoughts", []) });
        await office.SendAsync();

        Assert.Equal(["post 1", "update 1"], office.Platform.Calls);
        Assert.Equal("third thoughts", Assert.IsType<TextContent>(Assert.Single(office.Platform.Messages).Content).Text);
    }

    [Fact]
    public async Task Asks_the_curators_once_when_nobody_can_tell_and_goes_on_with_the_rest()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.CanTell = false;
        office.Platform.Next(Mishap.TimesOutAfterArriving);
        var edition = await office.PublishAsync(Office.Composed());

        await office.SendForAsync(TimeSpan.FromSeconds(5));

        var doubted = Assert.Single(await office.InStateAsync(DeliveryState.InDoubt));
        Assert.Equal("0", doubted.Key.Part);
        var question = Assert.Single(office.Alerts());
        Assert.Equal([DoubtAlert.StandsVerb, DoubtAlert.ResendVerb], question.Actions.Select(action => action.Verb));
        Assert.All(question.Actions, action => Assert.Equal(doubted.Key, DeliveryKey.Parse(action.Arguments)));
        var other = Office.Digest.Audiences.Single(audience => audience.Name != doubted.Key.Audience);
        Assert.Equal(edition.TouchPoints.Count + 1, office.PartsIn(other.Channel).Count);
    }

    [Fact]
    public async Task Does_not_doubt_what_certainly_did_not_arrive()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.CanTell = false;
        office.Platform.Next(Mishap.IsDown, Mishap.AsksToWait(TimeSpan.FromSeconds(30)), Mishap.IsDown);
        await office.RequestAsync(Office.Note("1"));

        await office.SendForAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["post 1", "post 1", "post 1", "post 1"], office.Platform.Calls);
        Assert.Equal(DeliveryState.Sent, (await office.FindAsync(Office.Note("1").Key))!.State);
    }

    [Fact]
    public async Task Waits_as_long_as_the_platform_asks_and_lets_nothing_overtake_in_the_channel()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Next(Mishap.AsksToWait(TimeSpan.FromSeconds(30)));
        await office.RequestAsync(Office.Note("1"));
        await office.RequestAsync(Office.Note("2"));

        await office.SendForAsync(TimeSpan.FromSeconds(28));
        Assert.Empty(office.Platform.Messages);
        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(["1", "2"], office.PartsIn("C-exec"));
    }

    [Fact]
    public async Task Sets_aside_what_is_refused_and_goes_on_with_the_channel()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Next(Mishap.Refuses);
        await office.RequestAsync(Office.Note("1"));
        await office.RequestAsync(Office.Note("2"));

        await office.SendForAsync(TimeSpan.FromSeconds(2));

        Assert.Equal("The channel is archived.", Assert.Single(await office.InStateAsync(DeliveryState.Dead)).Failure);
        Assert.Equal(["2"], office.PartsIn("C-exec"));
    }

    [Fact]
    public async Task Says_which_platform_is_missing()
    {
        await using var office = await Office.OpenAsync();
        await office.RequestAsync(Office.Note("1", platform: "pigeon"));

        await office.SendAsync();

        Assert.Contains("'pigeon'", Assert.Single(await office.InStateAsync(DeliveryState.Dead)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_the_send_under_way_when_it_is_asked_to_stop_and_begins_no_other()
    {
        await using var office = await Office.OpenAsync();
        var gate = new TaskCompletionSource();
        office.Platform.Gate = gate.Task;
        await office.RequestAsync(Office.Note("1"));
        await office.RequestAsync(Office.Note("2"));
        using var stop = new CancellationTokenSource();
        var running = office.Dispatcher.RunAsync(stop.Token, default);
        await UntilAsync(async () => (await office.InStateAsync(DeliveryState.Sending)).Count == 1);

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        gate.SetResult();
        await running;

        Assert.Equal(["1"], office.PartsIn("C-exec"));
        Assert.Equal(DeliveryState.Waiting, (await office.FindAsync(Office.Note("2").Key))!.State);
    }

    [Fact]
    public async Task Wakes_up_when_something_is_requested()
    {
        await using var office = await Office.OpenAsync();
        using var stop = new CancellationTokenSource();
        var running = office.Dispatcher.RunAsync(stop.Token, default);
        await office.RequestAsync(Office.Note("1"));
        office.Store.Services.GetRequiredService<OutboxSignal>().Ring();

        await UntilAsync(() =>
        {
            office.Clock.AdvanceToNextTimer(within: TimeSpan.FromSeconds(1)); // the pause between two rounds, not a sleep
            return Task.FromResult(office.Platform.Messages.Count == 1);
        });
        await stop.CancelAsync();
        await running;
    }

    private static async Task<Delivery> TakeAsync(Office office) => (await office.Store.Services.GetRequiredService<IDeliveries>()
        .TakeAsync(office.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), default))!;

    // Ends by itself when the condition never comes true; nothing is timed.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
