using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Stories;

/// <summary>The walk, steps 12 to 19: what happens to what was taken, until the next edition tells of it.</summary>
public sealed class TheWeekAfter
{
    [Fact]
    public async Task Reminds_the_owner_two_days_before_and_on_the_day_in_the_owners_daytime_and_once_each()
    {
        await using var room = await Room.OpenAsync(); // Monday, 08:00 in Paris, the middle of the night in New York
        await room.SaysAsync(Cast.Ana, "assign 3 @dev by friday");
        await room.SendAllAsync();

        var told = new List<string>();
        for (var hour = 0; hour < 24 * 5; hour++)
        {
            room.Clock.Advance(TimeSpan.FromHours(1));
            await room.Store.Services.GetRequiredService<ReminderRun>().RunAsync(default);
            told.AddRange((await room.ToldAsync(Cast.Dev)).Select(text => $"{room.Clock.GetUtcNow():ddd HH:mm} {text.Split('\n')[0]}"));
            await room.SendAllAsync();
        }

        Assert.Equal(
            [
                "Wed 13:00 Follow-up 1 is due in 2 days, on Friday: Refunds take longer than the promised 7 days",
                "Fri 13:00 Follow-up 1 is due today: Refunds take longer than the promised 7 days",
            ],
            told);
    }

    [Fact]
    public async Task Closes_a_follow_up_by_a_reply_in_the_thread_and_tells_everybody()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Ana, "assign 3 @dev by friday");
        await room.SendAllAsync();

        await room.RepliesAsync(Cast.Dev, "done: refunds paid, page fixed", on: 3);

        Assert.Equal((FollowUpState.Done, "refunds paid, page fixed"), await room.FollowUpAsync(1) is { } done ? (done.State, done.Outcome) : default);
        Assert.Equal(["0", "3"], await room.ChangingAsync("C-fin"));
        Assert.Contains("refunds paid, page fixed", Assert.Single(await room.ToldAsync(Cast.Ana)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_people_talk_in_a_thread_without_taking_it_for_a_command()
    {
        await using var room = await Room.OpenAsync();

        Assert.Null(await room.RepliesAsync(Cast.Dev, "3 of my friends said the same", on: 3));
        Assert.Empty(await room.AuditAsync());
    }

    [Fact]
    public async Task Gives_what_was_handed_on_and_declined_back_to_the_executive_in_one_message_with_what_else_came_back()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Ana, "pick 2 @eve bookings completed up");
        await room.SaysAsync(Cast.Ana, "assign 6 @dev by tomorrow");
        await room.SendAllAsync();
        room.Clock.Advance(TimeSpan.FromDays(3));

        await room.SaysAsync(Cast.Eve, "handover 1 @max");
        Assert.Contains("follow-up 1", Assert.Single(await room.ToldAsync(Cast.Max)), StringComparison.Ordinal);
        await room.SaysAsync(Cast.Max, "decline 1 because two routes forbid it");

        var told = Assert.Single(await room.ToldAsync(Cast.Ana));
        Assert.Contains("1. Show the seat map before payment: Max says no, because two routes forbid it", told, StringComparison.Ordinal);
        Assert.Contains("2. App logs people out on Android 16: Dev had it until", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_what_is_overdue_back_once_a_week()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Ana, "assign 3 @dev by tomorrow");
        await room.SaysAsync(Cast.Ana, "assign 6 @eve by tomorrow");
        await room.SendAllAsync();

        var messages = 0;
        for (var hour = 0; hour < 24 * 8; hour++)
        {
            room.Clock.Advance(TimeSpan.FromHours(1));
            await room.Store.Services.GetRequiredService<ReminderRun>().RunAsync(default);
            messages += (await room.ToldAsync(Cast.Ana)).Count;
            await room.SendAllAsync();
        }

        Assert.Equal(1, messages);
    }

    [Fact]
    public async Task Tells_next_monday_what_came_of_each_promise()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Ana, "pick 2 @eve bookings completed up by friday");
        await room.SaysAsync(Cast.Dev, "claim 3");
        room.Clock.Advance(TimeSpan.FromDays(3));
        await room.SaysAsync(Cast.Eve, "done 1 seats are shown before payment");
        room.Clock.Advance(TimeSpan.FromDays(4));

        var ledger = await room.Store.ReadAsync<LedgerWriter, Ledger>(writer => writer.WriteAsync(Room.Digest, default));

        Assert.Equal(
            ["Dev Open 7", "Eve Done 3 seats are shown before payment"],
            ledger.Lines.Select(line => $"{line.Owner} {line.State} {line.DaysOpen} {line.Outcome}".TrimEnd()));
        Assert.Equal((1, 1, 1), (ledger.PromisesKept, ledger.PromisesDue, ledger.WeeksSinceActed));
    }

    [Fact]
    public async Task Shows_an_issue_that_came_back_next_week_as_owned_by_whoever_took_it()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Dev, "claim 3");
        room.Clock.Advance(TimeSpan.FromDays(7));
        var next = Editions.OrdinaryEdition() with { Key = new("weekly", Editions.Week.Next) };
        await room.PublishAsync(next with { TouchPoints = [.. next.TouchPoints.Select(point => point with { Id = "w47" + point.Id })] });

        var states = await room.Store.ReadAsync<EditionCards, EditionCard?>(cards => cards.FindAsync(next.Key, default));

        Assert.Equal("Dev", states!.States["w47tp3"].Owner);
        Assert.Equal(Refusal.AlreadyTaken, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ben, "claim 3")).Why);
    }

    [Fact]
    public async Task Lets_a_nomination_wait_until_a_curator_lets_it_count()
    {
        await using var room = await Room.OpenAsync();

        await room.SaysAsync(Cast.Max, "add Marta at the desk saved our holiday, thank you!");

        var alert = Assert.Single(await room.WaitingAsync());
        Assert.Equal((DeliveryPurpose.Alert, "C-cur"), (alert.Key.Purpose, alert.Channel));
        Assert.Empty(await FindAsync(room, "Marta"));
        var button = alert.Text!.Actions.Single();
        Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Max, $"{button.Verb} {button.Arguments}"));

        await room.SaysAsync(Cast.Cleo, $"{button.Verb} {button.Arguments}");

        Assert.Equal("Marta at the desk saved our holiday, thank you!", Assert.Single(await FindAsync(room, "Marta")).Mention.Text);
    }

    [Fact]
    public async Task Teaches_the_ranking_by_what_executives_pick_and_what_they_wave_away()
    {
        await using var room = await Room.OpenAsync();

        await room.SaysAsync(Cast.Ben, "not-useful 9 old news");
        await room.SaysAsync(Cast.Ana, "pick 2");
        await room.SaysAsync(Cast.Ana, "missed 11");
        await room.ReactsAsync(Cast.Ben, "👎", on: 8);
        await room.TakesAwayAsync(Cast.Ben, "👎", on: 8);

        var taught = await room.Store.ReadAsync<ITeachings, IReadOnlyList<Core.Ranking.Feedback>>(
            teachings => teachings.FeedbackAsync("weekly", DateTimeOffset.MinValue, default));
        Assert.Equal(["story:11 1", "story:2 1", "story:9 -0.5"], taught.Select(feedback => FormattableString.Invariant($"{feedback.StoryKey} {feedback.Value}")).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<ReadMention>> FindAsync(Room room, string words) =>
        [.. (await room.Store.Services.GetRequiredService<IMentionStore>().SearchAsync(words, 20, default)).Where(read => read.Counts)];
}
