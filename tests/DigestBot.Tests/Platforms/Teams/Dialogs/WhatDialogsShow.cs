using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

/// <summary>Buttons that only show something: what they show stands in a dialog, with its own buttons.</summary>
public sealed class WhatDialogsShow
{
    [Theory]
    [InlineData("runners-up", "")]
    [InlineData("raw", "")]
    [InlineData("issues", "")]
    [InlineData("help", "")]
    [InlineData("scoreboard", "")]
    public async Task Is_the_answer_to_the_verb(string verb, string args)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Max, verb, args);
        Assert.Equal("DigestBot", dialog.Title);
        Assert.NotEmpty(dialog.Reads);
    }

    [Fact]
    public async Task Has_buttons_that_send_what_they_say_and_open_nothing_over_it()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "issues");
        Assert.NotEmpty(FakeCard.Buttons(dialog.Card));
        Assert.Empty(dialog.Card.OfType("Action.Execute"));
        Assert.DoesNotContain("task/fetch", dialog.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Assign", (await desk.PressesAsync(desk.Tenant.Ana, dialog, "Assign")).Title);
    }

    [Fact]
    public async Task Turns_its_pages_in_its_place()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var edition = Editions.OrdinaryEdition();
        var ids = Enumerable.Range(1, 12).Select(number => new MentionId("app-store", $"m{number}")).ToList();
        await desk.KeepAsync([.. ids.Select(id => Testimony.Of(id, $"Mention {id.ExternalId[1..]} of twelve."))]);
        var latest = (await desk.Room.Store.ReadAsync<IEditionStore, Edition?>(store => store.FindAsync(edition.Key, default)))!;
        await desk.KeepAsync(latest with { Version = latest.Version + 1, TouchPoints = [latest.TouchPoints[0] with { MentionIds = ids }, .. latest.TouchPoints.Skip(1)] });
        var first = await desk.OpensAsync(desk.Tenant.Max, "evidence", "tp1");
        Assert.Contains("Mention 12 of twelve.", first.Reads, StringComparison.Ordinal);
        Assert.Contains("1 to 5 of 12 mentions", first.Reads, StringComparison.Ordinal);
        var second = await desk.PressesAsync(desk.Tenant.Max, first, "Older");
        Assert.Contains("6 to 10 of 12 mentions", second.Reads, StringComparison.Ordinal);
        var one = await desk.PressesAsync(desk.Tenant.Max, second, "Open");
        Assert.Equal("Mention", one.Title);
        Assert.Contains("Mention 7 of twelve.", one.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_where_a_list_was_cut()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.KeepAsync([.. Enumerable.Range(1, 7).Select(number => Testimony.Of(new("app-store", $"m{number}"), $"Refund number {number} is late."))]);
        var found = await desk.OpensAsync(desk.Tenant.Max, "search", "refund");
        var more = await desk.PressesAsync(desk.Tenant.Max, found, "More");
        Assert.Equal("DigestBot", more.Title);
        Assert.NotEqual(found.Reads, more.Reads);
    }

    [Fact]
    public async Task Is_refused_to_who_may_not_see_it()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var draft = Drafts.OfWeek47();
        await desk.KeepAsync(draft);
        Assert.StartsWith("This touch point is no longer here", (await desk.OpensAsync(desk.Tenant.Max, "evidence", "d1")).Message, StringComparison.Ordinal);
        Assert.Equal("Evidence", (await desk.OpensAsync(desk.Tenant.Cleo, "evidence", "d1")).Title);
    }

    [Fact]
    public async Task Is_an_effect_too_when_a_client_says_so_with_the_rights_of_who_presses()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        Assert.Contains("Ben owns number 3", (await desk.OpensAsync(desk.Tenant.Ben, "claim", "tp3")).Reads, StringComparison.Ordinal);
        Assert.Contains("Only curators", (await desk.OpensAsync(desk.Tenant.Max, "publish")).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_neither_markup_nor_mention_of_customers_words()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.KeepAsync(Testimony.Of(new("app-store", "q1"), "**bold** [x](https://evil.example) <at>Ana</at> {{DATE(2026-01-01)}}"));
        var card = (await desk.OpensAsync(desk.Tenant.Max, "mention", "tp1 0")).Card;
        Assert.DoesNotContain("<at>", card.Sent(), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", card.Sent(), StringComparison.Ordinal);
        Assert.DoesNotContain(card.OfType("TextBlock"), block => block.Text("text")!.Contains("bold", StringComparison.Ordinal));
        Assert.DoesNotContain(card.Objects(), element => element.Text("url")?.Contains("evil", StringComparison.Ordinal) == true);
    }
}
