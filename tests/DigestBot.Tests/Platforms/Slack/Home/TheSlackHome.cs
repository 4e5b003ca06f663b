using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Tests.Platforms.Slack.Answers;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Home;

/// <summary>What a person finds on opening the bot.</summary>
public sealed class TheSlackHome
{
    [Fact]
    public async Task Teaches_what_will_stand_there_before_anything_does()
    {
        await using var lobby = await Lobby.BeforeAnyEditionAsync();

        var home = await OpenAsync(lobby, Lobby.Max);

        Assert.Contains("You owe nothing.", home.Reads, StringComparison.Ordinal);
        Assert.Contains("The first edition comes Monday 30 November, 08:00 (your time)", home.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("Sources", home.Reads, StringComparison.Ordinal);
        Matches("empty", home);
    }

    [Fact]
    public async Task Shows_what_the_person_owes_and_the_week_and_what_comes_next()
    {
        await using var lobby = await Lobby.OpenAsync();
        await lobby.AsksAsync(Lobby.Ana, "assign 3 @dev by friday ask finance");
        await lobby.AsksAsync(Lobby.Dev, "claim 1");

        var home = await OpenAsync(lobby, Lobby.Dev);

        Assert.Contains("asked by Ana", home.Reads, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string?> { "done 1", "snooze 1", "handover 1", "decline 1", "done 2" }, Values(home).ToHashSet());
        Assert.Contains("Next edition · Monday 30 November, 02:00 (your time)", home.Reads, StringComparison.Ordinal);
        Matches("ordinary", home);
    }

    [Fact]
    public async Task Links_to_the_edition_where_it_stands()
    {
        await using var lobby = await Lobby.OpenAsync();
        await lobby.StandsAsync();

        var home = await OpenAsync(lobby, Lobby.Max);

        Assert.Contains(home.View.OfType("button"), button => button.Text("url")?.Contains("C0EXEC", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Shows_the_health_of_the_sources_to_curators()
    {
        await using var lobby = await Lobby.OpenAsync();
        await lobby.HearAsync("zendesk", Said(lobby, "z1"));

        Assert.Contains("Zendesk", (await OpenAsync(lobby, Lobby.Cleo)).Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("Zendesk · 1 mention", (await OpenAsync(lobby, Lobby.Max)).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_raw_minutes_once_they_are_asked_for_and_counts_the_weeks()
    {
        await using var lobby = await WithRawMinutesAsync();
        var before = await OpenAsync(lobby, Lobby.Max);
        Assert.Contains("raw", Values(before));
        Assert.DoesNotContain("lost my bag", before.Reads, StringComparison.Ordinal);

        await lobby.AsksAsync(Lobby.Max, "raw", Through.Button, OnHome);

        var after = lobby.Workspace.Home("U0MAX")!;
        Assert.Contains("You have read 1 week so far.", after.Reads, StringComparison.Ordinal);
        Assert.Contains("Acme lost my bag", after.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("You have read", (await OpenAsync(lobby, Lobby.Dev)).Reads, StringComparison.Ordinal);
        Matches("raw-minutes", after);
    }

    [Fact]
    public async Task Lets_a_raw_message_be_said_to_have_belonged_in_the_ten()
    {
        await using var lobby = await WithRawMinutesAsync();
        await lobby.AsksAsync(Lobby.Max, "raw", Through.Button, OnHome);
        var value = Values(lobby.Workspace.Home("U0MAX")!).First(found => found!.StartsWith("missed", StringComparison.Ordinal))!;

        await lobby.AsksAsync(Lobby.Max, value, Through.Button, OnHome);

        Assert.Contains("Noted: this should have been in the ten.", lobby.Workspace.Home("U0MAX")!.Reads, StringComparison.Ordinal);
        var taught = await lobby.Store.ReadAsync((ITeachings teachings) => teachings.FeedbackAsync("weekly", DateTimeOffset.MinValue, default));
        Assert.Equal(("other:lost luggage", 1), (Assert.Single(taught).StoryKey, taught[0].Value));
    }

    [Fact]
    public async Task Says_on_itself_what_came_of_a_button_pressed_on_it()
    {
        await using var lobby = await Lobby.OpenAsync();
        await lobby.AsksAsync(Lobby.Dev, "claim 1");

        await lobby.AsksAsync(Lobby.Dev, "done 1 page fixed", Through.Button, OnHome);

        var home = lobby.Workspace.Home("U0DEV")!;
        Assert.StartsWith("Follow-up 1 is done", home.Reads, StringComparison.Ordinal);
        Assert.Contains("You owe nothing.", home.Reads, StringComparison.Ordinal);
        Assert.Empty(lobby.Workspace.Direct("U0DEV"));
    }

    [Fact]
    public async Task Keeps_every_limit_for_the_worst_week_and_a_desk_full_of_promises()
    {
        await using var lobby = await Lobby.OpenAsync(WorstEdition.Card().Edition with { RawMinutes = [.. Enumerable.Range(1, 5).Select(at => new MentionId("zendesk", $"r{at}"))] });
        await lobby.HearAsync("zendesk", WorstEdition.Attacks.Take(5).Select((attack, at) => new Mention(new("zendesk", $"r{at + 1}"), attack, $"Acme {WorstEdition.Long(attack, 3_000)}", lobby.Clock.GetUtcNow())));
        foreach (var rank in Enumerable.Range(1, 10))
            await lobby.RunAsync(new(Lobby.Cleo with { Roles = Roles.Executive | Roles.Curator }, Through.Command, "weekly", "claim", $"{rank}"));
        await lobby.AsksAsync(Lobby.Cleo, "raw", Through.Button, OnHome);
        await lobby.AsksAsync(Lobby.Cleo, "followups", Through.Button, OnHome);

        var blocks = lobby.Workspace.Home("U0CLEO")!.View["blocks"]!.AsArray();

        Assert.True(blocks.Count > 40);
        Assert.Empty(BlockKitRules.Faults(blocks, 100));
        Assert.Empty(BlockKit.Rings("", blocks));
    }

    [Fact]
    public async Task Is_drawn_for_nobody_whom_the_bot_does_not_know()
    {
        await using var lobby = await Lobby.OpenAsync();

        await lobby.Home.PublishAsync(null, "U0BEN", default);

        Assert.Null(lobby.Workspace.Home("U0BEN"));
    }

    private static SlackReplyTo OnHome(SlackReplyTo to) => to with { Channel = null };

    private static async Task<FakeView> OpenAsync(Lobby lobby, Person person)
    {
        await lobby.Home.PublishAsync(null, person.Channel, default);
        return lobby.Workspace.Home(person.Channel)!;
    }

    private static async Task<Lobby> WithRawMinutesAsync()
    {
        var lobby = await Lobby.OpenAsync(Editions.OrdinaryEdition() with { RawMinutes = [new("zendesk", "r1"), new("zendesk", "r2")] });
        await lobby.HearAsync("zendesk", Said(lobby, "r1"), Said(lobby, "r2"));
        return lobby;
    }

    private static Mention Said(Lobby lobby, string id) => new(new("zendesk", id), "traveller", "Acme lost my bag", lobby.Clock.GetUtcNow().AddDays(-2));

    private static List<string?> Values(FakeView home) => [.. home.Buttons.Select(button => button.Value)];

    private static void Matches(string name, FakeView home)
    {
        var view = home.View.DeepClone().AsObject();
        foreach (var block in view["blocks"]!.AsArray())
            block!.AsObject().Remove("block_id");
        Snapshot.Matches($"slack-home-{name}.json", view.Indented());
    }
}
