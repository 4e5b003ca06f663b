using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Stories;

/// <summary>The walk, steps 6 to 11: Monday's meeting in front of the published edition.</summary>
public sealed class TheMeeting
{
    [Fact]
    public async Task Turns_a_picked_suggestion_into_a_follow_up_that_its_owner_hears_of_and_everybody_sees()
    {
        await using var room = await Room.OpenAsync();

        var reply = await room.SaysAsync(Cast.Ana, "pick 2 @eve bookings completed up by 1 dec");

        Assert.Equal(
            "Ana picked number 2, “Show the seat map before payment”: Eve sees to it (follow-up 1, due Tuesday 1 December). What should change: bookings completed up",
            Assert.IsType<ActionReply.Done>(reply).Text);
        var told = Assert.Single(await room.ToldAsync(Cast.Eve));
        Assert.Contains("Ana picked this", told, StringComparison.Ordinal);
        Assert.Contains("done 1", told, StringComparison.Ordinal);
        Assert.Equal(["0", "2"], await room.ChangingAsync("C-exec"));
        Assert.Equal(["0", "2"], await room.ChangingAsync("C-fin"));
        var state = await room.StateOfAsync(2);
        Assert.Equal(("Eve", "Ana", "bookings completed up", new DateOnly(2026, 12, 1)), (state.Owner, state.PickedBy, state.Expected, state.Due));
    }

    [Fact]
    public async Task Has_the_messages_show_ten_clicks_in_a_second_at_once_a_second_after_the_first()
    {
        await using var room = await Room.OpenAsync();
        var first = room.Clock.GetUtcNow();

        for (var click = 0; click < 10; click++)
        {
            await (click % 2 == 0 ? room.ReactsAsync(Cast.Ana, "🙌", on: 4) : room.TakesAwayAsync(Cast.Ana, "🙌", on: 4));
            room.Clock.Advance(TimeSpan.FromMilliseconds(90));
        }

        var waiting = await room.WaitingAsync();
        Assert.Equal(["0", "0", "4", "4"], waiting.Select(delivery => delivery.Key.Part).Order(StringComparer.Ordinal));
        Assert.All(waiting, delivery => Assert.Equal(first.AddSeconds(1), delivery.NotBefore));
    }

    [Fact]
    public async Task Lets_a_reaction_claim_a_touch_point_and_taking_it_away_free_it_for_the_next()
    {
        await using var room = await Room.OpenAsync();

        await room.ReactsAsync(Cast.Ben, "👀", on: 3);
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);

        await room.TakesAwayAsync(Cast.Ben, "👀", on: 3);
        Assert.Equal(TouchPointState.None, await room.StateOfAsync(3));

