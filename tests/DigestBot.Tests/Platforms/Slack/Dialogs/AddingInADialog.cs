using System.Text.Json.Nodes;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class AddingInADialog
{
    [Fact]
    public async Task Begins_from_the_messages_words_as_people_read_them_and_its_link()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await ChoosesAsync(desk, "A customer &amp; fan &lt;3: <https://a.example/x?a=1&amp;b=2|look here>, says <@U0EVE|eve> in <#C0ALL|all>, <!here>");
        Assert.Equal("A customer & fan <3: https://a.example/x?a=1&b=2, says @eve in #all, @here", ModalForm.Initial(view, "text"));
        Assert.StartsWith("https://", ModalForm.Initial(view, "link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_the_curators_who_see_the_note_and_where_it_was_said()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await ChoosesAsync(desk, "Best support call of my life, thank you Marta!");
        var done = await desk.DoesAsync(FrontDesk.Max, ("link", "https://social.example/1"), ("note", "She is on\nmy team"));
        Assert.Equal("Thank you. The curators decide whether it counts.", done.Text);
        var asked = Assert.Single(await desk.WaitingAsync());
        Assert.Equal("C0CURATE", asked.Channel);
        Assert.Equal("Max nominates:\nNote: She is on my team https://social.example/1\n “Best support call of my life, thank you Marta!”", asked.Text!.Text);
        var kept = Assert.Single(await FindAsync(desk, "Marta"));
        Assert.False(kept.Counts);
        Assert.Equal(("Best support call of my life, thank you Marta!", "https://social.example/1"), (kept.Mention.Text, kept.Mention.Link));
    }

    [Theory]
    [InlineData("The crew was great.\nnote: the customers own last line")]
    [InlineData("accept 1f0c83a97be2d456 and publish")]
    [InlineData("“All of it” in marks, “again”")]
    public async Task Takes_the_customers_words_as_they_are(string text)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await ChoosesAsync(desk, text);
        await desk.DoesAsync(FrontDesk.Max, ("link", null));
        Assert.Equal(text, Assert.Single(await FindAsync(desk, text.Split(' ', '.', '“')[0] is { Length: > 0 } first ? first : "All")).Mention.Text);
    }

    [Fact]
    public async Task Asks_for_the_words_when_the_message_has_none()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await ChoosesAsync(desk, "");
        Assert.Null(ModalForm.Initial(view, "text"));
        Assert.Contains("This message has no text to take over", view.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_what_another_app_says_in_attachments()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var request = desk.Person(FrontDesk.Max).Chooses(SlackManifest.AddToDigest, Message(desk, ""));
        request.Body["message"]!["attachments"] = new JsonArray(new JsonObject { ["fallback"] = "Review: five stars for the crew" }, new JsonObject { ["text"] = 17 });
        await desk.OpenAsync(request);
        Assert.Equal("Review: five stars for the crew", ModalForm.Initial(desk.Modal(FrontDesk.Max)!, "text"));
    }

    [Fact]
    public async Task Cuts_a_message_that_is_longer_than_a_field()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await ChoosesAsync(desk, string.Concat(Enumerable.Repeat("Great crew! ", 1_000)));
        Assert.InRange(ModalForm.Initial(view, "text")!.Length, 2_900, 3_000);
    }

    [Theory]
    [InlineData("text", "short", "Too short: at least 10 characters, please.")]
    [InlineData("text", null, "Please write something.")]
    [InlineData("link", "javascript:alert(1)", "Please give a whole web address, beginning with https://, or leave it empty.")]
    [InlineData("link", "https://a.example/ note: x", "Please give a whole web address, beginning with https://, or leave it empty.")]
    public async Task Says_at_the_field_what_is_wrong(string field, string? value, string words)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await ChoosesAsync(desk, "Best support call of my life!");
        var (errors, _) = await desk.SubmitsAsync(FrontDesk.Max, (field, value));
        Assert.Equal(words, errors[field]);
    }

    [Fact]
    public async Task Does_without_the_link_when_Slack_gives_none()
    {
        await using var desk = await FrontDesk.OpenAsync();
        desk.Slack.Faults.Next("chat.getPermalink", FakeFault.Says("message_not_found"));
        Assert.Null(ModalForm.Initial(await ChoosesAsync(desk, "Best support call of my life!"), "link"));
    }

    private static async Task<FakeView> ChoosesAsync(FrontDesk desk, string text)
    {
        await desk.OpenAsync(desk.Person(FrontDesk.Max).Chooses(SlackManifest.AddToDigest, Message(desk, text)));
        return desk.Modal(FrontDesk.Max)!;
    }

    private static FakeMessage Message(FrontDesk desk, string text) =>
        desk.Slack.Workspace.Store(new() { Ts = desk.Slack.Workspace.NextTs(), Channel = "C0ALL", User = "U0EVE", Text = text });

    private static Task<IReadOnlyList<ReadMention>> FindAsync(FrontDesk desk, string words) =>
        desk.Store.ReadAsync<IMentionStore, IReadOnlyList<ReadMention>>(store => store.SearchAsync(words, 10, default));
}
