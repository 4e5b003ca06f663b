using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Dialogs;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

/// <summary>One program that serves several companies: what one of them has is not there for another, however an id was learned.</summary>
public sealed class SeveralWorkspaces
{
    private static readonly Digests Both = new([FrontDesk.Digest, FrontDesk.Digest with
    {
        Name = "globex", Audiences = [new("executives", "slack", "T0GLOBEX/C0EXEC")], Curators = null,
    }]);

    [Theory]
    [InlineData("C0EXEC", "weekly")]
    [InlineData("C0CURATE", "weekly")]
    [InlineData("C0RANDOM", "weekly")]
    [InlineData("T0GLOBEX/C0EXEC", "globex")]
    [InlineData("T0GLOBEX/C0RANDOM", "globex")]
    [InlineData("T0NOBODY/C0EXEC", "weekly")]
    public void Have_each_their_digests(string channel, string digest) =>
        Assert.Equal(digest, Both.OfChannel(SlackAddress.Parse(channel).AskedAt).Name);

    [Fact]
    public void See_only_editions_of_their_own()
    {
        var week = Testing.Editions.Week;
        Assert.NotNull(Both.Of(new EditionKey("weekly", week), new("slack", "")));
        Assert.NotNull(Both.Of(new EditionKey("globex", week), new("slack", "T0GLOBEX/")));
        Assert.Null(Both.Of(new EditionKey("weekly", week), new("slack", "T0GLOBEX/")));
        Assert.Null(Both.Of(new EditionKey("globex", week), new("slack", "")));
        Assert.Null(Both.Of(new EditionKey("gone", week), new("slack", "")));
    }

    [Fact]
    public async Task Show_and_change_nothing_of_another()
    {
        var strangers = FrontDesk.Digest with { Audiences = [new("executives", "slack", "T0GLOBEX/C0EXEC")], Curators = null };
        await using var desk = await FrontDesk.OpenAsync(digests: new([FrontDesk.Digest with { Name = "ours" }, strangers]));
        Assert.StartsWith("This touch point is no longer here", (await desk.PressesAsync(FrontDesk.Ana, "evidence tp1"))!.Reads, StringComparison.Ordinal);
        Assert.StartsWith("This touch point is no longer here", (await desk.PressesAsync(FrontDesk.Ana, "mention tp1 0"))!.Reads, StringComparison.Ordinal);
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        Assert.StartsWith("This follow-up is no longer here", (await desk.PressesAsync(FrontDesk.Ana, "done 1"))!.Reads, StringComparison.Ordinal);
        foreach (var (name, about) in new[] { ("snooze", "1"), ("assign", "tp3"), ("share", "tp3") })
        {
            var forged = TheDialogs.Submission(SlackModal.Loading(desk.Store.Services.GetRequiredService<FormRegistry>().Find(name)!), new(about, "C0EXEC", null), new()
            {
                ["due"] = ModalForm.Value("selected_date", "2026-12-24"), ["owner"] = ModalForm.Value("selected_user", "U0EVE"), ["to"] = ModalForm.Value("selected_conversation", "C0ALL"),
            });
            var asked = Assert.IsType<InboxWork.Asked>(await desk.Dialogs.SubmittedAsync(FrontDesk.Json(forged), FrontDesk.Ana, default));
            Assert.Equal(Refusal.NotFound, Assert.IsType<ActionReply.Refused>(await desk.RunAsync(asked.Request)).Why);
        }
    }
}
