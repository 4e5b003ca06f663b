using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>What comes, signed, from a workspace that nobody has connected.</summary>
public sealed class TheStrangers : IAsyncLifetime
{
    private const string Theirs = "T0ELSE";
    private SlackFront _front = null!;

    // Known already whose token it is: on a busy machine the first question might take longer than a request waits for it.
    public async Task InitializeAsync()
    {
        _front = await SlackFront.ConfiguredAsync();
        foreach (var team in new[] { Bodies.Team, Theirs })
            await _front.Services.GetRequiredService<SlackWorkspaces>().ForTeamAsync(team, enterprise: null, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Are_told_so_in_private_when_they_type_a_command()
    {
        var answer = await _front.PostAsync("/slack/commands", Bodies.Command(team: Theirs));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        var said = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal("ephemeral", said.GetProperty("response_type").GetString());
        Assert.Contains("not set up for this workspace", said.GetProperty("text").GetString(), StringComparison.Ordinal);
        await AssertRefusedAsync("command");
    }

    [Fact]
    public async Task See_it_in_the_dialog_that_they_submit()
    {
        var answer = await _front.PostAsync("/slack/interactivity", Bodies.Payload(
            Bodies.StaleForm.Replace(Bodies.Team, Theirs, StringComparison.Ordinal)));
        var said = JsonNode.Parse(answer.Body)!;
        Assert.Equal("update", said["response_action"]!.GetValue<string>());
        var view = said["view"]!.AsObject();
        Assert.Empty(BlockKitRules.ViewFaults(view));
        Assert.Contains(BlockKit.Texts(view["blocks"]!.AsArray()), text => text.Contains("not set up for this workspace", StringComparison.Ordinal));
        await AssertRefusedAsync("interaction");
    }

    [Fact]
    public async Task Press_buttons_and_send_events_in_vain()
    {
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync("/slack/interactivity", Bodies.Press(team: Theirs))).Status);
        Assert.Equal(new(HttpStatusCode.OK, "", null), await _front.PostAsync("/slack/events", Bodies.Reaction(team: Theirs)));
        await AssertRefusedAsync("event", "interaction");
        Assert.Equal(0, _front.Slack.Count("views.open"));
    }

    [Fact]
    public async Task Cannot_write_into_the_audit_what_is_no_id()
    {
        await _front.PostAsync("/slack/events", Bodies.Event("""{"type":"app_mention","user":"U1\nslack:U9 approve <b>"}""", team: Theirs));
        Assert.Equal($"slack:{Theirs}/unknown", Assert.Single(await _front.AuditAsync()).By);
    }

    [Fact]
    public async Task Do_not_include_a_guest_whose_event_came_for_our_installation()
    {
        var shared = System.Text.Encoding.UTF8.GetString(Bodies.Reaction()).Replace("\"team_id\":\"T0ACME\",\"api", "\"team_id\":\"T0ELSE\",\"api", StringComparison.Ordinal);
        await _front.PostAsync("/slack/events", System.Text.Encoding.UTF8.GetBytes(shared));
        Assert.Single(await _front.KeptAsync()); // whether the guest may do anything is asked later
    }

    private async Task AssertRefusedAsync(params string[] kinds)
    {
        Assert.Empty(await _front.KeptAsync());
        var audit = await _front.AuditAsync();
        Assert.Equal(kinds, audit.Select(line => line.Verb).Order(StringComparer.Ordinal));
        Assert.All(audit, line => Assert.StartsWith("refused", line.Result, StringComparison.Ordinal));
    }
}
