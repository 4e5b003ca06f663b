using DigestBot.Core.Editions;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>Replies in the threads of the edition.</summary>
public sealed class TheThreads
{
    [Fact]
    public async Task Assign_when_a_reply_begins_with_the_verb()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Writes(SlackRoom.Executives, "assign 3 <@U0DEV> by friday", inThreadOf: room.Message(0)));
        var given = Assert.Single(await room.OpenFollowUpsAsync());
        Assert.Equal(("slack:U0DEV", "tp3", new DateOnly(2026, 11, 27)), (given.Owner, given.TouchPointId, given.Due));
        Assert.Empty(await room.CommentsAsync());
    }

    [Fact]
    public async Task Let_the_number_stand_in_front()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Writes(SlackRoom.Executives, "#3 assign <@U0DEV>", inThreadOf: room.Message(0)));
        Assert.Equal("tp3", Assert.Single(await room.OpenFollowUpsAsync()).TouchPointId);
    }

    [Fact]
    public async Task Close_a_follow_up_with_what_came_of_it()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "eyes"), room.Dev.Writes(SlackRoom.Executives, "done: refunds paid, page fixed", inThreadOf: room.Message(3)));
        var state = await room.StateOfAsync(3);
        Assert.Equal((PromiseState.Done, "refunds paid, page fixed"), (state.Promise, state.Outcome));
    }

    [Fact]
    public async Task Keep_talk_as_comments_that_the_evidence_shows()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Max.Writes(SlackRoom.Executives, "#3: my sister waited &gt; 30 days", inThreadOf: room.Message(0)));
        Assert.Empty(await room.AuditAsync());
        Assert.Equal(0, await room.SetAsideAsync());
        Assert.Empty(await room.PendingAsync());
        var comment = Assert.Single(await room.CommentsAsync());
        Assert.Equal(("tp3", "slack:U0MAX", "my sister waited > 30 days"), (comment.TouchPointId, comment.By, comment.Text));

        await room.HearsAsync(room.Ana.Types("evidence 3"));
        Assert.Contains("my sister waited", Assert.Single(room.Workspace.Ephemeral("U0ANA")).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_a_number_at_the_beginning_of_a_sentence_for_a_word()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Max.Writes(SlackRoom.Executives, "3 people told me the same", inThreadOf: room.Message(0)));
        Assert.Equal(("", "3 people told me the same"), (Assert.Single(await room.CommentsAsync()) is var said ? said.TouchPointId : null, said.Text));
    }

    [Fact]
    public async Task Forget_a_comment_whose_message_is_deleted()
    {
        await using var room = await SlackRoom.OpenAsync();
        var writes = room.Max.Writes(SlackRoom.Executives, "#3: call me on 0151 1234567", inThreadOf: room.Message(0));
        await room.HearsAsync(writes);
        await room.HearsAsync(room.Event(new()
        {
            ["type"] = "message", ["subtype"] = "message_deleted", ["channel"] = SlackRoom.Executives, ["channel_type"] = "channel", ["hidden"] = true,
            ["deleted_ts"] = writes.Body["event"]!["ts"]!.GetValue<string>(), ["ts"] = "1795410000.000900", ["event_ts"] = "1795410000.000900",
        }));
        Assert.Empty(await room.CommentsAsync());
    }

    [Fact]
    public async Task Of_other_messages_and_the_bots_own_words_are_nothing_to_it()
    {
        await using var room = await SlackRoom.OpenAsync();
        var chat = room.Workspace.Store(new() { Ts = "1795400000.000001", Channel = SlackRoom.Executives, User = "U0MAX", Text = "lunch?" });
        var own = room.Max.Writes(SlackRoom.Executives, "claim 3", inThreadOf: room.Message(0));
        own.Body["event"]!["bot_id"] = "B0DIGEST";
        await room.HearsAsync(
            own,
            room.Max.Writes(SlackRoom.Executives, "claim 3"),
            room.Max.Writes(SlackRoom.Executives, "claim 3", inThreadOf: chat),
            room.Workspace.Person(FakeWorkspace.Bot).Writes(SlackRoom.Executives, "claim 3", inThreadOf: room.Message(0)));
        Assert.Empty(await room.AuditAsync());
        Assert.Empty(await room.CommentsAsync());
    }

    [Fact]
    public async Task Say_where_everybody_reads_that_something_can_no_longer_be_taken_back()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "eyes"), room.Dev.Types("snooze 1 until 2026-12-01"));
        await room.HearsAsync(room.Dev.TakesBack(room.Message(3), "eyes"));
        Assert.Contains(room.Workspace.Thread(SlackRoom.Executives, room.Message(0).Ts), said => said.Text.Contains("Something has happened to follow-up 1", StringComparison.Ordinal));
        Assert.Equal("dev", (await room.StateOfAsync(3)).Owner);
    }
}