        await room.ReactsAsync(Cast.Dev, "3️⃣", on: 0);
        Assert.Equal("Dev", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Does_not_undo_a_claim_on_which_something_was_built()
    {
        await using var room = await Room.OpenAsync();
        await room.ReactsAsync(Cast.Dev, "👀", on: 3);
        await room.SaysAsync(Cast.Dev, "snooze 1 until 2026-12-01");

        var refused = Assert.IsType<ActionReply.Refused>(await room.TakesAwayAsync(Cast.Dev, "👀", on: 3));

        Assert.Equal(Refusal.BuiltUpon, refused.Why);
        Assert.Equal("Dev", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Gives_a_touch_point_that_two_claim_at_once_to_one_of_them_and_offers_the_other_to_help()
    {
        await using var room = await Room.OpenAsync();

        var replies = await Task.WhenAll(room.SaysAsync(Cast.Ana, "claim 5"), room.SaysAsync(Cast.Ben, "claim 5"));

        Assert.Single(replies.OfType<ActionReply.Done>());
        var refused = Assert.Single(replies.OfType<ActionReply.Refused>());
        Assert.Equal(Refusal.AlreadyTaken, refused.Why);
        var taken = Assert.Single(await room.OpenAsync());
        var offer = refused.Offers.Single();
        Assert.Equal($"join {taken.Number}", $"{offer.Verb} {offer.Arguments}");

        var second = (await room.StateOfAsync(5)).Owner == "Ana" ? Cast.Ben : Cast.Ana;
        await room.SaysAsync(second, $"{offer.Verb} {offer.Arguments}");
        Assert.Equal([second.Id], (await room.FollowUpAsync(taken.Number))!.Helpers);
    }

    [Fact]
    public async Task Leaves_one_owner_when_ten_claim_at_once()
    {
        await using var room = await Room.OpenAsync();
        var crowd = Enumerable.Range(1, 10).Select(n => Cast.Max with { Id = $"fake:p{n}", Name = $"P{n}" });

        var replies = await Task.WhenAll(crowd.Select(person => room.SaysAsync(person, "claim 1")));

        Assert.Single(replies.OfType<ActionReply.Done>());
        Assert.Single(await room.OpenAsync());
        Assert.Equal(10, (await room.AuditAsync()).Count);
    }

    [Fact]
    public async Task Tells_somebody_without_a_role_that_executives_pick_and_keeps_a_line_of_it()
    {
        await using var room = await Room.OpenAsync();

        var refused = Assert.IsType<ActionReply.Refused>(await room.ReactsAsync(Cast.Max, "💡", on: 2));

        Assert.Equal("Only executives can pick. Ask Ana or Ben.", refused.Text);
        Assert.Empty(await room.OpenAsync());
        Assert.Empty(await room.WaitingAsync());
        var line = Assert.Single(await room.AuditAsync());
        Assert.Equal(("fake:max", "pick", "refused: not allowed", "reaction"), (line.By, line.Verb, line.Result, line.Through));
    }

    [Fact]
    public async Task Counts_thanks_once_a_person_and_shows_the_count()
    {
        await using var room = await Room.OpenAsync();

        await room.SaysAsync(Cast.Ana, "kudos 4");
        await room.ReactsAsync(Cast.Ana, "🙌🏽", on: 4);
        var reply = await room.ReactsAsync(Cast.Max, "❤️", on: 4);

        Assert.Equal(2, (await room.StateOfAsync(4)).Kudos);
        Assert.StartsWith("Max and 1 other thank", reply!.Text, StringComparison.Ordinal);
        Assert.Contains("4", await room.ChangingAsync("C-exec"));

        await room.TakesAwayAsync(Cast.Max, "❤️", on: 4);
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);
    }

    [Fact]
    public async Task Shows_what_a_channel_will_see_before_a_touch_point_is_shared_there()
    {
        await using var room = await Room.OpenAsync();

        var preview = Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Ben, "share 3 to finance"));
        Assert.Equal(3, Assert.IsType<TouchPointsReply>(preview.Content).Points.Single().Rank);
        Assert.Empty(await room.WaitingAsync());

        await room.SaysAsync(Cast.Ben, $"share {preview.Offers.Single().Arguments}");
        var shared = Assert.Single(await room.WaitingAsync());
        Assert.Equal((DeliveryPurpose.Share, "C-fin", "tp3"), (shared.Key.Purpose, shared.Channel, shared.Key.Part));
    }

    [Theory]
    [InlineData("Legal")]
    [InlineData("HR")]
    public async Task Keeps_legal_and_personnel_matters_where_they_are(string department)
    {
        var edition = Editions.OrdinaryEdition();
        await using var room = await Room.OpenAsync(edition with
        {
            TouchPoints = [.. edition.TouchPoints.Select(point => point with { Department = department })],
        });

        var refused = Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ben, "share 3 to finance now"));

        Assert.Equal(Refusal.Withheld, refused.Why);
        Assert.Empty(await room.WaitingAsync());
    }

    [Fact]
    public async Task Does_an_event_that_arrives_three_times_once()
    {
        await using var room = await Room.OpenAsync();
        var item = new InboxItem("fake", "Ev1", "{}", room.Clock.GetUtcNow());
        await room.Store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(item, default));

        await room.ReactsAsync(Cast.Dev, "👀", on: 3, item);
        var again = await room.Store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(item, default));

        Assert.False(again);
        Assert.Empty(await room.Store.ReadAsync<IInbox, IReadOnlyList<InboxItem>>(inbox => inbox.PendingAsync(10, default)));
        Assert.Equal(FollowUpState.Open, Assert.Single(await room.OpenAsync()).State);
    }
}
