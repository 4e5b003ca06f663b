using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text.Json;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Inbound;
using DigestBot.Platforms.Slack.Inbound.Sockets;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>The way in without a public address, against Slack's side of it.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The test runner calls DisposeAsync.")]
public sealed class TheSockets : IAsyncLifetime
{
    private const string Command = """{"team_id":"T0ACME","channel_id":"C1","user_id":"U1","command":"/socialwins","text":"top 3 😀","trigger_id":"1.2"}""";
    private readonly CancellationTokenSource _stop = new();
    private SlackFront _front = null!;
    private FakeSockets _sockets = null!;
    private Task _running = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _front = await SlackFront.ConfiguredAsync($"--Slack:AppToken={FakeSlack.AppToken}");
        _sockets = FakeSockets.On(_front.Slack);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _front.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Keep_a_command_and_then_acknowledge_it()
    {
        var socket = await OpenAsync();
        await socket.EnvelopeAsync("env-1", "slash_commands", Command);
        Assert.Equal("""{"envelope_id":"env-1"}""", (await socket.AcknowledgedAsync("env-1")).ToJsonString());
        var item = Assert.Single(await _front.KeptAsync());
        Assert.Equal(("slack", "env-1"), (item.Platform, item.EventId));
        Assert.Equal("top 3 😀", JsonDocument.Parse(item.Payload).RootElement.GetProperty("body").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Keep_an_event_under_its_own_id_however_it_comes()
    {
        var socket = await OpenAsync();
        var envelope = System.Text.Encoding.UTF8.GetString(Bodies.Reaction("Ev7"));
        await socket.EnvelopeAsync("env-1", "events_api", envelope);
        await socket.EnvelopeAsync("env-2", "events_api", envelope);
        await socket.AcknowledgedAsync("env-1");
        await socket.AcknowledgedAsync("env-2");
        await _front.PostAsync("/slack/events", Bodies.Reaction("Ev7"));
        Assert.Equal("Ev7", Assert.Single(await _front.KeptAsync()).EventId);
    }

    [Fact]
    public async Task Put_together_what_comes_in_many_frames()
    {
        var socket = await OpenAsync();
        await socket.EnvelopeAsync("env-1", "slash_commands", Command, frame: 3);
        await socket.AcknowledgedAsync("env-1");
        Assert.Contains("top 3", Assert.Single(await _front.KeptAsync()).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_acknowledge_what_could_not_be_kept()
    {
        using var counted = new Counted(SlackTraffic.Meter);
        var socket = await OpenAsync();
        await _front.BreakStoreAsync(isBroken: true);
        await socket.EnvelopeAsync("env-lost", "slash_commands", Command);
        while (!counted.Seen.Contains("command failed"))
            await Task.Yield();
        await _front.BreakStoreAsync(isBroken: false);
        await socket.EnvelopeAsync("env-kept", "slash_commands", Command);
        await socket.AcknowledgedAsync("env-kept");
        Assert.False(socket.IsAcknowledged("env-lost"));
        Assert.Equal("env-kept", Assert.Single(await _front.KeptAsync()).EventId);
    }

    [Fact]
    public async Task Answer_a_wrong_form_and_a_select_in_the_acknowledgement()
    {
        var socket = await OpenAsync();
        await socket.EnvelopeAsync("env-1", "interactive", Bodies.StaleForm);
        var answer = (await socket.AcknowledgedAsync("env-1"))["payload"]!;
        Assert.Equal("errors", answer["response_action"]!.GetValue<string>());
        await socket.EnvelopeAsync("env-2", "interactive", """{"type":"block_suggestion","team":{"id":"T0ACME"},"value":"a"}""");
        Assert.Equal("""{"options":[]}""", (await socket.AcknowledgedAsync("env-2"))["payload"]!.ToJsonString());
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Go_on_after_nonsense_and_after_too_much()
    {
        var socket = await OpenAsync();
        await socket.SendAsync("not JSON");
        await socket.SendAsync("{\"type\":");
        await socket.SendAsync("""{"type":"slash_commands","payload":{}}""");
        await socket.SendAsync("\0\u0001", type: WebSocketMessageType.Binary);
        await socket.EnvelopeAsync("env-list", "slash_commands", "[]");
        await socket.EnvelopeAsync("env/../1", "slash_commands", Command);
        await socket.EnvelopeAsync("env-long", "slash_commands", Command.Replace("top 3", new string('a', 1 << 20), StringComparison.Ordinal), frame: 100_000);
        await socket.EnvelopeAsync("env-unknown", "invented_in_2027", "{}");
        await socket.EnvelopeAsync("env-good", "slash_commands", Command);
        await socket.AcknowledgedAsync("env-unknown");
        await socket.AcknowledgedAsync("env-good");
        Assert.False(socket.IsAcknowledged("env-long"));
        Assert.False(socket.IsAcknowledged("env-list"));
        Assert.Equal("env-good", Assert.Single(await _front.KeptAsync()).EventId);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Open_the_next_before_the_one_that_Slack_replaces_is_closed(string reason)
    {
        var old = await OpenAsync();
        await old.DisconnectAsync(reason);
        var next = await _sockets.NextAsync();
        Assert.True(old.IsOpen);
        await old.EnvelopeAsync("env-old", "slash_commands", Command);
        await next.EnvelopeAsync("env-next", "slash_commands", Command);
        await old.AcknowledgedAsync("env-old");
        await next.AcknowledgedAsync("env-next");
        await old.CloseAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await old.Closed);
        Assert.True(next.IsOpen);
    }

    [Fact]
    public async Task Are_two_at_once_and_end_when_Socket_Mode_is_switched_off()
    {
        var sockets = (FakeSocket[])[await OpenAsync(), await _sockets.NextAsync()];
        Assert.All(sockets, socket => Assert.True(socket.IsOpen));
        foreach (var socket in sockets)
        {
            await socket.DisconnectAsync("link_disabled");
            await socket.CloseAsync();
        }
        await _running;
        Assert.Equal(2, _sockets.Asked);
    }

    [Fact]
    public async Task Acknowledge_what_is_under_way_and_say_farewell_when_the_program_stops()
    {
        var sockets = (FakeSocket[])[await OpenAsync(), await _sockets.NextAsync()];
        await sockets[0].EnvelopeAsync("env-1", "slash_commands", Command);
        await sockets[0].AcknowledgedAsync("env-1");
        await _stop.CancelAsync();
        await _running;
        foreach (var socket in sockets)
            Assert.Equal(WebSocketCloseStatus.NormalClosure, await socket.Closed);
        Assert.Equal(2, _sockets.Asked);
    }

    [Fact]
    public async Task Come_back_after_the_line_was_cut()
    {
        (await OpenAsync(new HurriedClock())).Cut();
        await _sockets.NextAsync(); // the other line
        var again = await _sockets.NextAsync();
        await again.EnvelopeAsync("env-1", "slash_commands", Command);
        await again.AcknowledgedAsync("env-1");
    }

    [Fact]
    public async Task Try_again_ever_later_and_never_at_quite_the_same_time_while_Slack_is_away()
    {
        const int Tries = 40;
        var clock = new HurriedClock();
        for (var i = 0; i < Tries; i++)
            _front.Slack.Faults.Next("apps.connections.open", FakeFault.DropsBeforeStoring);
        var socket = await OpenAsync(clock);
        await socket.EnvelopeAsync("env-1", "slash_commands", Command);
        await socket.AcknowledgedAsync("env-1");
        Assert.True(_front.Slack.Count("apps.connections.open") > Tries);
        Assert.All(clock.Waits, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(15)));
        Assert.Contains(clock.Waits, pause => pause > TimeSpan.FromSeconds(4));
        Assert.True(clock.Waits.Distinct().Count() > 4);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("missing_scope")]
    public async Task Give_up_when_Slack_refuses_the_token(string error)
    {
        _front.Slack.Methods["apps.connections.open"] = _ => throw SlackSays.No(error);
        await RunAsync(TimeProvider.System);
        Assert.Equal(2, _front.Slack.Count("apps.connections.open"));
    }

    private Task<FakeSocket> OpenAsync(TimeProvider? clock = null)
    {
        _running = RunAsync(clock ?? TimeProvider.System);
        return _sockets.NextAsync();
    }

    private Task RunAsync(TimeProvider clock) => new SlackSockets(
        _front.Services.GetRequiredService<SlackOptions>(),
        _front.Services.GetRequiredService<SlackAppCalls>(),
        _front.Services.GetRequiredService<SlackIntake>(),
        clock,
        NullLogger<SlackSockets>.Instance).RunAsync(_stop.Token);
}
