using DigestBot.Core.Editions;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>What is said below the edition: to the bot by name, or among people where the bot may listen.</summary>
public sealed class TheThreads
{
    [Fact]
    public async Task Assign_when_the_bot_is_named_with_the_verb()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Mentions(TeamsRoom.Executives, "assign 3 <at>Dev</at> by friday", room.Message(0)).Naming(room.Dev));
        var given = Assert.Single(await room.OpenFollowUpsAsync());
        Assert.Equal((room.Dev.PersonId(), "tp3", new DateOnly(2026, 11, 27)), (given.Owner, given.TouchPointId, given.Due));
    }

    [Theory]
    [InlineData("#3 claim")]
    [InlineData("claim 3")]
    [InlineData("socialwins claim 3")]
    public async Task Let_the_number_stand_in_front_or_behind(string said)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Mentions(TeamsRoom.Executives, said, room.Message(0)));
        Assert.Equal("Dev", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Act_on_the_message_that_is_answered_rather_than_on_the_thread()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(
            room.Dev.Reacts(room.Message(3), "like"),
            room.Dev.Mentions(TeamsRoom.Executives, "done: refunds paid, page fixed", room.Message(0)).With("replyToId", room.Message(3).Id));
        var state = await room.StateOfAsync(3);
        Assert.Equal((PromiseState.Done, "refunds paid, page fixed"), (state.Promise, state.Outcome));
    }

    [Fact]
    public async Task Close_the_only_follow_up_that_somebody_has_without_its_number()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "like"), room.Dev.Mentions(TeamsRoom.Executives, "done: refunds paid", room.Message(0)));
        Assert.Equal("refunds paid", (await room.StateOfAsync(3)).Outcome);
    }

    [Fact]
    public async Task Keep_talk_as_comments_where_the_team_lets_the_bot_listen()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var said = room.Max.Talks(room.Message(0), "#3: my sister waited &gt; 30 days");
        await room.HearsAsync(said);
        var comment = Assert.Single(await room.CommentsAsync());
        Assert.Equal(("tp3", room.Max.PersonId(), "my sister waited > 30 days"), (comment.TouchPointId, comment.By, comment.Text));
        Assert.Empty(await room.AuditAsync());

        await room.HearsAsync(said.With("type", "messageUpdate").With("text", "#4: my sister waited 40 days").With("timestamp", "2026-11-23T10:00:00Z"));
        Assert.Equal(("tp4", "my sister waited 40 days"), Assert.Single(await room.CommentsAsync()) is var changed ? (changed.TouchPointId, changed.Text) : default);

        await room.HearsAsync(said.With("type", "messageDelete").With("text", null).From(null).With("timestamp", "2026-11-23T10:00:01Z"));
        Assert.Empty(await room.CommentsAsync());
    }

    [Fact]
    public async Task Of_other_messages_are_nothing_to_it()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var lunch = room.Max.Writes(TeamsRoom.Executives, "lunch?");
        await room.HearsAsync(
            room.Max.Talks(lunch, "claim 3"),
            room.Max.Talks(lunch, "when?"),
            room.Max.Talks(room.Message(0), "claim 3").From(new() { ["id"] = "28:other-bot", ["role"] = "bot", ["aadObjectId"] = room.Max.Id }));
        Assert.Empty(await room.AuditAsync());
        Assert.Empty(await room.CommentsAsync());
        Assert.Empty(await room.PendingAsync());
    }

    [Fact]
    public async Task Change_nothing_when_a_command_is_edited_afterwards()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var claim = room.Dev.Mentions(TeamsRoom.Executives, "claim 3", room.Message(0));
        await room.HearsAsync(claim, claim.With("type", "messageUpdate").With("text", "<at>DigestBot</at> claim 5"));
        Assert.Equal("tp3", Assert.Single(await room.OpenFollowUpsAsync()).TouchPointId);
    }
}
