using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class CuratingInADialog
{
    [Fact]
    public async Task Gives_another_headline_beginning_from_the_one_there_is()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        var view = await desk.PressesAsync(FrontDesk.Cleo, "retitle d3", "C0CURATE");
        Assert.Equal("Refunds take longer than the promised 7 days", ModalForm.Initial(view!, "headline"));
        await desk.DoesAsync(FrontDesk.Cleo, ("headline", "“Refunds” are late, “again”"));
        Assert.Equal("“Refunds” are late, “again”", (await DraftAsync(desk)).TouchPoints[2].Headline);
    }

    [Fact]
    public async Task Comments_beginning_from_the_comment_there_is()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        var view = await desk.PressesAsync(FrontDesk.Cleo, "comment d3", "C0CURATE");
        Assert.Equal("Finance has a plan for this; ask for the date.", ModalForm.Initial(view!, "comment"));
        await desk.DoesAsync(FrontDesk.Cleo, ("comment", "Finance has the date: 1 December"));
        Assert.Equal("Finance has the date: 1 December", (await DraftAsync(desk)).TouchPoints[2].Comment);
    }

    [Fact]
    public async Task Replaces_by_a_runner_up()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        var view = await desk.PressesAsync(FrontDesk.Cleo, "replace d9", "C0CURATE");
        Assert.Equal(["11. Chat answers in the wrong language", "12. Vegan menu praised on long flights"], view!.Buttons.Select(option => option.Title));
        await desk.DoesAsync(FrontDesk.Cleo, ("other", "12"));
        Assert.Equal("Vegan menu praised on long flights", (await DraftAsync(desk)).TouchPoints[8].Headline);
    }

    [Fact]
    public async Task Moves_to_the_place_of_another()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.PressesAsync(FrontDesk.Cleo, "reorder d5", "C0CURATE");
        await desk.DoesAsync(FrontDesk.Cleo, ("place", "1"));
        Assert.Equal("d5", (await DraftAsync(desk)).TouchPoints[0].Id);
    }

    [Fact]
    public async Task Merges_into_another()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.PressesAsync(FrontDesk.Cleo, "merge d7", "C0CURATE");
        await desk.DoesAsync(FrontDesk.Cleo, ("other", "2"));
        Assert.DoesNotContain((await DraftAsync(desk)).TouchPoints, point => point.Id == "d7");
    }

    [Fact]
    public async Task Skips_the_week_with_the_reason()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.PressesAsync(FrontDesk.Cleo, "skip 2026-W47", "C0CURATE");
        var done = await desk.DoesAsync(FrontDesk.Cleo, ("reason", "everybody is away"));
        Assert.Equal("Cleo skipped week 2026-W47: nothing will be published. Because: everybody is away", done.Text);
        var skipped = await DraftAsync(desk);
        Assert.Equal((EditionState.Skipped, "everybody is away"), (skipped.State, skipped.SkippedBecause));
        var shown = SlackView.Draft(new(skipped, new Dictionary<string, TouchPointState>(StringComparer.Ordinal), null));
        Assert.Contains("Skipped: nothing is published for this week. Because: everybody is away", shown.Sent(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skip 2026-W46", "There is no draft of week 2026-W46 any more")]
    [InlineData("skip next-week", "This button is out of date.")]
    [InlineData("replace tp9", "The edition of week 2026-W46 has gone out")]
    [InlineData("retitle tp9", "The edition of week 2026-W46 has gone out")]
    public async Task Says_so_when_there_is_nothing_to_curate_any_more(string button, string words)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        Assert.StartsWith(words, (await desk.PressesAsync(FrontDesk.Cleo, button, "C0CURATE"))!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_nothing_just_missed_the_ten()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var draft = await desk.DraftAsync();
        await desk.KeepAsync(draft with { RunnersUp = [], Version = 2 });
        Assert.StartsWith("Nothing just missed the ten", (await desk.PressesAsync(FrontDesk.Cleo, "replace d9"))!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_draft_to_nobody_but_curators()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        var view = await desk.PressesAsync(FrontDesk.Ana, "evidence d1");
        Assert.StartsWith("This touch point is no longer here", view!.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain("Booking page", view.Reads, StringComparison.Ordinal);
    }

    private static Task<Edition> DraftAsync(FrontDesk desk) => desk.EditionAsync(Editions.Week.Next);
}
