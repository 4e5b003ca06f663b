using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack;

public sealed class TheSlackPlatform : ChatPlatformContract, IAsyncLifetime
{
    private SlackOffice _office = null!;

    private protected override IChatPlatform Platform => _office.Platform;

    private FakeWorkspace Workspace => _office.Workspace;

    public async Task InitializeAsync()
    {
        _office = await SlackOffice.OpenAsync();
        Workspace.AddChannel("C-executives", "executives").AddChannel("C-another", "another");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Marks_a_message_with_something_that_tells_nobody_anything()
    {
        await Platform.PostAsync(Note("who owes what", "C0EXEC"), default);

        var metadata = Workspace.Messages("C0EXEC").Single().Metadata!;
        Assert.Equal("digestbot_delivery", (string?)metadata["event_type"]);
        var payload = Assert.Single(metadata["event_payload"]!.AsObject());
        Assert.Matches("^[0-9a-f]{32}$", payload.Value!.GetValue<string>());
        Assert.DoesNotContain("secret-person", metadata.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Still_finds_what_was_marked_under_the_previous_signing_secret()
    {
        var note = Note("1", "C0EXEC");
        await Platform.PostAsync(note, default);
        await using var rotated = await SlackOffice.OpenAsync(
            ("Slack:ApiBaseAddress", _office.Slack.ApiBaseAddress.ToString()),
            ("Slack:SigningSecret", "the-new-signing-secret"), ("Slack:PreviousSigningSecret", FakeSlack.SigningSecret));
        await using var forgetful = await SlackOffice.OpenAsync(
            ("Slack:ApiBaseAddress", _office.Slack.ApiBaseAddress.ToString()), ("Slack:SigningSecret", "the-new-signing-secret"));

        Assert.IsType<LookUp.Found>(await rotated.Platform.FindAsync(note.Key, "C0EXEC", null, default));
        Assert.IsType<LookUp.Absent>(await forgetful.Platform.FindAsync(note.Key, "C0EXEC", null, default));
    }

    [Fact]
    public async Task Lets_nothing_be_unfurled_and_nothing_be_parsed()
    {
        var posted = await PostedAsync(Note("1", "C0EXEC"));
        var arguments = Workspace.Messages("C0EXEC").Single().Arguments;
        Assert.Equal(("false", "false", "none", "false"), (Text(arguments, "unfurl_links"), Text(arguments, "unfurl_media"), Text(arguments, "parse"), Text(arguments, "link_names")));

        await Platform.UpdateAsync(posted, Note("1", "C0EXEC"), default);
        arguments = Workspace.Messages("C0EXEC").Single().Arguments;
        Assert.Equal(("none", "false"), (Text(arguments, "parse"), Text(arguments, "link_names")));
    }

    [Fact]
    public async Task Rings_for_nobody_whatever_customers_wrote()
    {
        var worst = WorstEdition.Card();
        var first = await PostedAsync(Note("0", "C0EXEC") with { Content = new EditionContent(worst) });
        foreach (var point in worst.Edition.TouchPoints)
            await PostedAsync(Note($"{point.Rank}", "C0EXEC") with { Content = new TouchPointContent(worst, point.Rank), Thread = first });
        await PostedAsync(Note("draft", "C0CURATE") with { Content = new DraftContent(worst) });

        Assert.Equal(worst.Edition.TouchPoints.Count, Workspace.Thread("C0EXEC", first.Id).Count);
        Assert.All(Workspace.All("C0EXEC").Concat(Workspace.All("C0CURATE")), message => Assert.Empty(message.Rings));
    }

    [Fact]
    public async Task Writes_to_a_person_directly_and_finds_and_changes_it_there()
    {
        var note = Note("1", "U0EVE");
        var posted = await PostedAsync(note);

        Assert.Equal(new PostedMessage("slack", "D0EVE", Workspace.Direct("U0EVE").Single().Ts), posted);
        Assert.Equal(new LookUp.Found(posted), await Platform.FindAsync(note.Key, "U0EVE", null, default));
        Assert.Equal(new SendResult.Sent(posted), await Platform.UpdateAsync(posted, note with { Content = new TextContent("changed", []) }, default));
        Assert.Equal("changed", Workspace.Direct("U0EVE").Single().Text);
    }

    [Fact]
    public async Task Keeps_every_workspaces_messages_apart()
    {
        var globex = await _office.InstallAsync("T0GLOBEX");
        var (channel, direct) = (Note("1", "T0GLOBEX/C0EXEC"), Note("2", "T0GLOBEX/U0EVE"));
        var (inChannel, inDirect) = (await PostedAsync(channel), await PostedAsync(direct));

        Assert.Equal(("T0GLOBEX/C0EXEC", "T0GLOBEX/D0EVE"), (inChannel.Channel, inDirect.Channel));
        Assert.Equal(("note 1", "note 2"), (globex.Messages("C0EXEC").Single().Text, globex.Direct("U0EVE").Single().Text));
        Assert.Empty(Workspace.All("C0EXEC"));
        Assert.Equal(new LookUp.Found(inDirect), await Platform.FindAsync(direct.Key, direct.Channel, null, default));
        Assert.Equal(new SendResult.Sent(inDirect), await Platform.UpdateAsync(inDirect, direct, default));
        Assert.IsType<LookUp.Absent>(await Platform.FindAsync(channel.Key, "C0EXEC", null, default));
    }

    [Fact]
    public async Task Sends_to_one_workspace_while_another_takes_no_more()
    {
        await _office.InstallAsync("T0GLOBEX");
        _office.Slack.Faults.Next("chat.postMessage", FakeFault.RateLimited(60));

        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<SendResult.NotSent>(await Platform.PostAsync(Note("1", "C0EXEC"), default)).RetryAfter);
        Assert.IsType<SendResult.NotSent>(await Platform.PostAsync(Note("2", "C0ALL"), default));
        await PostedAsync(Note("1", "T0GLOBEX/C0EXEC"));
        Assert.Equal(2, _office.Slack.Count("chat.postMessage"));
    }

    [Fact]
    public async Task Refuses_a_workspace_in_which_it_is_not_installed() => Assert.Contains(
        "/slack/install", Assert.IsType<SendResult.Refused>(await Platform.PostAsync(Note("1", "T0NOWHERE/C0EXEC"), default)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Is_not_taken_in_by_another_apps_note_that_looks_like_ours()
    {
        var note = Note("1", "C0EXEC");
        await PostedAsync(note);
        var ours = Workspace.Messages("C0EXEC").Single();
        Workspace.Standing["C0EXEC"].Clear();
        Workspace.Store(ours with { User = "U0MAX" });
        Workspace.Store(ours with { Ts = "1795417200.000009", Metadata = new JsonObject { ["event_type"] = "digestbot_delivery", ["event_payload"] = new JsonObject { ["key"] = 7 } } });
        Workspace.Store(ours with { Ts = "1795417200.000010", Metadata = new JsonObject { ["event_type"] = "digestbot_delivery", ["event_payload"] = new JsonObject() } });

        Assert.IsType<LookUp.Absent>(await Platform.FindAsync(note.Key, "C0EXEC", null, default));
    }

    [Fact]
    public async Task Reads_a_busy_channel_page_by_page_until_it_finds_it()
    {
        var note = Note("1", "C0EXEC");
        var posted = await PostedAsync(note);
        Talk("C0EXEC", 350);

        Assert.Equal(new LookUp.Found(posted), await Platform.FindAsync(note.Key, "C0EXEC", null, default));
        Assert.Equal(4, _office.Slack.Count("conversations.history"));
    }

    [Fact]
    public async Task Leaves_it_to_a_curator_when_a_channel_is_too_busy_to_be_read_to_its_end()
    {
        Talk("C0EXEC", (SlackSearch.MostPages * 100) + 1);
        Assert.IsType<LookUp.CannotTell>(await Platform.FindAsync(Note("1", "C0EXEC").Key, "C0EXEC", null, default));
    }

    [Fact]
    public async Task Reads_nothing_from_before_the_deliverys_week()
    {
        for (var number = 0; number < 300; number++)
            Workspace.Store(new() { Ts = $"1600000000.{number:D6}", Channel = "C0EXEC", User = "U0MAX", Text = "long ago" });

        Assert.IsType<LookUp.Absent>(await Platform.FindAsync(Note("1", "C0EXEC").Key, "C0EXEC", null, default));
        Assert.Equal(1, _office.Slack.Count("conversations.history"));
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("not_in_channel")]
    [InlineData("channel_not_found")]
    public async Task Leaves_it_to_a_curator_when_Slack_does_not_let_it_look(string error)
    {
        _office.Slack.Faults.Next("conversations.history", FakeFault.Says(error));
        Assert.IsType<LookUp.CannotTell>(await Platform.FindAsync(Note("1", "C0EXEC").Key, "C0EXEC", null, default));
    }

    [Fact]
    public async Task Never_says_that_nothing_stands_when_Slack_could_not_be_asked()
    {
        foreach (var fault in new[] { FakeFault.RateLimited(30), FakeFault.Says("internal_error") })
        {
            _office.Slack.Faults.Next("conversations.history", fault);
            await Assert.ThrowsAsync<SlackNotAskedException>(() => Platform.FindAsync(Note("1", "C0EXEC").Key, "C0EXEC", null, default));
            _office.Clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task Posts_to_a_thread_whose_head_is_gone_nowhere_else()
    {
        var refused = Assert.IsType<SendResult.Refused>(await Platform.PostAsync(Note("1", "C0EXEC") with { Thread = new("slack", "C0EXEC", "1.000001") }, default));
        Assert.Contains("deleted", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(Workspace.All("C0EXEC"));
    }

    [Fact]
    public async Task Keeps_the_blocks_of_a_message_that_it_changes()
    {
        var posted = await PostedAsync(First("C0EXEC"));
        await Platform.UpdateAsync(posted, First("C0EXEC") with { Content = new EditionContent(Editions.Corrected()) }, default);
        Assert.NotEmpty(Workspace.Messages("C0EXEC").Single().Blocks!);
        Assert.Equal(1, Workspace.Messages("C0EXEC").Single().Updates);
    }

    private static OutgoingMessage First(string channel) => Note("0", channel) with { Content = new EditionContent(Editions.Ordinary()) };

    private static OutgoingMessage Note(string part, string channel) => new(
        new(DeliveryPurpose.Direct, "weekly", Editions.Week, "secret-person", part), channel, new TextContent($"note {part}", []), null);

    private async Task<PostedMessage> PostedAsync(OutgoingMessage message) =>
        Assert.IsType<SendResult.Sent>(await Platform.PostAsync(message, default)).Message;

    private void Talk(string channel, int messages)
    {
        for (var number = 0; number < messages; number++)
            Workspace.Store(new() { Ts = Workspace.NextTs(), Channel = channel, User = "U0MAX", Text = "talk" });
    }

    private static string Text(JsonObject arguments, string name) => arguments[name]!.ToString();
}
