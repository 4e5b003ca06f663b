using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>What happens to what was taken, until the next edition tells of it, and how it ends.</summary>
public sealed partial class TheWalk
{
    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_16_the_owner_is_reminded_by_day_and_closes_it_in_the_thread(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.SaysAsync("ana", "assign 3 @dev by friday");
        var reminded = new List<string>();
        for (var hour = 0; hour < 24 * 5; hour++)
        {
            company.Clock.Advance(TimeSpan.FromHours(1));
            var told = company.Stage.Told("dev").Count;
            await company.RemindsAsync();
            reminded.AddRange(company.Stage.Told("dev").Skip(told).Select(message => $"{company.Clock.GetUtcNow():ddd HH}"));
        }
        Assert.Equal(["Wed 13", "Fri 13"], reminded);

        // In Teams with the bot's name before it, since Teams tells it nothing else (decisions.md 13).
        await company.Stage.RepliesAsync("dev", await company.MessageAsync(3), "done: refunds paid, page fixed");
        Assert.Equal((FollowUpState.Done, "refunds paid, page fixed"), await company.FollowUpAsync(1) is var done ? (done.State, done.Outcome) : default);
        foreach (var audience in company.Digest.Audiences)
            Assert.Contains("refunds paid, page fixed", (await company.MessageAsync(3, audience)).Reads, StringComparison.Ordinal);
        Assert.Contains(company.Stage.Told("ana"), told => told.Reads.Contains("refunds paid, page fixed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_17_what_is_handed_over_and_declined_goes_back_with_the_reason(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.SaysAsync("ana", "pick 2 @eve bookings completed up");
        await company.Stage.FillsAsync("eve", company.Stage.Told("eve")[^1], "Hand over", ("owner", "@max"));
        Assert.Equal(company.Stage.PersonId("max"), (await company.FollowUpAsync(1)).Owner);

        await company.Stage.FillsAsync("max", company.Stage.Told("max")[^1], "Decline", ("reason", "two routes forbid it"));
        Assert.Equal(FollowUpState.Declined, (await company.FollowUpAsync(1)).State);
        Assert.Contains("two routes forbid it", company.Stage.Told("ana")[^1].Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_18_what_happened_while_the_program_was_down_is_made_up_for_or_said(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        if (platform == "slack")
        {
            var slack = (SlackStage)company.Stage;
            slack.ReactsUnheard("dev", await company.MessageAsync(1), "👀");
            await slack.StartsAgainAsync();
            Assert.Equal("Dev", (await company.StateOfAsync(1)).Owner);
            return;
        }
        // Teams cannot be asked (decisions.md 13): the curators are told once.
        var down = company.Clock.GetUtcNow().AddMinutes(15);
        foreach (var minutes in new[] { 60, 75 })
            await company.Services.GetRequiredService<Standstills>().NoticeAsync(minutes == 60 ? down : down.AddMinutes(60), down.AddMinutes(minutes), default);
        await company.WorksAsync();
        Assert.Contains("Reactions given or taken away in Teams", Assert.Single(company.Stage.In(company.Stage.Curators)).Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_19_next_monday_tells_what_came_of_it(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.SaysAsync("ana", "pick 2 @eve bookings completed up");
        await company.Stage.SaysAsync("eve", "done 1 seats are shown before payment");
        company.Clock.Advance(TimeSpan.FromDays(7));

        var ledger = await company.Store.ReadAsync<LedgerWriter, Ledger>(writer => writer.WriteAsync(company.Digest, default));
        var next = Editions.OrdinaryEdition() with { Key = new("weekly", Editions.Week.Next), Ledger = ledger.Lines, WeeksSinceActed = ledger.WeeksSinceActed };
        await company.PublishAsync(next with { TouchPoints = [.. next.TouchPoints.Select(point => point with { Id = $"w47{point.Id}" })] });

        Assert.Contains("seats are shown before payment", company.Stage.In(company.Stage.Executives)[11].Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_22_after_the_app_is_removed_nothing_more_is_sent(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.RemovesBotAsync("ana");
        var standing = company.Stage.In(company.Stage.Executives).Count;
        var next = Editions.OrdinaryEdition() with { Key = new("weekly", Editions.Week.Next) };
        await company.PublishAsync(next with { TouchPoints = [.. next.TouchPoints.Select(point => point with { Id = $"w47{point.Id}" })] });

        Assert.Equal(standing, company.Stage.In(company.Stage.Executives).Count);
        Assert.Empty(await company.Store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Sent, 100, default)) is var sent ? sent.Where(delivery => delivery.Key.Week == Editions.Week.Next) : []);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_16_what_is_owed_can_be_put_off_and_closed_from_the_message_that_gave_it(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.SaysAsync("ana", "assign 6 @dev by friday");
        await company.Stage.FillsAsync("dev", company.Stage.Told("dev")[^1], "Snooze", ("due", "2026-12-04"));
        Assert.Equal(new DateOnly(2026, 12, 4), (await company.FollowUpAsync(1)).Due);

        await company.Stage.FillsAsync("dev", company.Stage.Told("dev")[0], "Done", ("outcome", "fixed in 8.1.2"));
        Assert.Equal((FollowUpState.Done, "fixed in 8.1.2"), await company.FollowUpAsync(1) is var done ? (done.State, done.Outcome) : default);
        Assert.Contains("fixed in 8.1.2", (await company.MessageAsync(6)).Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_16_what_is_overdue_goes_back_to_who_asked_for_it_once(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.SaysAsync("ana", "assign 6 @dev by tomorrow");
        var before = company.Stage.Told("ana").Count;
        for (var day = 0; day < 4; day++)
        {
            company.Clock.Advance(TimeSpan.FromDays(1));
            await company.RemindsAsync();
        }
        var back = Assert.Single(company.Stage.Told("ana").Skip(before));
        Assert.Contains("App logs people out on Android 16: Dev had it until", back.Reads, StringComparison.Ordinal);
    }
}
