using DigestBot.Tests.Platforms.Teams.Reading;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Answers;

/// <summary>Where an answer goes in Teams, and that it goes there once.</summary>
public sealed class TheWayOfAnAnswer
{
    private const string Channel = TeamsRoom.Executives;

    [Fact]
    public async Task Is_the_personal_chat_for_what_is_asked_there()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Says("wins"));
        var answer = Assert.Single(room.Tenant.Direct(room.Ana));
        Assert.Contains("Lounge staff praised", answer.Reads, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Summary);
    }

    [Fact]
    public async Task Is_the_personal_chat_too_for_what_is_asked_among_others()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var before = room.Tenant.All(Channel).Count;
        await room.HearsAsync(room.Ana.Mentions(Channel, "wins"));
        var answer = Assert.Single(room.Tenant.Direct(room.Ana));
        Assert.Contains("Lounge staff praised", answer.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("Show to everyone here", answer.Buttons.Select(button => button.Title)); // nobody else is there
        Assert.Equal(before + 1, room.Tenant.All(Channel).Count); // her own words
    }

    [Fact]
    public async Task Is_for_the_callers_eyes_in_the_channel_where_Teams_offers_that()
    {
        await using var room = await TeamsRoom.OpenAsync(("Teams:SlashCommands", "true"));
        await room.HearsAsync(room.Ana.Slashes(Channel, "socialwins", room.Message(0)));
        var answer = Assert.Single(room.Tenant.Targeted(room.Ana));
        Assert.Contains("Show to everyone here", answer.Buttons.Select(button => button.Title));
        Assert.Equal((Channel, room.Message(0).Id), (answer.Place, answer.Thread));
        Assert.Empty(room.Tenant.Direct(room.Ana));
    }

    [Fact]
    public async Task Is_said_to_wait_elsewhere_where_the_bot_may_not_write_to_the_person_and_nothing_of_it_is_told()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Uninstalls().With("type", "event"));
        var asks = room.Ana.Mentions(Channel, "wins");
        await room.HearsAsync(asks);
        var said = Assert.Single(room.Tenant.All(Channel), post => post.From == FakeTeams.Bot && post.Card is null);
        Assert.Contains("Add me under Apps", said.Text, StringComparison.Ordinal);
        Assert.Equal(asks.Body["id"]!.GetValue<string>(), said.Thread);
        Assert.DoesNotContain("Lounge", said.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_tried_once_where_it_may_have_arrived()
    {
        await using var room = await TeamsRoom.OpenAsync(("Teams:SlashCommands", "true"));
        await room.HearsAsync(room.Ana.Says("mine"));
        room.Teams.Faults.Next("send", FakeTeamsFault.DropsAfterStoring);
        await room.HearsAsync(room.Ana.Mentions(Channel, "mine"));
        Assert.Single(room.Tenant.Targeted(room.Ana));
        Assert.Single(room.Tenant.Direct(room.Ana));
    }

    [Fact]
    public async Task Is_the_thread_for_what_was_said_in_it()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Mentions(Channel, "assign 3 <at>Dev</at>", room.Message(0)).Naming(room.Dev));
        Assert.Contains(room.Tenant.Thread(Channel, room.Message(0).Id), said => said.Reads.Contains("Dev has number 3", StringComparison.Ordinal));
        Assert.Empty(room.Tenant.Direct(room.Ana));
    }

    [Fact]
    public async Task Is_the_changed_message_alone_for_a_reaction()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "like"), room.Ana.Reacts(room.Message(9), "sad"));
        Assert.Empty(room.Tenant.Direct(room.Dev));
        Assert.Contains("Noted", Assert.Single(room.Tenant.Direct(room.Ana)).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_private_word_when_a_reaction_is_refused()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Max.Reacts(room.Message(2), "surprised"));
        Assert.Contains("Only executives can pick", Assert.Single(room.Tenant.Direct(room.Max)).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_thread_when_a_reaction_taken_away_can_undo_nothing_any_more()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Dev.Reacts(room.Message(3), "like"), room.Dev.Says("start 1"));
        await room.HearsAsync(room.Dev.TakesBack(room.Message(3), "like"));
        Assert.Contains(room.Tenant.Thread(Channel, room.Message(0).Id), said => said.Reads.Contains("Something has happened to follow-up 1", StringComparison.Ordinal));
        Assert.Equal("Dev", (await room.StateOfAsync(3)).Owner);
    }

    [Fact]
    public async Task Is_open_to_everyone_when_an_executive_asks_for_that()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Mentions(Channel, "tell wins", room.Message(0)));
        Assert.Contains(room.Tenant.Thread(Channel, room.Message(0).Id), said => said.Reads.Contains("Ana shows: The wins of week 2026-W46.", StringComparison.Ordinal));
        Assert.Empty(room.Tenant.Direct(room.Ana));
    }

    [Fact]
    public async Task Asks_whether_another_verb_was_meant_with_a_button_that_does_it()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Max.Says("isues"));
        var answer = Assert.Single(room.Tenant.Direct(room.Max));
        Assert.Contains("Did you mean 'issues'?", answer.Reads, StringComparison.Ordinal);
        Assert.Contains(answer.Buttons, button => button.Title == "Yes, issues");
    }

    [Fact]
    public async Task Ends_quietly_when_Teams_says_no_to_all_of_it()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Max.Uninstalls().With("type", "event"));
        await room.HearsAsync(room.Max.Reacts(room.Message(2), "surprised"));
        Assert.Empty(room.Tenant.Direct(room.Max));
        Assert.Empty(await room.PendingAsync());
    }
}
