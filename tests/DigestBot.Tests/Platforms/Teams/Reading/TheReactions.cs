using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>The reaction contract of the product in Teams: by the classic six, by any emoji, taken back by taking it away.</summary>
public sealed class TheReactions
{
    [Theory]
    [InlineData("like")]
    [InlineData("1f440_eyes")]
    [InlineData("LIKE")]
    [InlineData("like-tone3")]
    public async Task Make_whoever_likes_or_looks_own_a_touch_point(string reaction)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(3), reaction));
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);

        await room.HearsAsync(room.Ben.TakesBack(room.Message(3), reaction));
        Assert.Equal(TouchPointState.None, await room.StateOfAsync(3));
    }

    [Theory]
    [InlineData("0031-20e3_keycap1", 1)]
    [InlineData("keycap3", 3)]
    [InlineData("1f51f_keycapten", 10)]
    public async Task Count_on_the_first_message(string reaction, int rank)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(0), reaction));
        Assert.Equal("Dev", (await room.StateOfAsync(rank)).Owner);
    }

    [Fact]
    public async Task Of_liking_the_edition_as_a_whole_are_only_that()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(0), "like"));
        Assert.Empty(await room.AuditAsync());
        Assert.Equal(0, await room.SetAsideAsync());
    }

    [Fact]
    public async Task Count_beside_entries_of_the_list_that_say_nothing()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var reaction = room.Ben.Reacts(room.Message(3), "like");
        reaction.Body["reactionsAdded"]!.AsArray().Insert(0, null);
        reaction.Body["reactionsRemoved"] = new JsonArray((JsonNode?)null);
        await room.HearsAsync(reaction);

        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
        Assert.Empty(await room.PendingAsync());
    }

    [Theory]
    [InlineData("surprised")]
    [InlineData("1f4a1_lightbulb")]
    public async Task Pick_a_suggestion(string reaction)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Reacts(room.Message(2), reaction));
        Assert.Equal("Ana", (await room.StateOfAsync(2)).PickedBy);
    }

    [Theory]
    [InlineData("heart")]
    [InlineData("1f44f_clap")]
    public async Task Thank_for_a_win(string reaction)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Max.Reacts(room.Message(4), reaction));
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);

        await room.HearsAsync(room.Max.TakesBack(room.Message(4), reaction));
        Assert.Equal(0, (await room.StateOfAsync(4)).Kudos);
    }

    [Theory]
    [InlineData("sad")]
    [InlineData("1f44e_no")]
    public async Task Say_that_something_was_not_useful(string reaction)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Reacts(room.Message(9), reaction));
        Assert.Equal(("not-useful", "done"), Assert.Single(await room.AuditAsync()) is var line ? (line.Verb, line.Result) : default);
    }

    [Theory]
    [InlineData("laugh")]
    [InlineData("angry")]
    [InlineData("acme-rocket-of-our-own")]
    public async Task That_mean_nothing_do_nothing(string reaction)
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Reacts(room.Message(4), reaction));
        Assert.Empty(await room.AuditAsync());
        Assert.Equal(0, await room.SetAsideAsync());
    }

    [Fact]
    public async Task Mean_what_the_settings_say_of_them()
    {
        await using var room = await TeamsRoom.OpenAsync(("Reactions:thumbsup", "kudos"), ("Reactions:laugh", "claim"), ("Reactions:open_mouth", ""));
        await room.HearsAsync(room.Max.Reacts(room.Message(4), "like"), room.Ana.Reacts(room.Message(2), "surprised"));
        Assert.Equal(1, (await room.StateOfAsync(4)).Kudos);
        Assert.Null((await room.StateOfAsync(2)).PickedBy);
    }

    [Fact]
    public async Task Change_from_one_to_another_in_a_single_event_without_losing_the_claim()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(3), "like"));
        var changes = room.Ben.Changes(room.Message(3), "like", "1f440_eyes");
        await room.HearsAsync(changes);
        await room.HearsAsync(changes);
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
        Assert.Equal(3, (await room.AuditAsync()).Count);

        await room.HearsAsync(room.Ben.TakesBack(room.Message(3), "1f440_eyes"));
        Assert.Null((await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Close_ones_own_follow_up_with_a_check_mark()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "like"), room.Dev.Reacts(room.Message(3), "2705_whiteheavycheckmark"));
        Assert.Equal(PromiseState.Done, (await room.StateOfAsync(3)).Promise);
    }

    [Fact]
    public async Task Of_people_without_the_right_are_refused_and_leave_a_line()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Max.Reacts(room.Message(2), "1f4a1_lightbulb"));
        var line = Assert.Single(await room.AuditAsync());
        Assert.Equal((room.Max.PersonId(), "pick", "refused: not allowed", "reaction"), (line.By, line.Verb, line.Result, line.Through));
        Assert.Empty(await room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Arriving_three_times_have_one_effect()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var reacts = room.Ben.Reacts(room.Message(3), "like");
        await room.HearsAsync(reacts, reacts);
        await room.HearsAsync(reacts);
        Assert.Single(await room.AuditAsync());
    }

    [Fact]
    public async Task End_as_the_newest_says_in_whatever_order_and_however_often_they_come()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var rank = 0;
        var histories = Gen.Choose(1, 6).SelectMany(length => Gen.Shuffle(Enumerable.Range(0, length).Concat(Enumerable.Range(0, length / 2)).ToArray())).ListOf(9);
        foreach (var order in Gen.Sample(histories, 1).Single())
        {
            rank++;
            var history = Enumerable.Range(0, 6).Select(at => EventAt(room, rank, at)).ToArray();
            foreach (var at in order)
                await room.HearsAsync(history[at]);
            Assert.Equal(order.Max() % 2 == 0 ? "Ben" : null, (await room.StateOfAsync(rank)).Owner);
        }
    }

    [Fact]
    public async Task That_cannot_be_understood_are_set_aside()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var message = room.Message(3);
        var reacts = room.Ben.Reacts(message, "like");
        await room.HearsAsync(
            reacts.With("reactionsAdded", null),
            reacts.With("replyToId", null).With("id", "2"),
            reacts.With("reactionsAdded", new JsonArray(new JsonObject())).With("id", "3"),
            room.Ben.Reacts(message, new string('x', 101)),
            reacts.With("reactionsAdded", new JsonArray([.. Enumerable.Range(0, 51).Select(_ => new JsonObject { ["type"] = "like" })])).With("id", "4"));
        Assert.Equal(5, await room.SetAsideAsync());
        Assert.Empty(await room.AuditAsync());
    }

    [Fact]
    public async Task Count_also_when_Teams_does_not_say_when_they_were_given()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ben.Reacts(room.Message(3), "like").With("timestamp", null));
        Assert.Equal("Ben", (await room.StateOfAsync(3)).Owner);
    }

    // Given, taken, given, ...: the n-th event of Ben's on a message, each a second later.
    private static FakeActivity EventAt(TeamsRoom room, int rank, int at)
    {
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        return at % 2 == 0 ? room.Ben.Reacts(room.Message(rank), "like") : room.Ben.TakesBack(room.Message(rank), "like");
    }
}
