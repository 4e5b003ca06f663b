using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>The bot shows what became of a touch point as its own reaction, where the setting says so.</summary>
public sealed class TheBotsReactions
{
    private static readonly TouchPointState Owned = new() { Owner = "Eve", Promise = PromiseState.Open };
    private static readonly TouchPointState Done = new() { Owner = "Eve", Promise = PromiseState.Done };

    [Fact]
    public async Task Follow_what_became_of_a_touch_point()
    {
        await using var office = await TeamsOffice.OpenAsync(("Teams:BotReactions", "true"));
        var posted = await PostAsync(office, TouchPointState.None);
        Assert.Empty(Reactions(office, posted));

        await UpdateAsync(office, posted, Owned);
        Assert.Equal([$"{FakeTeams.Bot} {TeamsSign.Taken}"], Reactions(office, posted));
        await UpdateAsync(office, posted, Done);
        Assert.Equal([$"{FakeTeams.Bot} {TeamsSign.Done}"], Reactions(office, posted));
        await UpdateAsync(office, posted, TouchPointState.None);
        Assert.Empty(Reactions(office, posted));
    }

    [Fact]
    public async Task Cost_nothing_while_nothing_has_changed_and_never_more_than_two_a_second()
    {
        await using var office = await TeamsOffice.OpenAsync(("Teams:BotReactions", "true"));
        var posted = await PostAsync(office, Owned);
        var before = office.Teams.Calls.Count(IsReaction);
        await UpdateAsync(office, posted, Owned);
        Assert.Equal(before, office.Teams.Calls.Count(IsReaction));
        Assert.Contains(TimeSpan.FromMilliseconds(500), office.Clock.Waits);
    }

    [Fact]
    public async Task Say_nothing_when_Teams_does_not_take_them()
    {
        await using var office = await TeamsOffice.OpenAsync(("Teams:BotReactions", "true"));
        office.Teams.Faults.Always = call => call.Operation is "react" or "unreact" ? FakeTeamsFault.Says(403, "NotAllowed") : null;
        var posted = await PostAsync(office, Owned);
        Assert.Empty(Reactions(office, posted));
        Assert.Contains(office.Teams.Calls, IsReaction);
    }

    [Fact]
    public async Task Are_not_given_unless_the_setting_says_so()
    {
        await using var office = await TeamsOffice.OpenAsync();
        await PostAsync(office, Owned);
        Assert.DoesNotContain(office.Teams.Calls, IsReaction);
    }

    private static bool IsReaction(FakeTeamsCall call) => call.Operation is "react" or "unreact";

    private static IReadOnlyList<string> Reactions(TeamsOffice office, PostedMessage posted) => office.Tenant.Message(posted.Channel, posted.Id)!.Reactions;

    private static OutgoingMessage Point(TouchPointState state)
    {
        var card = Editions.Ordinary();
        var point = card.Edition.TouchPoints.First(one => one.Rank == 1);
        card = card with { States = new Dictionary<string, TouchPointState>(StringComparer.Ordinal) { [point.Id] = state } };
        return new(new(DeliveryPurpose.Edition, "weekly", Editions.Week, "executives", "1"), FakeTenant.Executives, new TouchPointContent(card, 1), null);
    }

    private static async Task<PostedMessage> PostAsync(TeamsOffice office, TouchPointState state)
    {
        var sent = Assert.IsType<SendResult.Sent>(await office.Platform.PostAsync(Point(state), default));
        await office.Services.GetRequiredService<Errands>().DrainAsync(default);
        return sent.Message;
    }

    private static async Task UpdateAsync(TeamsOffice office, PostedMessage posted, TouchPointState state)
    {
        Assert.IsType<SendResult.Sent>(await office.Platform.UpdateAsync(posted, Point(state), default));
        await office.Services.GetRequiredService<Errands>().DrainAsync(default);
    }
}
