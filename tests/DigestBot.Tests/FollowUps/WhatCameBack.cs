using DigestBot.Core.FollowUps;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.FollowUps;

/// <summary>The buttons below what goes back to the executive who asked; its words are in the story of the week after.</summary>
public sealed class WhatCameBack
{
    [Fact]
    public void Can_be_handed_over_moved_or_let_go_when_it_is_overdue() =>
        Assert.Equal(["snooze 3", "handover 3", "decline 3"], Buttons(Overdue(3)));

    [Fact]
    public void Can_be_opened_again_when_it_was_declined() =>
        Assert.Equal(["reopen 3"], Buttons(Overdue(3) with { State = FollowUpState.Declined, Outcome = "no time" }));

    [Fact]
    public void Fits_five_buttons_however_much_it_is() =>
        Assert.Equal(["handover 1", "handover 2", "handover 3", "handover 4", "followups "], Buttons([.. Enumerable.Range(1, 9).Select(Overdue)]));

    private static IEnumerable<string> Buttons(params IReadOnlyList<FollowUp> followUps) =>
        CameBack.Text(followUps, id => id).Actions.Select(action => $"{action.Verb} {action.Arguments}");

    private static FollowUp Overdue(int number) => new()
    {
        Number = number,
        Edition = new("weekly", Editions.Week),
        TouchPointId = $"tp{number}",
        StoryKey = $"story:{number}",
        Headline = "Refunds take longer than the promised 7 days",
        Owner = "fake:dev",
        AskedBy = "fake:ana",
        Due = new(2026, 11, 14),
        CreatedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
