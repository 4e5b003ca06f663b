using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Slack.Reading;

/// <summary>The reaction contract of the product in Slack: one meaning per emoji, taken back by taking it away.</summary>
public sealed class TheReactions
{
    [Theory]
    [InlineData("eyes", 3)]
    [InlineData("eyes::skin-tone-3", 3)]
    public async Task Make_whoever_looks_own_a_touch_point(string reaction, int rank)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(rank), reaction));
        Assert.Equal("Ben", (await room.StateOfAsync(rank)).Owner);

        await room.HearsAsync(room.Ben.TakesBack(room.Message(rank), reaction));
        Assert.Equal(TouchPointState.None, await room.StateOfAsync(rank));
    }

    [Theory]
    [InlineData("one", 1)]
    [InlineData("two", 2)]
    [InlineData("three", 3)]
    [InlineData("four", 4)]
    [InlineData("five", 5)]
    [InlineData("six", 6)]
    [InlineData("seven", 7)]
    [InlineData("eight", 8)]
    [InlineData("nine", 9)]
    [InlineData("keycap_ten", 10)]
    public async Task Count_on_the_first_message(string reaction, int rank)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(0), reaction));
        Assert.Equal("dev", (await room.StateOfAsync(rank)).Owner);

        await room.HearsAsync(room.Dev.TakesBack(room.Message(0), reaction));
        Assert.Equal(TouchPointState.None, await room.StateOfAsync(rank));
    }

    [Fact]
    public async Task Count_also_when_they_come_without_Slacks_own_time()
    {
        await using var room = await SlackRoom.OpenAsync();
        var reaction = room.Ben.Reacts(room.Message(3), "eyes");
        reaction.Body["event"]!.AsObject().Remove("event_ts");
        await room.HearsAsync(reaction);
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Pick_a_suggestion_with_a_light_bulb()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Reacts(room.Message(2), "bulb"));
        Assert.Equal("Ana", (await room.StateOfAsync(2)).PickedBy);
    }

    [Theory]
    [InlineData("white_check_mark")]
    [InlineData("heavy_check_mark")]
    public async Task Close_ones_own_follow_up_with_a_check_mark(string reaction)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "eyes"), room.Dev.Reacts(room.Message(3), reaction));
        Assert.Empty(await room.OpenFollowUpsAsync());
        Assert.Equal(PromiseState.Done, (await room.StateOfAsync(3)).Promise);

        await room.HearsAsync(room.Dev.TakesBack(room.Message(3), reaction));
        Assert.Equal(FollowUpState.Open, Assert.Single(await room.OpenFollowUpsAsync()).State);
    }

    [Theory]
    [InlineData("raised_hands::skin-tone-5")]
    [InlineData("clap")]
    [InlineData("tada")]
    [InlineData("heart")]
    public async Task Thank_for_a_win(string reaction)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Max.Reacts(room.Message(4), reaction));
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);

        await room.HearsAsync(room.Max.TakesBack(room.Message(4), reaction));
        Assert.Equal(0, (await room.StateOfAsync(4)).Kudos);
    }

    [Fact]
    public async Task Keep_the_thanks_while_one_of_several_says_it_still()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Max.Reacts(room.Message(4), "clap"), room.Max.Reacts(room.Message(4), "tada"));
        await room.HearsAsync(room.Max.TakesBack(room.Message(4), "clap"));
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);

        await room.HearsAsync(room.Max.TakesBack(room.Message(4), "tada"));
        Assert.Equal(0, (await room.StateOfAsync(4)).Kudos);
    }

    [Theory]
    [InlineData("no_entry_sign")]
    [InlineData("thumbsdown")]
    [InlineData("-1::skin-tone-2")]
    public async Task Teach_the_ranking_what_is_not_useful(string reaction)
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Reacts(room.Message(9), reaction));
        Assert.Equal(("slack:U0ANA", "not-useful", "done"), Line(Assert.Single(await room.AuditAsync())));
    }

    [Fact]
    public async Task Mean_nothing_when_they_are_not_in_the_contract_or_not_on_a_message_of_ours()
    {
        await using var room = await SlackRoom.OpenAsync();
        var chat = room.Workspace.Store(new() { Ts = "1795400000.000001", Channel = SlackRoom.Executives, User = "U0MAX", Text = "lunch?" });
        await room.HearsAsync(room.Max.Reacts(room.Message(3), "pizza"), room.Max.Reacts(chat, "eyes"), room.Max.Reacts(room.Message(0), "eyes"));
        Assert.Empty(await room.AuditAsync());
        Assert.Empty(await room.PendingAsync());
        Assert.Equal(0, await room.SetAsideAsync());
    }

    [Fact]
    public async Task Of_the_bot_itself_and_of_files_mean_nothing()
    {
        await using var room = await SlackRoom.OpenAsync();
        var onFile = room.Max.Reacts(room.Message(3), "eyes");
        onFile.Body["event"]!["item"] = new JsonObject { ["type"] = "file", ["file"] = "F024" };
        await room.HearsAsync(room.Workspace.Person(FakeWorkspace.Bot).Reacts(room.Message(3), "eyes"), onFile);
        Assert.Empty(await room.AuditAsync());
        Assert.Equal(0, await room.SetAsideAsync());
    }

    [Fact]
    public async Task Of_somebody_without_the_role_are_answered_in_private_and_audited()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Max.Reacts(room.Message(2), "bulb"));
        Assert.Contains("Only executives can pick.", Assert.Single(room.Told(room.Max)), StringComparison.Ordinal);
        Assert.Empty(await room.OpenFollowUpsAsync());
        Assert.Equal(("slack:U0MAX", "pick", "refused: not allowed"), Line(Assert.Single(await room.AuditAsync())));

        await room.HearsAsync(room.Max.TakesBack(room.Message(2), "bulb"));
        Assert.Single(room.Told(room.Max)); // there is nothing to take back, and nothing to be said about it
    }

    [Fact]
    public async Task Of_the_second_are_told_that_somebody_has_it()
    {
        await using var room = await SlackRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Reacts(room.Message(5), "eyes"), room.Ben.Reacts(room.Message(5), "eyes"));
        Assert.Equal("Ana", (await room.StateOfAsync(5)).Owner);
        Assert.Contains("Ana has number 5", Assert.Single(room.Told(room.Ben)), StringComparison.Ordinal);

        await room.HearsAsync(room.Ben.TakesBack(room.Message(5), "eyes"));
        Assert.Equal("Ana", (await room.StateOfAsync(5)).Owner);
    }

    [Fact]
    public async Task Arriving_three_times_have_one_effect()
    {
        await using var room = await SlackRoom.OpenAsync();
        var reacts = room.Ben.Reacts(room.Message(3), "eyes");
        await room.HearsAsync(reacts, reacts);
        await room.HearsAsync(reacts);
        Assert.Single(await room.AuditAsync());
    }

    [Fact]
    public async Task End_as_the_newest_says_in_whatever_order_and_however_often_they_come()
    {
        await using var room = await SlackRoom.OpenAsync();
        var rank = 0;
        var histories = Gen.Choose(1, 6).SelectMany(length => Gen.Shuffle(Enumerable.Range(0, length).Concat(Enumerable.Range(0, length / 2)).ToArray())).ListOf(9);
        foreach (var order in Gen.Sample(histories, 1).Single())
        {
            var message = room.Message(++rank);
            foreach (var at in order)
                await room.HearsAsync(EventAt(room, message, at));
            Assert.Equal(order.Max() % 2 == 0 ? "Ben" : null, (await room.StateOfAsync(rank)).Owner);
        }
    }

    [Fact]
    public async Task Without_name_or_with_a_broken_time_are_set_aside()
    {
        await using var room = await SlackRoom.OpenAsync();
        var nameless = room.Ben.Reacts(room.Message(3), "eyes");
        nameless.Body["event"]!.AsObject().Remove("reaction");
        var timeless = room.Ben.Reacts(room.Message(4), "eyes");
        timeless.Body["event"]!["event_ts"] = "now";
        await room.HearsAsync(nameless, timeless);
        Assert.Equal(2, await room.SetAsideAsync());
        Assert.Empty(await room.AuditAsync());
    }

    // Given, taken, given, ...: the n-th event of Ben's eyes on a message.
    private static FakeRequest EventAt(SlackRoom room, FakeMessage message, int at) => room.Event(new()
    {
        ["type"] = at % 2 == 0 ? "reaction_added" : "reaction_removed", ["user"] = "U0BEN", ["reaction"] = "eyes",
        ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel, ["ts"] = message.Ts },
        ["event_ts"] = $"1795410000.00{at:D4}",
    });

    private static (string By, string Verb, string Result) Line(Core.Actions.AuditLine line) => (line.By, line.Verb, line.Result);
}
