using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Inbound;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

/// <summary>From the press that Slack sends to what everybody sees: the intake, the modal, the inbox, the verb, the answer.</summary>
public sealed class TheWayOfADialog : IAsyncLifetime
{
    private SlackRoom _room = null!;
    private TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public async Task InitializeAsync()
    {
        _room = await SlackRoom.OpenAsync();
        var update = _room.Slack.Methods["views.update"];
        _room.Slack.Methods["views.update"] = call =>
        {
            var answer = update(call);
            _filled.TrySetResult();
            return answer;
        };
    }

    public Task DisposeAsync() => _room.DisposeAsync().AsTask();

    [Fact]
    public async Task Goes_from_a_button_over_a_wrong_date_to_an_owner_whom_everybody_sees()
    {
        await PressesAsync(_room.Ana, "assign tp3");
        var wrong = await SendsAsync(_room.Ana.Submits([.. Filled(("owner", "U0DEV"), ("due", "2026-11-01"))]));
        var errors = JsonNode.Parse(wrong.Answer!)!;
        Assert.Equal(("errors", "This date has passed. Please choose today or a later day."), ((string?)errors["response_action"], (string?)errors["errors"]!["due"]));
        Assert.Empty(await SubmittedAsync());

        var right = await SendsAsync(_room.Ana.Submits([.. Filled(("owner", "U0DEV"), ("due", "2026-11-27"), ("note", "Ask Legal"))]));
        Assert.Equal(SlackAck.Accepted, right);
        await _room.WorksAsync();
        Assert.Equal(("dev", new DateOnly(2026, 11, 27)), ((await _room.StateOfAsync(3)).Owner, (await _room.StateOfAsync(3)).Due));
        Assert.Equal("Ask Legal", Assert.Single(await _room.OpenFollowUpsAsync()).Note);
    }

    [Fact]
    public async Task Does_once_what_was_submitted_however_often_Slack_sends_it()
    {
        await PressesAsync(_room.Ana, "assign tp3");
        var submission = _room.Ana.Submits([.. Filled(("owner", "U0DEV"))]);
        await SendsAsync(submission, id: "the-same");
        await SendsAsync(submission, id: "the-same");
        await _room.WorksAsync();
        Assert.Equal(1, Assert.Single(await _room.OpenFollowUpsAsync()).Version);
        Assert.Equal("assign", Assert.Single(await _room.AuditAsync()).Verb);
    }

    [Fact]
    public async Task Answers_in_private_in_the_thread_where_the_button_stands()
    {
        await PressesAsync(_room.Ana, "not-useful tp9", rank: 9);
        await SendsAsync(_room.Ana.Submits([.. Filled(("reason", "old"))]));
        await _room.WorksAsync();
        var told = Assert.Single(_room.Workspace.Ephemeral("U0ANA"));
        Assert.StartsWith("Noted: number 9", told.Text, StringComparison.Ordinal);
        Assert.Equal((SlackRoom.Executives, _room.Message(9).ThreadTs), (told.Channel, told.ThreadTs));
    }

    [Fact]
    public async Task Ends_with_a_friendly_word_and_an_audit_line_for_whom_it_is_not()
    {
        await SendsAsync(Press(_room.Max, "pick tp2", rank: 2));
        await _room.WorksAsync();
        var line = Assert.Single(await _room.AuditAsync());
        Assert.Equal(("slack:U0MAX", "pick", "tp2", "refused: not allowed", "button"), (line.By, line.Verb, line.Subject, line.Result, line.Through));
        await _filled.Task;
        Assert.Equal("Only executives can pick. Ask Ana or Ben.", _room.Workspace.Modal("U0MAX")!.Reads);
        Assert.Equal(0, await _room.SetAsideAsync());
    }

    [Fact]
    public async Task Shows_people_of_other_companies_who_acts_on_the_digest()
    {
        var press = Press(_room.Max, "evidence tp3", rank: 3);
        press.Body["user"]!["team_id"] = "T0PARTNER";
        await SendsAsync(press);
        await _filled.Task;
        Assert.StartsWith("This is Acme Air's digest: you are welcome to read it here", _room.Workspace.Modal("U0MAX")!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_same_as_typing_a_channel_to_share_to()
    {
        await _room.HearsAsync(_room.Ana.Types("share 4 to <#C0RANDOM|random> now"));
        var shares = await _room.Store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.SharesAsync(new("weekly", Editions.Week), "tp4", default));
        Assert.Equal(["C0RANDOM"], shares.Select(share => share.Channel));
        await PressesAsync(_room.Ana, "share tp4", rank: 4);
        await SendsAsync(_room.Ana.Submits([.. Filled(("to", "C0RANDOM"))]));
        await _room.WorksAsync();
        var again = await _room.Store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.SharesAsync(new("weekly", Editions.Week), "tp4", default));
        Assert.Equal([2], again.Select(share => share.Version));
    }

    private IEnumerable<(string Block, string Action, JsonObject Value)> Filled(params (string Block, string? Value)[] filled) =>
        ModalForm.Of(_room.Workspace.Modal("U0ANA")!, filled);

    // The modal is opened beside the inbox write; it is whole when Slack has taken the second view.
    private async Task PressesAsync(FakePerson by, string value, int rank = 3)
    {
        _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Assert.Equal(SlackAck.Accepted, await SendsAsync(Press(by, value, rank)));
        await _filled.Task;
        await _room.WorksAsync();
    }

    private Task<SlackAck> SendsAsync(FakeRequest request, string? id = null) => _room.Store.Services.GetRequiredService<SlackIntake>().ReceiveAsync(
        SlackRequest.OfInteraction(id ?? string.Create(CultureInfo.InvariantCulture, $"request-{_requests++}"), JsonElement.Parse(request.Body.ToJsonString()))!, default);

    private async Task<IReadOnlyList<InboxItem>> SubmittedAsync() =>
        [.. (await _room.PendingAsync()).Where(item => item.Payload.Contains("view_submission", StringComparison.Ordinal))];

    private FakeRequest Press(FakePerson by, string value, int rank)
    {
        var action = new CardAction(value.Split(' ')[0], "Press", value.Split(' ')[1]);
        return by.Presses(_room.Message(rank) with { Blocks = [SlackBlocks.Actions([action])!] }, "Press");
    }
}
