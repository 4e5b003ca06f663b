using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Actions;

/// <summary>A verb within another: an answer told to everyone, a long one from a later entry on.</summary>
public sealed class AskingWithin
{
    [Fact]
    public async Task Tells_everyone_what_an_executive_was_shown()
    {
        await using var room = await Room.OpenAsync();

        var told = Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Ana, "tell show wins"));

        Assert.True(told.ForEveryone);
        Assert.Equal("Ana shows: The wins of week 2026-W46.", told.Text);
        Assert.Equal([4, 8, 10], Assert.IsType<TouchPointsReply>(told.Content).Points.Select(point => point.Rank));
    }

    [Fact]
    public async Task Withholds_what_law_and_people_keep_close_and_says_how_much()
    {
        var edition = Editions.OrdinaryEdition();
        await using var room = await Room.OpenAsync(edition with { TouchPoints = [edition.TouchPoints[0] with { Department = "Legal" }, .. edition.TouchPoints.Skip(1)] });

        var told = Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Ana, "tell digest"));

        Assert.EndsWith(" 1 touch point is withheld.", told.Text, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(2, 9), Assert.IsType<TouchPointsReply>(told.Content).Points.Select(point => point.Rank));
    }

    [Theory]
    [InlineData("tell mine", Refusal.Withheld)]
    [InlineData("tell evidence 3", Refusal.Withheld)]
    [InlineData("tell claim 3", Refusal.NotUnderstood)]
    [InlineData("tell tell wins", Refusal.NotUnderstood)]
    [InlineData("tell xyzzy", Refusal.UnknownVerb)]
    [InlineData("more 5 done 1", Refusal.NotUnderstood)]
    [InlineData("more wins", Refusal.NotUnderstood)]
    [InlineData("more 5 wins", Refusal.NotFound)]
    public async Task Refuses_the_rest_and_changes_nothing(string typed, Refusal why)
    {
        await using var room = await Room.OpenAsync();

        Assert.Equal(why, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, typed)).Why);
        Assert.Empty(await room.OpenAsync());
    }

    [Fact]
    public async Task Tells_nothing_for_somebody_who_is_no_executive()
    {
        await using var room = await Room.OpenAsync();

        Assert.Equal(Refusal.NotAllowed, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Max, "tell wins")).Why);
    }

    [Fact]
    public async Task Goes_on_where_a_list_was_left()
    {
        await using var room = await Room.OpenAsync();
        foreach (var rank in Enumerable.Range(1, 7))
            await room.SaysAsync(Cast.Dev, $"claim {rank}");

        var more = Assert.IsType<FollowUpsReply>(Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Dev, "more 5 mine")).Content);

        Assert.Equal([6, 7], more.FollowUps.Select(followUp => followUp.Number));
        Assert.Equal(5, more.Skipped);
    }

    [Fact]
    public async Task Says_of_a_list_which_of_it_the_person_may_change()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Dev, "claim 1");
        await room.SaysAsync(Cast.Max, "claim 3");

        var all = Assert.IsType<FollowUpsReply>(Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Dev, "followups")).Content);

        Assert.Equal([1, 2], all.FollowUps.Select(followUp => followUp.Number));
        Assert.Equal([1], all.Changeable);
    }

    [Fact]
    public async Task Offers_what_was_meant_with_the_words_that_were_typed()
    {
        await using var room = await Room.OpenAsync();

        var offer = Assert.Single((await room.SaysAsync(Cast.Ana, "asign 3 @dev")).Offers);

        Assert.Equal(new CardAction("assign", "Yes, assign", "3 @dev", IsPrimary: true), offer);
    }

    [Fact]
    public async Task Takes_out_of_the_draft_what_a_curator_says_is_not_about_us()
    {
        await using var room = await Room.OpenAsync();
        var edition = Editions.OrdinaryEdition();
        var key = new EditionKey("weekly", Editions.Week.Next);
        await room.DraftAsync(edition with { Key = key, TouchPoints = [.. edition.TouchPoints.Select(point => point with { Id = $"d{point.Id}" })] });

        await room.SaysAsync(Cast.Cleo, "not-about-us dtp3");

        var draft = await room.Store.ReadAsync((IEditionStore editions) => editions.FindAsync(key, default));
        Assert.DoesNotContain(draft!.TouchPoints, point => point.Id == "dtp3");
        var taught = await room.Store.ReadAsync((ITeachings teachings) => teachings.FeedbackAsync("weekly", DateTimeOffset.MinValue, default));
        Assert.Equal("story:3", Assert.Single(taught).StoryKey);
    }
}
