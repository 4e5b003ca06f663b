using DigestBot.Core.Actions;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Answers;

/// <summary>Where an answer goes, and that it goes there once.</summary>
public sealed class TheWayOfAnAnswer
{
    [Fact]
    public async Task Is_the_response_address_and_nobody_else_sees_it()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.AsksAsync(Lobby.Ana, "wins", place: to => to with { ResponseUrl = lobby.ResponseUrl(Lobby.Ana) });

        Assert.Contains("Lounge staff praised", Assert.Single(lobby.Workspace.Ephemeral("U0ANA")).Reads, StringComparison.Ordinal);
        Assert.Empty(lobby.Workspace.All("C0EXEC"));
        Assert.Equal(0, lobby.Slack.Count("chat.postEphemeral"));
    }

    [Fact]
    public async Task Is_the_channel_when_the_address_is_used_up()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.AsksAsync(Lobby.Ana, "wins", place: to => to with { ResponseUrl = $"{lobby.Slack.Address}response/gone" });

        Assert.Single(lobby.Workspace.Ephemeral("U0ANA"));
        Assert.Equal(1, lobby.Slack.Count("chat.postEphemeral"));
    }

    [Fact]
    public async Task Is_a_direct_message_where_the_bot_cannot_write()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.AsksAsync(Lobby.Max, "mine", place: to => to with { Channel = "C0RANDOM" });

        Assert.Contains("You owe nothing", Assert.Single(lobby.Workspace.Direct("U0MAX")).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_tried_once_where_it_may_have_arrived()
    {
        await using var lobby = await Lobby.OpenAsync();
        lobby.Slack.Faults.Next("chat.postEphemeral", FakeFault.DropsAfterStoring);

        await lobby.AsksAsync(Lobby.Ana, "mine");

        Assert.Single(lobby.Workspace.Ephemeral("U0ANA"));
        Assert.Empty(lobby.Workspace.Direct("U0ANA"));
    }

    [Fact]
    public async Task Ends_quietly_when_Slack_says_no_to_all_of_it()
    {
        await using var lobby = await Lobby.OpenAsync();
        lobby.Workspace.Refusal = "account_inactive";

        await lobby.AsksAsync(Lobby.Ana, "mine");

        Assert.Empty(lobby.Workspace.Direct("U0ANA"));
    }

    [Fact]
    public async Task Is_private_for_what_everyone_sees_on_the_message_anyway()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.AsksAsync(Lobby.Dev, "claim tp3", Through.Button);

        var answer = Assert.Single(lobby.Workspace.Ephemeral("U0DEV"));
        Assert.Contains("Dev owns number 3", answer.Reads, StringComparison.Ordinal);
        Assert.Contains("undo claim tp3", answer.Buttons.Select(button => button.Value));
        Assert.Empty(lobby.Workspace.All("C0EXEC"));
    }

    [Fact]
    public async Task Is_the_thread_for_what_was_said_in_it()
    {
        await using var lobby = await Lobby.OpenAsync();
        var thread = lobby.Thread();

        await lobby.AsksAsync(Lobby.Ana, "assign 3 @dev", Through.Reply, to => to with { Thread = thread });

        Assert.Contains("Dev has number 3", Assert.Single(lobby.Workspace.Thread("C0EXEC", thread)).Reads, StringComparison.Ordinal);
        Assert.Empty(lobby.Workspace.Ephemeral("U0ANA"));
    }

    [Fact]
    public async Task Is_the_thread_when_a_reaction_taken_away_can_undo_nothing_any_more()
    {
        await using var lobby = await Lobby.OpenAsync();
        var thread = await lobby.StandsAsync();
        await lobby.AsksAsync(Lobby.Dev, "claim 3");
        await lobby.AsksAsync(Lobby.Dev, "start 1");

        var reply = await lobby.AsksAsync(Lobby.Dev, "undo claim 3", Through.Reaction);

        Assert.Equal(Refusal.BuiltUpon, Assert.IsType<ActionReply.Refused>(reply).Why);
        Assert.Contains("Something has happened to follow-up 1 since", Assert.Single(lobby.Workspace.Thread("C0EXEC", thread)).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_changed_message_alone_for_a_reaction()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.AsksAsync(Lobby.Dev, "claim 3", Through.Reaction);
        await lobby.AsksAsync(Lobby.Ana, "not-useful 9", Through.Reaction);

        Assert.Empty(lobby.Workspace.Ephemeral("U0DEV"));
        Assert.Contains("Noted", Assert.Single(lobby.Workspace.Ephemeral("U0ANA")).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_private_for_any_other_refusal()
    {
        await using var lobby = await Lobby.OpenAsync();
        var thread = lobby.Thread();

        await lobby.AsksAsync(Lobby.Max, "pick 2", Through.Reaction, to => to with { Thread = thread });

        Assert.Contains("Only executives can pick", Assert.Single(lobby.Workspace.Ephemeral("U0MAX")).Reads, StringComparison.Ordinal);
        Assert.Empty(lobby.Workspace.Thread("C0EXEC", thread));
    }

    [Fact]
    public async Task Is_open_to_everyone_when_an_executive_asks_for_that()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.AsksAsync(Lobby.Ana, "tell wins", Through.Button, to => to with { ResponseUrl = lobby.ResponseUrl(Lobby.Ana) });

        var shown = Assert.Single(lobby.Workspace.Messages("C0EXEC"));
        Assert.Contains("Ana shows: The wins of week 2026-W46.", shown.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("tell wins", shown.Buttons.Select(button => button.Value));
    }

    [Fact]
    public async Task Begins_anew_where_the_last_page_ended()
    {
        await using var lobby = await Lobby.OpenAsync();
        await lobby.HearAsync("zendesk", Enumerable.Range(1, 12).Select(at => new Core.Mentions.Mention(new("zendesk", $"m{at}"), $"traveller{at}", "Acme lost my bag", lobby.Clock.GetUtcNow().AddHours(-at))));

        await lobby.AsksAsync(Lobby.Ana, "more 5 search lost bag");

        var answer = Assert.Single(lobby.Workspace.Ephemeral("U0ANA"));
        Assert.Contains("traveller6 on", answer.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("traveller5 on", answer.Reads, StringComparison.Ordinal);
        Assert.Contains("more 10 search lost bag", answer.Buttons.Select(button => button.Value));
    }
}
