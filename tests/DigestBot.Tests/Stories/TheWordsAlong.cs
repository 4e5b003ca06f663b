using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Stories;

/// <summary>What people say along with what they do: notes, reasons, another owner.</summary>
public sealed class TheWordsAlong
{
    [Fact]
    public async Task Give_a_picked_touch_point_to_whom_the_executive_names_though_somebody_had_it()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Dev, "claim 2");
        var done = await room.SaysAsync(Cast.Ana, "pick 2 @eve bookings completed up 5 % by 2026-12-18 note: Dev knows the page");
        Assert.Equal("Ana picked number 2, “Show the seat map before payment”: Eve sees to it (follow-up 1, due Friday 18 December). What should change: bookings completed up 5 %", done.Text);
        var followUp = await room.FollowUpAsync(1);
        Assert.Equal((Cast.Eve.Id, Cast.Ana.Id, "Dev knows the page", 2), (followUp!.Owner, followUp.AskedBy, followUp.Note, followUp.Version));
        Assert.Contains("Note: Dev knows the page", Assert.Single(await room.ToldAsync(Cast.Eve)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_it_to_who_has_it_when_nobody_is_named()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Dev, "claim 2");
        await room.SaysAsync(Cast.Ana, "pick 2 bookings up");
        Assert.Equal(Cast.Dev.Id, (await room.FollowUpAsync(1))!.Owner);
    }

    [Fact]
    public async Task Go_with_what_is_handed_over()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Dev, "claim 3");
        await room.SaysAsync(Cast.Dev, "handover 1 @eve by 2026-12-01 note: call them by friday");
        var followUp = await room.FollowUpAsync(1);
        Assert.Equal((Cast.Eve.Id, new DateOnly(2026, 12, 1), "call them by friday"), (followUp!.Owner, followUp.Due!.Value, followUp.Note));
        Assert.Equal(Refusal.NotUnderstood, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Eve, "handover 1 @dev by 2020-01-01")).Why);
    }

    [Fact]
    public async Task Say_why_a_week_was_skipped()
    {
        await using var room = await Room.OpenAsync();
        await room.DraftAsync(Editions.OrdinaryEdition() with { Key = new("weekly", Editions.Week.Next) });
        await room.SaysAsync(Cast.Cleo, "skip because of the holidays");
        var skipped = await room.Store.ReadAsync<IEditionStore, Edition?>(store => store.FindAsync(new("weekly", Editions.Week.Next), default));
        Assert.Equal((EditionState.Skipped, "of the holidays"), (skipped!.State, skipped.SkippedBecause));
    }

    [Fact]
    public async Task Are_kept_with_what_was_not_useful()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Ana, "not-useful 9 old news");
        var feedback = await room.Store.ReadAsync<ITeachings, IReadOnlyList<Feedback>>(teachings => teachings.FeedbackAsync("weekly", default, default));
        Assert.Equal("old news", Assert.Single(feedback).Reason);
    }

    [Fact]
    public async Task Name_any_channel_beside_the_digests_own_to_share_to_and_no_other()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Ana, "share 4 to fake:C-board now");
        Assert.Equal("C-board", Assert.Single(await room.WaitingAsync()).Channel);
        await room.SendAllAsync();
        await room.SaysAsync(Cast.Max, "kudos 4");
        Assert.Equal(["tp4"], await room.ChangingAsync("C-board"));
        Assert.Equal(Refusal.NotFound, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, "share 4 to fake:T02/C-exec now")).Why);
        Assert.Equal(Refusal.NotFound, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, "share 4 to other:C-exec now")).Why);
    }
}
