using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class SharingInADialog
{
    [Fact]
    public async Task Shows_exactly_what_will_be_posted_but_for_its_buttons()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(2), "Share to...");
        var card = await desk.Store.ReadAsync<EditionCards, EditionCard?>(cards => cards.FindAsync(new("weekly", Editions.Week), default));
        var message = SlackView.TouchPoint(card!, 2)["blocks"]!.AsArray().OfType<JsonObject>().Where(block => block.Text("type") != "actions").Select(Bare).ToList();
        var shown = view!.View["blocks"]!.AsArray().OfType<JsonObject>().Select(Bare).ToList();
        Assert.Equal(message, shown.TakeLast(message.Count));
    }

    [Fact]
    public async Task Posts_to_any_channel_of_the_workspace_and_keeps_the_message_new()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, "share tp4");
        await desk.DoesAsync(FrontDesk.Ana, ("to", "C0FINANCE"));
        var shared = Assert.Single(await desk.WaitingAsync());
        Assert.Equal((DeliveryPurpose.Share, "slack", "C0FINANCE", "tp4", 1), (shared.Key.Purpose, shared.Platform, shared.Channel, shared.Key.Part, shared.Version));
        await desk.SaysAsync(FrontDesk.Max, "kudos 4");
        Assert.Equal(2, Assert.Single(await desk.WaitingAsync()).Version);
    }

    [Fact]
    public async Task Shares_twice_to_one_channel_as_one_message_and_to_two_as_two()
    {
        await using var desk = await FrontDesk.OpenAsync();
        foreach (var channel in new[] { "C0FINANCE", "C0FINANCE", "C0RANDOM" })
        {
            await desk.PressesAsync(FrontDesk.Ana, "share tp4");
            await desk.DoesAsync(FrontDesk.Ana, ("to", channel));
        }
        Assert.Equal(["C0FINANCE", "C0RANDOM"], (await desk.WaitingAsync()).Select(delivery => delivery.Channel));
    }

    [Fact]
    public async Task Knows_an_audience_by_its_channel()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, "share tp4");
        var done = await desk.DoesAsync(FrontDesk.Ana, ("to", "C0ALL"));
        Assert.EndsWith("to all-hands.", done.Text, StringComparison.Ordinal);
        Assert.Equal("all-hands", Assert.Single(await desk.WaitingAsync()).Key.Audience);
    }

    [Theory]
    [InlineData("Legal")]
    [InlineData("HR")]
    [InlineData("Investor relations")]
    public async Task Withholds_what_stays_in_the_inner_circle(string department)
    {
        var edition = Editions.OrdinaryEdition();
        await using var desk = await FrontDesk.OpenAsync(edition with { TouchPoints = [edition.TouchPoints[0] with { Department = department }, .. edition.TouchPoints.Skip(1)] });
        var view = await desk.PressesAsync(FrontDesk.Ana, "share tp1");
        Assert.Equal($"Number 1 belongs to {department}; such touch points stay where they are.", view!.Reads);
        Assert.Empty(ModalForm.Inputs(view));
    }

    [Fact]
    public async Task Shares_nothing_that_is_not_published()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        // Cleo may look at the draft; sharing is the executives'.
        Assert.Contains("Only executives can share.", (await desk.PressesAsync(FrontDesk.Cleo, "share d1"))!.Reads, StringComparison.Ordinal);
        Assert.StartsWith("This touch point is no longer here", (await desk.PressesAsync(FrontDesk.Ana, "share d1"))!.Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("share 4 to slack:T0GLOBEX/C0EXEC now")]
    [InlineData("share 4 to teams:19:meeting@thread.v2 now")]
    [InlineData("share 4 to slack: now")]
    [InlineData("share 4 to C0FINANCE now")]
    public async Task Reaches_no_other_workspace_and_no_other_platform(string typed)
    {
        await using var desk = await FrontDesk.OpenAsync();
        Assert.Equal(Refusal.NotFound, Assert.IsType<ActionReply.Refused>(await desk.SaysAsync(FrontDesk.Ana, typed)).Why);
        Assert.Empty(await desk.WaitingAsync());
    }

    [Theory]
    [InlineData("C0FINANCE to everybody")]
    [InlineData("c0finance")]
    [InlineData("<!channel>")]
    [InlineData(null)]
    public async Task Takes_nothing_but_a_channel(string? chosen)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, "share tp4");
        var (errors, _) = await desk.SubmitsAsync(FrontDesk.Ana, ("to", chosen));
        Assert.Equal("Please choose a channel.", errors["to"]);
    }

    // Ids of blocks differ between a message and a modal and mean nothing to a reader.
    private static string Bare(JsonObject block)
    {
        var bare = block.DeepClone().AsObject();
        bare.Remove("block_id");
        return bare.ToJsonString();
    }
}
