using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class TheEvidence
{
    private static readonly MentionId[] Ids = [.. Enumerable.Range(1, 12).Select(number => new MentionId("app-store", $"m{number}"))];

    [Fact]
    public async Task Shows_why_it_is_here_and_five_mentions_the_newest_first()
    {
        await using var desk = await OpenAsync();
        var view = await desk.PressesAsync(FrontDesk.Max, await desk.PointAsync(1), "Evidence");
        Assert.Contains("Why it is here: 4.2 times the usual volume, 3 sources, new this week.", view!.Reads, StringComparison.Ordinal);
        Assert.Equal(["Words 12", "Words 11", "Words 10", "Words 9", "Words 8"], Words(view));
        Assert.Contains("1 to 5 of 12 mentions, newest first", view.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_pages_to_the_last_and_back()
    {
        await using var desk = await OpenAsync();
        await desk.PressesAsync(FrontDesk.Max, "evidence tp1");
        await desk.PressesInModalAsync(FrontDesk.Max, "Older");
        var last = await desk.PressesInModalAsync(FrontDesk.Max, "Older");
        Assert.Equal(["Words 2", "Words 1"], Words(last!));
        Assert.DoesNotContain("Older", last!.Buttons.Select(button => button.Title));
        var before = await desk.PressesInModalAsync(FrontDesk.Max, "Newer");
        Assert.Equal(["Words 7", "Words 6", "Words 5", "Words 4", "Words 3"], Words(before!));
        Assert.Equal(1, desk.Slack.Count("views.open"));
    }

    [Fact]
    public async Task Opens_down_to_a_single_mention_with_the_original()
    {
        await using var desk = await OpenAsync();
        await desk.PressesAsync(FrontDesk.Max, "evidence tp1");
        var view = await desk.PressesInModalAsync(FrontDesk.Max, "Open");
        Assert.Equal("Mention", view!.Title);
        Assert.NotNull(view.PreviousId);
        Assert.Contains("Words 12", view.Reads, StringComparison.Ordinal);
        Assert.Contains("original on store.example", view.Reads, StringComparison.Ordinal);
        Assert.Contains("mallory on App store, Wed 11 November, 10:30 · 2 of 5 stars · 16 reactions", view.Reads, StringComparison.Ordinal);
        Assert.Contains("Read as: issue · sentiment −0.40 · language en", view.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_times_in_the_readers_zone()
    {
        await using var desk = await OpenAsync();
        var view = await desk.PressesAsync(FrontDesk.Dev, "evidence tp1");
        Assert.Contains("Wed 11 November, 04:30", view!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Masks_personal_data_and_lets_nothing_of_a_customers_be_parsed()
    {
        await using var desk = await OpenAsync();
        await desk.KeepAsync(Testimony.Of(Ids[11], "<!channel> call 030 1234567 <https://evil.example|here>", null, new TextSpan(16, 11)));
        var view = await desk.PressesAsync(FrontDesk.Max, "evidence tp1");
        Assert.Contains("<!channel> call [phone] <https://evil.example|here>", view!.Reads, StringComparison.Ordinal);
        Assert.DoesNotContain(view.View.OfType("mrkdwn"), _ => true);
        Assert.DoesNotContain(view.View.OfType("link"), _ => true);
    }

    [Theory]
    [InlineData("evidence tp1 99", "Words 2")]
    [InlineData("evidence tp1 0", "Words 12")]
    [InlineData("evidence tp1 -4", "Words 12")]
    [InlineData("evidence tp1 999999999999", "Words 12")]
    public async Task Shows_a_page_that_there_is_whatever_was_asked(string forged, string shown)
    {
        await using var desk = await OpenAsync();
        Assert.Contains(shown, Words((await desk.PressesAsync(FrontDesk.Max, forged))!));
    }

    [Theory]
    [InlineData("mention tp1 99")]
    [InlineData("mention tp1 x")]
    [InlineData("mention tp1 11")]
    public async Task Says_so_when_a_mention_is_not_kept_any_more(string button)
    {
        await using var desk = await OpenAsync(kept: 0);
        Assert.StartsWith("This mention is not kept any more", (await desk.PressesAsync(FrontDesk.Max, button))!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_a_page_holds_nothing_any_more()
    {
        await using var desk = await OpenAsync(kept: 0);
        var view = await desk.PressesAsync(FrontDesk.Max, "evidence tp1");
        Assert.Contains("Nothing of this page is kept any more", view!.Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evidence tp99")]
    [InlineData("evidence '; drop table editions")]
    [InlineData("mention 17 1")]
    public async Task Of_what_is_gone_says_so(string button)
    {
        await using var desk = await OpenAsync();
        Assert.StartsWith("This touch point is no longer here", (await desk.PressesAsync(FrontDesk.Max, button))!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_was_taken_back_is_taken_back_too()
    {
        await using var desk = await FrontDesk.OpenAsync(Editions.Corrected().Edition);
        var view = await desk.PressesAsync(FrontDesk.Max, "evidence tp7");
        Assert.Equal("Number 7 was taken back by a curator, so there is nothing left to do with it.", view!.Reads);
    }

    [Fact]
    public async Task Of_an_old_edition_opens_as_well()
    {
        await using var desk = await OpenAsync();
        var newer = await desk.DraftAsync();
        await desk.KeepAsync(newer with { State = EditionState.Published, Version = 2 });
        Assert.Contains("Booking page lost payments", (await desk.PressesAsync(FrontDesk.Max, "evidence tp1"))!.Reads, StringComparison.Ordinal);
    }

    private static async Task<FrontDesk> OpenAsync(int kept = 12)
    {
        var edition = Editions.OrdinaryEdition();
        var desk = await FrontDesk.OpenAsync(edition with { TouchPoints = [edition.TouchPoints[0] with { MentionIds = Ids }, .. edition.TouchPoints.Skip(1)] });
        await desk.KeepAsync([.. Ids.Take(kept).Select((id, at) => Testimony.Of(id, string.Create(CultureInfo.InvariantCulture, $"Words {at + 1}"), $"https://store.example/{at}"))]);
        return desk;
    }

    // The touch point's own quote stands above the mentions.
    private static IEnumerable<string> Words(Testing.Slack.FakeView view) => view.View.OfType("rich_text_quote").Skip(1)
        .Select(quote => string.Concat(quote["elements"]!.AsArray().Select(run => run!["text"]!.GetValue<string>())));
}
