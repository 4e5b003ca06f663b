using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>Reactions given and taken while the program was down (the walk, step 18).</summary>
public sealed class TheMissedReactions
{
    [Fact]
    public async Task Are_found_again_at_the_next_start()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(3), "eyes"));
        room.Dev.Reacts(room.Message(0), "one"); // nobody is told
        room.Max.Reacts(room.Message(4), "clap");
        room.Ben.TakesBack(room.Message(3), "eyes");

        await StartsAsync(room);

        Assert.Equal("dev", (await room.StateOfAsync(1)).Owner);
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);
        Assert.Equal(TouchPointState.None, await room.StateOfAsync(3));
        var lines = (await room.AuditAsync()).Count;
        await StartsAsync(room);
        Assert.Equal(lines, (await room.AuditAsync()).Count);
    }

    [Fact]
    public async Task Do_not_overrule_events_that_come_late()
    {
        await using var room = await SlackRoom.OpenAsync();
        var given = room.Ben.Reacts(room.Message(3), "eyes");
        await StartsAsync(room);
        var taken = room.Ben.TakesBack(room.Message(3), "eyes");

        await room.HearsAsync(taken, given);

        Assert.Equal(TouchPointState.None, await room.StateOfAsync(3));
    }

    [Fact]
    public async Task Of_the_bot_itself_are_not_taken_for_anybodys()
    {
        await using var room = await SlackRoom.OpenAsync();
        room.Workspace.Person(FakeWorkspace.Bot).Reacts(room.Message(3), "eyes");
        await StartsAsync(room);
        Assert.Empty(await room.AuditAsync());
    }

    [Fact]
    public async Task Are_left_for_the_next_start_where_slack_does_not_answer()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(3), "eyes"));
        room.Slack.Methods["reactions.get"] = _ => throw SlackSays.No("internal_error");
        await StartsAsync(room);
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public void Are_not_concluded_from_a_list_that_names_only_some()
    {
        var known = new KnownReaction(new("slack", "C1", "1.2"), "U0MAX", "👏", ReactionState.Given, SlackStamp.Earliest);
        Assert.Empty(SlackMissed.Of([new("clap", 60, [])], [known], null, "U0BOT"));
        Assert.True(Assert.Single(SlackMissed.Of([], [known], null, "U0BOT")).IsTakenAway);
    }

    private static async Task StartsAsync(SlackRoom room)
    {
        var asking = room.Store.Services.GetRequiredService<SlackCatchUp>().RunAsync(default);
        while (!asking.IsCompleted)
        {
            // What Slack did not answer is asked again a little later; its time to answer, which is longer, is not taken away.
            room.Clock.AdvanceToNextTimer(within: TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
        await asking;
        await room.WorksAsync();
    }
}
