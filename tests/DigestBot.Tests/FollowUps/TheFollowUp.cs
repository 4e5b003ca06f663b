using DigestBot.Core.FollowUps;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.FollowUps;

/// <summary>The states of a follow-up, and the ways between them.</summary>
public sealed class TheFollowUp
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    private static readonly Func<FollowUp, DateTimeOffset, FollowUpStep>[] Ways =
    [
        (followUp, at) => followUp.Begin("dev", at),
        (followUp, at) => followUp.Done("dev", "fixed", at),
        (followUp, at) => followUp.Done("dev", null, at),
        (followUp, at) => followUp.Decline("dev", "too dear", at),
        (followUp, at) => followUp.Decline("dev", "  ", at),
        (followUp, at) => followUp.Reopen("ana", at),
        (followUp, at) => followUp.Withdraw("ana", at),
        (followUp, at) => followUp.HandOver("max", "dev", at),
        (followUp, at) => followUp.HandOver("dev", "max", at),
        (followUp, at) => followUp.Snooze(new DateOnly(2026, 12, 1), "dev", at),
        (followUp, at) => followUp.Join("eve", at),
        (followUp, at) => followUp.Join("max", at),
        (followUp, at) => followUp.Pick("ana", "bookings up", at),
    ];

    [Fact]
    public void Keeps_its_books_straight_whatever_is_done_to_it() =>
        Prop.ForAll(Gen.Choose(0, Ways.Length - 1).ListOf().ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_done_with_its_outcome_and_the_day()
    {
        var done = Changed(New().Done("dev", " shipped in 4.2 ", Start.AddDays(3)));

        Assert.Equal((FollowUpState.Done, "shipped in 4.2", Start.AddDays(3)), (done.State, done.Outcome, done.ClosedAt));
    }

    [Fact]
    public void Can_be_told_its_outcome_after_it_was_closed_without_one()
    {
        var done = Changed(New().Done("dev", null, Start.AddDays(3)));

        var told = Changed(done.Done("dev", "38 customers told", Start.AddDays(4)));

        Assert.Equal(("38 customers told", Start.AddDays(3)), (told.Outcome, told.ClosedAt));
        Assert.Equal(FollowUpRefusal.Closed, Why(told.Done("dev", "again", Start.AddDays(5))));
    }

    [Fact]
    public void Needs_a_reason_for_a_no() => Assert.Equal(FollowUpRefusal.NeedsReason, Why(New().Decline("dev", " ", Start)));

    [Fact]
    public void Can_be_taken_back_only_while_nothing_happened_to_it()
    {
        Assert.Equal(FollowUpState.Withdrawn, Changed(New().Withdraw("ana", Start)).State);
        Assert.Equal(FollowUpRefusal.BuiltUpon, Why(Changed(New().Begin("dev", Start)).Withdraw("ana", Start)));
    }

    [Fact]
    public void Cuts_an_endless_outcome_without_breaking_an_emoji()
    {
        var outcome = Changed(New().Done("dev", new string('x', FollowUp.LongestText - 1) + "🎉🎉", Start)).Outcome!;

        Assert.Equal(FollowUp.LongestText - 1, outcome.Length);
    }

    private static bool Holds(IList<int> ways)
    {
        var now = New();
        var at = Start;
        foreach (var way in ways)
        {
            at = at.AddHours(1);
            var step = Ways[way](now, at);
            if (step is not FollowUpStep.Changed { FollowUp: var next })
                continue;
            if (now.State == FollowUpState.Withdrawn || next.Version != now.Version + 1 || next.History.Count != next.Version)
                return false;
            if (next.History[^1].State != next.State || next.IsOpen != (next.ClosedAt is null) || next.Number != now.Number)
                return false;
            if (next.Helpers.Contains(next.Owner) || (next.State == FollowUpState.Declined && next.Outcome is null))
                return false;
            now = next;
        }
        return true;
    }

    private static FollowUp New() => new FollowUp
    {
        Number = 17,
        Edition = new("weekly", new(2026, 46)),
        TouchPointId = "tp3",
        StoryKey = "issue:refunds",
        Headline = "Refunds take too long",
        Owner = "dev",
        AskedBy = "ana",
        CreatedAt = Start,
    }.Taken("ana", Start);

    private static FollowUp Changed(FollowUpStep step) => Assert.IsType<FollowUpStep.Changed>(step).FollowUp;

    private static FollowUpRefusal Why(FollowUpStep step) => Assert.IsType<FollowUpStep.Refused>(step).Why;
}
