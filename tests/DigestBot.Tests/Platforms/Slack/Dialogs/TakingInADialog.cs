using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class TakingInADialog
{
    [Fact]
    public async Task Acts_on_a_suggestion_with_what_should_change_which_way_by_how_much_by_when_and_who()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(2), "Act on this");
        var done = await desk.DoesAsync(
            FrontDesk.Ana, ("owner", "U0EVE"), ("measure", "bookings completed"), ("direction", "up"), ("amount", "5 %"), ("due", "2026-12-18"), ("note", "Ask Legal first"));
        Assert.Equal("Ana picked number 2, “Show the seat map before payment”: Eve sees to it (follow-up 1, due Friday 18 December). What should change: bookings completed up 5 %", done.Text);
        var followUp = await desk.FollowUpAsync(1);
        Assert.True(followUp!.IsPick);
        Assert.Equal(("slack:U0EVE", "slack:U0ANA", "bookings completed up 5 %", "Ask Legal first"), (followUp.Owner, followUp.AskedBy, followUp.Expected, followUp.Note));
        Assert.Equal(new DateOnly(2026, 12, 18), followUp.Due);
    }

    [Fact]
    public async Task Proposes_oneself_up_and_four_weeks_from_today()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(2), "Act on this");
        Assert.Equal(("U0ANA", "up", "2026-12-21"), (ModalForm.Initial(view!, "owner"), ModalForm.Initial(view!, "direction"), ModalForm.Initial(view!, "due")));
        Assert.Contains("Show the seat map before payment", view!.Reads, StringComparison.Ordinal);
        Assert.Contains("I will happily pay for legroom.", view.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_who_picked_it_instead_of_asking_again()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "pick 2 @eve bookings up");
        var view = await desk.PressesAsync(FrontDesk.Ana, "pick tp2");
        Assert.Equal("Ana has picked this already: follow-up 1 is Eve's.", view!.Reads);
    }

    [Theory]
    [InlineData("tp3")]
    [InlineData("tp4")]
    public async Task Picks_suggestions_only(string point)
    {
        await using var desk = await FrontDesk.OpenAsync();
        Assert.Contains("is no suggestion", (await desk.PressesAsync(FrontDesk.Ana, $"pick {point}"))!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assigns_to_anyone_with_date_and_note()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(3), "Assign");
        await desk.DoesAsync(FrontDesk.Ana, ("owner", "U0DEV"), ("due", "2026-11-27"), ("note", "Finance has the numbers"));
        var followUp = await desk.FollowUpAsync(1);
        Assert.Equal(("slack:U0DEV", "Finance has the numbers", (DateOnly?)new DateOnly(2026, 11, 27)), (followUp!.Owner, followUp.Note, followUp.Due));
        var told = Assert.Single(await desk.WaitingAsync());
        Assert.Equal("U0DEV", told.Channel);
    }

    [Theory]
    [InlineData("Answer them by friday")]
    [InlineData("by yesterday it was too late")]
    [InlineData("@slack:U0MAX should know, note: twice")]
    public async Task Looks_for_no_date_and_nobody_in_a_note(string note)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, "assign tp3");
        await desk.DoesAsync(FrontDesk.Ana, ("owner", "U0DEV"), ("note", note));
        var followUp = await desk.FollowUpAsync(1);
        Assert.Equal(("slack:U0DEV", note, (DateOnly?)null), (followUp!.Owner, followUp.Note, followUp.Due));
    }

    [Fact]
    public async Task Says_who_has_it_and_hands_it_over()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev by 2026-11-27");
        var view = await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(3), "Hand over");
        Assert.Contains("Dev has it now, due Friday 27 November. Whoever you choose takes it over.", view!.Reads, StringComparison.Ordinal);
        await desk.DoesAsync(FrontDesk.Ana, ("owner", "U0EVE"));
        Assert.Equal("slack:U0EVE", (await desk.FollowUpAsync(1))!.Owner);
    }

    [Fact]
    public async Task Closes_a_follow_up_with_what_came_of_it()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        var view = await desk.PressesAsync(FrontDesk.Dev, "done 1");
        Assert.Contains("Refunds take longer than the promised 7 days", view!.Reads, StringComparison.Ordinal);
        await desk.DoesAsync(FrontDesk.Dev, ("outcome", "refunds paid,\n\"page\" fixed"));
        var followUp = await desk.FollowUpAsync(1);
        Assert.Equal((FollowUpState.Done, "refunds paid, \"page\" fixed"), (followUp!.State, followUp.Outcome));
    }

    [Fact]
    public async Task Declines_with_the_reason_and_not_without()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        await desk.PressesAsync(FrontDesk.Dev, "decline 1");
        var (errors, _) = await desk.SubmitsAsync(FrontDesk.Dev, ("reason", "   "));
        Assert.Equal("Please write something.", errors["reason"]);
        await desk.DoesAsync(FrontDesk.Dev, ("reason", "two routes forbid it"));
        var followUp = await desk.FollowUpAsync(1);
        Assert.Equal((FollowUpState.Declined, "two routes forbid it"), (followUp!.State, followUp.Outcome));
    }

    [Fact]
    public async Task Moves_the_date_a_week_on_unless_another_is_chosen()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev by 2026-11-24");
        await desk.PressesAsync(FrontDesk.Dev, "snooze 1");
        await desk.DoesAsync(FrontDesk.Dev);
        Assert.Equal(new DateOnly(2026, 11, 30), (await desk.FollowUpAsync(1))!.Due);
    }

    [Fact]
    public async Task Hands_a_follow_up_over_with_a_note_and_keeps_its_date()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev by 2026-11-27");
        await desk.PressesAsync(FrontDesk.Dev, "handover 1");
        await desk.DoesAsync(FrontDesk.Dev, ("owner", "U0EVE"), ("note", "You know the page"));
        var followUp = await desk.FollowUpAsync(1);
        Assert.Equal(("slack:U0EVE", "slack:U0ANA", "You know the page", (DateOnly?)new DateOnly(2026, 11, 27)), (followUp!.Owner, followUp.AskedBy, followUp.Note, followUp.Due));
    }

    [Theory]
    [InlineData("done 1")]
    [InlineData("decline 1")]
    [InlineData("snooze 1")]
    [InlineData("handover 1")]
    public async Task Says_whose_a_follow_up_is_to_somebody_who_may_not_change_it(string button)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        var view = await desk.PressesAsync(FrontDesk.Max, button);
        Assert.StartsWith("Follow-up 1 is Dev's.", view!.Reads, StringComparison.Ordinal);
        Assert.Empty(ModalForm.Inputs(view));
    }

    [Fact]
    public async Task Is_refused_by_the_action_when_the_right_was_lost_meanwhile()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        await desk.PressesAsync(FrontDesk.Dev, "snooze 1");
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @eve");
        var (_, reply) = await desk.SubmitsAsync(FrontDesk.Dev);
        Assert.Equal(Refusal.NotAllowed, Assert.IsType<ActionReply.Refused>(reply).Why);
    }

    [Fact]
    public async Task Takes_a_reason_for_what_is_not_useful()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(9), "Not useful...");
        await desk.DoesAsync(FrontDesk.Ana, ("reason", "known"), ("words", "Ops tells us daily"));
        var feedback = await desk.Store.ReadAsync<ITeachings, IReadOnlyList<Core.Ranking.Feedback>>(teachings => teachings.FeedbackAsync("weekly", default, default));
        Assert.Equal("We know this already. Ops tells us daily", Assert.Single(feedback).Reason);
    }

    [Fact]
    public async Task Corrects_what_was_published_and_not_a_draft()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        Assert.StartsWith("This is still a draft", (await desk.PressesAsync(FrontDesk.Cleo, "correct d6"))!.Reads, StringComparison.Ordinal);
        await desk.PressesAsync(FrontDesk.Cleo, "correct tp6");
        await desk.DoesAsync(FrontDesk.Cleo, ("correction", "It was Android 15, not 16"));
        Assert.Equal("It was Android 15, not 16", (await desk.EditionAsync(Testing.Editions.Week)).TouchPoints[5].Correction);
    }
}
