using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack;

/// <summary>A fake that takes everything proves nothing: it refuses what Slack refuses, with Slack's names.</summary>
public sealed class TheFakeSlack : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private readonly FakeClock _clock = FakeClock.OnMonday();
    private FakeSlack _slack = null!;

    public async Task InitializeAsync() => _slack = await FakeSlack.StartAsync(_clock);

    public async Task DisposeAsync() => await _slack.DisposeAsync();

    public static TheoryData<string, string> Blocks_Slack_refuses => new()
    {
        { "a header that is too long", Header(Text("plain_text", 151)) },
        { "a header with marks", Header(Text("mrkdwn", 1)) },
        { "an empty text", Section(Text("mrkdwn", 0)) },
        { "a section that is too long", Section(Text("mrkdwn", 3_001)) },
        { "a section of nothing", """[{"type":"section"}]""" },
        { "no buttons", Actions() },
        { "a button that is too long", Actions(Button("a", 76)) },
        { "a button twice", Actions(Button("a", 1), Button("a", 2)) },
        { "a menu of six", Actions(Menu(6)) },
        { "a type nobody knows", """[{"type":"marquee"}]""" },
        { "an empty run of typed text", """[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}]""" },
        { "a block twice", """[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""" },
        { "51 blocks", $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51))}]" },
    };

    [Theory]
    [MemberData(nameof(Blocks_Slack_refuses))]
    public async Task Refuses(string what, string blocks)
    {
        var answer = await CallAsync("chat.postMessage", new() { ["channel"] = "C0EXEC", ["text"] = what, ["blocks"] = JsonNode.Parse(blocks) });
        Assert.Equal("invalid_blocks", (string?)answer["error"]);
        Assert.NotEmpty(answer["response_metadata"]!["messages"]!.AsArray());
        Assert.Empty(_slack.Workspace.Messages("C0EXEC"));
    }

    [Theory]
    [InlineData("C0NOWHERE", "channel_not_found")]
    [InlineData("C0RANDOM", "not_in_channel")]
    [InlineData("C0OLD", "is_archived")]
    public async Task Refuses_channels_where_the_bot_may_not_post(string channel, string error)
    {
        _slack.Workspace.AddChannel("C0OLD", "old").Change("C0OLD", old => old with { IsArchived = true });
        Assert.Equal(error, (string?)(await CallAsync("chat.postMessage", new() { ["channel"] = channel, ["text"] = "x" }))["error"]);
    }

    [Fact]
    public async Task Refuses_whoever_has_no_token_or_a_wrong_one()
    {
        Assert.Equal("not_authed", (string?)(await CallAsync("auth.test", [], token: null))["error"]);
        Assert.Equal("invalid_auth", (string?)(await CallAsync("auth.test", [], token: "xoxb-nobody"))["error"]);
        _slack.Workspace.Uninstalls();
        Assert.Equal("token_revoked", (string?)(await CallAsync("auth.test", []))["error"]);
    }

    [Fact]
    public async Task Lets_a_trigger_open_one_modal_within_three_seconds()
    {
        var view = JsonNode.Parse("""{"type":"modal","title":{"type":"plain_text","text":"Assign"},"blocks":[]}""");
        var trigger = Trigger();
        Assert.Null((await OpenAsync(trigger, view))["error"]);
        Assert.Equal("Assign", _slack.Workspace.Modal("U0ANA")!.Title);
        Assert.Equal("exchanged_trigger_id", (string?)(await OpenAsync(trigger, view))["error"]);

        var late = Trigger();
        _clock.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal("expired_trigger_id", (string?)(await OpenAsync(late, view))["error"]);
    }

    [Fact]
    public async Task Refuses_a_change_made_for_an_older_modal()
    {
        var view = JsonNode.Parse("""{"type":"modal","title":{"type":"plain_text","text":"Assign"},"blocks":[]}""");
        var opened = (await OpenAsync(Trigger(), view))["view"]!;
        JsonObject Change() => new() { ["view_id"] = (string?)opened["id"], ["hash"] = (string?)opened["hash"], ["view"] = view!.DeepClone() };
        Assert.Null((await CallAsync("views.update", Change()))["error"]);
        Assert.Equal("hash_conflict", (string?)(await CallAsync("views.update", Change()))["error"]);
    }

    [Fact]
    public async Task Takes_a_channels_messages_a_second_apart_when_told_to()
    {
        _slack.Limits.BetweenPosts = TimeSpan.FromSeconds(1);
        JsonObject Message() => new() { ["channel"] = "C0EXEC", ["text"] = "x" };
        Assert.Null((await CallAsync("chat.postMessage", Message()))["error"]);
        Assert.Equal("ratelimited", (string?)(await CallAsync("chat.postMessage", Message()))["error"]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await CallAsync("chat.postMessage", Message()))["error"]);
        Assert.Equal(1, _slack.Limits.Refused);
    }

    [Fact]
    public async Task Tells_of_metadata_only_its_type_unless_asked_for_all()
    {
        var metadata = JsonNode.Parse("""{"event_type":"e","event_payload":{"k":"v"}}""");
        await CallAsync("chat.postMessage", new() { ["channel"] = "C0EXEC", ["text"] = "x", ["metadata"] = metadata });
        Assert.Null((await CallAsync("conversations.history", new() { ["channel"] = "C0EXEC" }))["messages"]![0]!["metadata"]!["event_payload"]);
        var all = await CallAsync("conversations.history", new() { ["channel"] = "C0EXEC", ["include_all_metadata"] = true });
        Assert.Equal("v", (string?)all["messages"]![0]!["metadata"]!["event_payload"]!["k"]);
    }

    [Fact]
    public async Task Exchanges_a_code_once()
    {
        var code = _slack.OAuth.Code(_slack.Workspace, "U0ANA");
        JsonObject Exchange() => new() { ["client_id"] = FakeSlack.ClientId, ["client_secret"] = FakeSlack.ClientSecret, ["code"] = code };
        Assert.Equal(_slack.Workspace.BotToken, (string?)(await CallAsync("oauth.v2.access", Exchange(), token: null))["access_token"]);
        Assert.Equal("invalid_code", (string?)(await CallAsync("oauth.v2.access", Exchange(), token: null))["error"]);
    }

    [Fact]
    public void Hears_a_message_that_would_ring()
    {
        var message = new FakeMessage { Ts = "1.1", Channel = "C", User = "U", Text = "hey <!channel>", Blocks = [JsonNode.Parse("""{"type":"section","text":{"type":"mrkdwn","text":"<@U1>"}}""")] };
        Assert.Equal(["<!channel>", "<@U1>"], message.Rings);
    }

    private static string Text(string type, int length) => $$"""{"type":"{{type}}","text":"{{new string('x', length)}}"}""";

    private static string Header(string text) => $$"""[{"type":"header","text":{{text}} }]""";

    private static string Section(string text) => $$"""[{"type":"section","text":{{text}} }]""";

    private static string Actions(params string[] elements) => $$"""[{"type":"actions","elements":[{{string.Join(',', elements)}}]}]""";

    private static string Button(string action, int length) => $$"""{"type":"button","action_id":"{{action}}","text":{{Text("plain_text", length)}} }""";

    private static string Menu(int options) =>
        $$"""{"type":"overflow","action_id":"menu","options":[{{string.Join(',', Enumerable.Repeat($$"""{"text":{{Text("plain_text", 1)}},"value":"v"}""", options))}}]}""";

    private string Trigger() => (string)_slack.Workspace.Person("U0ANA").Types("x").Body["trigger_id"]!;

    private Task<JsonObject> OpenAsync(string trigger, JsonNode? view) =>
        CallAsync("views.open", new() { ["trigger_id"] = trigger, ["view"] = view!.DeepClone() });

    private async Task<JsonObject> CallAsync(string method, JsonObject arguments, string? token = "xoxb-T0ACME")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_slack.ApiBaseAddress, method)) { Content = JsonContent.Create(arguments) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
