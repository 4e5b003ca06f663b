using System.Net;
using System.Text;
using System.Text.Json;
using DigestBot.Platforms.Slack.Inbound;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>The HTTP way in, with the whole program behind it.</summary>
public sealed class TheRequestUrls : IAsyncLifetime
{
    private const string Events = "/slack/events";
    private const string Commands = "/slack/commands";
    private const string Interactivity = "/slack/interactivity";
    private const string Options = "/slack/options";
    private SlackFront _front = null!;

    public async Task InitializeAsync() => _front = await SlackFront.ConfiguredAsync("--Slack:PreviousSigningSecret=the-secret-before");

    public async Task DisposeAsync() => await _front.DisposeAsync();

    public static TheoryData<string> Everywhere => new(Events, Commands, Interactivity, Options);

    [Fact]
    public async Task Keep_an_event_under_its_own_id_and_answer_at_once()
    {
        Assert.Equal(new(HttpStatusCode.OK, "", null), await _front.PostAsync(Events, Bodies.Reaction("Ev1")));
        var item = Assert.Single(await _front.KeptAsync());
        Assert.Equal(("slack", "Ev1"), (item.Platform, item.EventId));
        var payload = JsonDocument.Parse(item.Payload).RootElement;
        Assert.Equal("event", payload.GetProperty("kind").GetString());
        Assert.Equal("eyes", payload.GetProperty("body").GetProperty("event").GetProperty("reaction").GetString());
    }

    [Fact]
    public async Task Keep_a_command_with_all_its_fields_as_typed()
    {
        const string Typed = "add \"naïve\" 100% & <more> + 日本 😀";
        Assert.Equal(new(HttpStatusCode.OK, "", null), await _front.PostAsync(Commands, Bodies.Command(Typed)));
        var payload = JsonDocument.Parse(Assert.Single(await _front.KeptAsync()).Payload).RootElement;
        Assert.Equal("command", payload.GetProperty("kind").GetString());
        Assert.Equal(Typed, payload.GetProperty("body").GetProperty("text").GetString());
        Assert.Equal("/socialwins", payload.GetProperty("body").GetProperty("command").GetString());
    }

    [Fact]
    public async Task Keep_a_pressed_button()
    {
        Assert.Equal(new(HttpStatusCode.OK, "", null), await _front.PostAsync(Interactivity, Bodies.Press("pick tp7")));
        var payload = JsonDocument.Parse(Assert.Single(await _front.KeptAsync()).Payload).RootElement;
        Assert.Equal("interaction", payload.GetProperty("kind").GetString());
        Assert.Equal("pick tp7", payload.GetProperty("body").GetProperty("actions")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Answer_the_check_of_the_address_with_its_challenge_as_plain_text()
    {
        Assert.Equal(new(HttpStatusCode.OK, "a<b>c", "text/plain"), await _front.PostAsync(Events, Bodies.Verification("a<b>c")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _front.SendAsync(Signed.Unsigned(Events, Bodies.Verification()))).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Answer_the_check_of_the_certificate_and_keep_nothing()
    {
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync(Commands, Bodies.Form(("ssl_check", "1"), ("token", "deprecated")))).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Answer_a_select_that_asks_for_options()
    {
        var answer = await _front.PostAsync(Options, Bodies.Payload("""{"type":"block_suggestion","team":{"id":"T0ACME"},"value":"a"}"""));
        Assert.Equal(new(HttpStatusCode.OK, """{"options":[]}""", "application/json"), answer);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Take_a_repeat_once_whatever_Slack_says_about_retries()
    {
        foreach (var (path, body) in new[] { (Events, Bodies.Reaction()), (Commands, Bodies.Command()), (Interactivity, Bodies.Press()) })
        {
            var sentAt = TimeProvider.System.GetUtcNow();
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var request = Signed.Post(path, body, sentAt);
                request.Headers.Add("x-slack-retry-num", $"{attempt}");
                request.Headers.Add("x-slack-retry-reason", "http_timeout");
                Assert.Equal(HttpStatusCode.OK, (await _front.SendAsync(request)).Status);
            }
        }
        Assert.Equal(3, (await _front.KeptAsync()).Count);
    }

    [Fact]
    public async Task Take_an_event_once_when_Slack_sends_it_again_with_another_signature()
    {
        var now = TimeProvider.System.GetUtcNow();
        await _front.SendAsync(Signed.Post(Events, Bodies.Reaction("Ev1"), now.AddSeconds(-60)));
        await _front.SendAsync(Signed.Post(Events, Bodies.Reaction("Ev1"), now));
        Assert.Single(await _front.KeptAsync());
    }

    [Fact]
    public async Task Take_the_same_command_typed_twice_twice()
    {
        await _front.PostAsync(Commands, Bodies.Command(triggerId: "1.1"));
        await _front.PostAsync(Commands, Bodies.Command(triggerId: "1.2"));
        Assert.Equal(2, (await _front.KeptAsync()).Count);
    }

    [Fact]
    public async Task Take_what_was_signed_with_the_secret_before()
    {
        Assert.Equal(HttpStatusCode.OK, (await _front.SendAsync(Signed.Post(Commands, Bodies.Command(), secret: "the-secret-before"))).Status);
        Assert.Single(await _front.KeptAsync());
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Refuse_what_Slack_did_not_sign_just_now_and_keep_nothing(string path)
    {
        var body = path == Events ? Bodies.Reaction() : path == Commands ? Bodies.Command() : Bodies.Press();
        var now = TimeProvider.System.GetUtcNow();
        var changed = Signed.Post(path, body);
        changed.Content = Signed.Unsigned(path, [.. body, (byte)' ']).Content;
        HttpRequestMessage[] requests =
        [
            Signed.Unsigned(path, body), Signed.Post(path, body, secret: "a secret of nobody"), changed,
            Signed.Post(path, body, now.AddSeconds(-310)), Signed.Post(path, body, now.AddSeconds(310)),
        ];
        foreach (var request in requests)
            Assert.Equal(new(HttpStatusCode.Unauthorized, "", null), await _front.SendAsync(request));
        Assert.Empty(await _front.KeptAsync());
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Refuse_more_than_a_megabyte(string path)
    {
        var body = Encoding.ASCII.GetBytes(new string('a', (1 << 20) + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _front.SendAsync(Signed.Post(path, body))).Status);
        var inChunks = Signed.Post(path, body);
        inChunks.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _front.SendAsync(inChunks)).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Take_a_megabyte()
    {
        var body = Bodies.Command();
        byte[] longest = [.. body, .. "&more="u8, .. Encoding.ASCII.GetBytes(new string('a', (1 << 20) - body.Length - 6))];
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync(Commands, longest)).Status);
        Assert.Single(await _front.KeptAsync());
    }

    [Theory]
    [InlineData(Events, "application/x-www-form-urlencoded")]
    [InlineData(Events, "application/jsonp")]
    [InlineData(Events, "")]
    [InlineData(Commands, "application/json")]
    [InlineData(Interactivity, "multipart/form-data; boundary=x")]
    [InlineData(Options, "text/plain")]
    public async Task Refuse_a_body_sent_as_something_else(string path, string mediaType)
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _front.SendAsync(Signed.Post(path, Bodies.Command(), mediaType: mediaType))).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Theory]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    public async Task Take_a_content_type_in_any_spelling(string mediaType) =>
        Assert.Equal(HttpStatusCode.OK, (await _front.SendAsync(Signed.Post(Events, Bodies.Reaction(), mediaType: mediaType))).Status);

    public static TheoryData<string, byte[]> Broken => new()
    {
        { Events, [] },
        { Events, "null"u8.ToArray() },
        { Events, "[]"u8.ToArray() },
        { Events, "{"u8.ToArray() },
        { Events, "{}"u8.ToArray() },
        { Events, """{"type":7}"""u8.ToArray() },
        { Events, """{"type":"url_verification"}"""u8.ToArray() },
        { Events, """{"type":"url_verification","challenge":{}}"""u8.ToArray() },
        { Events, """{"type":"event_callback","event":{"type":"reaction_added"}}"""u8.ToArray() },
        { Events, """{"type":"event_callback","event_id":"Ev1"}"""u8.ToArray() },
        { Events, """{"type":"event_callback","event_id":"Ev1","event":"reaction_added"}"""u8.ToArray() },
        { Events, """{"type":"event_callback","event_id":"Ev 1\u0000","event":{"type":"reaction_added"}}"""u8.ToArray() },
        { Events, Bodies.Reaction(new string('E', 101)) },
        { Events, """{"type":"event_callback","type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added"}}"""u8.ToArray() },
        { Events, """{"type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added","user":"\ud800"}}"""u8.ToArray() },
        { Events, """{"type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added","\uDC00":1}}"""u8.ToArray() },
        { Events, [.. """{"type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added","user":" """u8, 0xff, .. "\"}}"u8] },
        { Events, Encoding.ASCII.GetBytes(new string('[', 200_000)) },
        { Events, [0xef, 0xbb, 0xbf, .. Bodies.Reaction()] },
        { Commands, [] },
        { Commands, "text=top"u8.ToArray() },
        { Commands, "command=%2Fsocialwins&text=a"u8.ToArray() },
        { Commands, "command=%2Fsocialwins&user_id=U1&user_id=U2"u8.ToArray() },
        { Commands, "command=%2Fsocialwins&user_id=U1&text=%zz"u8.ToArray() },
        { Commands, "command=%2Fsocialwins&user_id=U1&text=%f"u8.ToArray() },
        { Commands, "command=%2Fsocialwins&user_id=U1&text=%ff"u8.ToArray() },
        { Commands, "command=%2Fsocialwins&user_id=U1&text=%ed%a0%80"u8.ToArray() },
        { Commands, [.. "command=%2Fsocialwins&user_id=U1&text="u8, 0xc3] },
        { Commands, "command=%2Fsocialwins&user_id=U1&=x"u8.ToArray() },
        { Commands, Bodies.Form([.. Enumerable.Range(0, 65).Select(i => ($"field{i}", "x")), ("command", "/x"), ("user_id", "U1")]) },
        { Interactivity, [] },
        { Interactivity, "payload="u8.ToArray() },
        { Interactivity, Bodies.Payload("{}") },
        { Interactivity, Bodies.Payload("\"view_submission\"") },
        { Interactivity, Bodies.Payload("""{"type":"block_actions","type":"view_submission"}""") },
        { Interactivity, Bodies.Form(("payload", "{}"), ("Payload", "{}")) },
        { Options, Bodies.Command() },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Refuse_what_Slack_never_sends_even_when_it_is_signed(string path, byte[] body)
    {
        Assert.Equal(new(HttpStatusCode.BadRequest, "", null), await _front.PostAsync(path, body));
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Keep_whole_emoji_written_as_escapes()
    {
        var body = """{"type":"event_callback","event_id":"Ev1","team_id":"T0ACME","event":{"type":"message","text":"\ud83d\ude00 \u0000"}}"""u8.ToArray();
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync(Events, body)).Status);
        var kept = JsonDocument.Parse(Assert.Single(await _front.KeptAsync()).Payload).RootElement;
        Assert.Equal("😀 \0", kept.GetProperty("body").GetProperty("event").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(Events, """{"type":"event_callback","event_id":"Ev1","event":{"type":"invented_in_2027"}}""")]
    [InlineData(Events, """{"type":"event_callback","event_id":"Ev1","event":{}}""")]
    [InlineData(Events, """{"type":"invented_in_2027"}""")]
    [InlineData(Events, """{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1795339800,"api_app_id":"A1"}""")]
    [InlineData(Interactivity, """{"type":"invented_in_2027"}""")]
    public async Task Acknowledge_what_means_nothing_to_us_and_keep_nothing(string path, string json)
    {
        var body = path == Events ? Encoding.UTF8.GetBytes(json) : Bodies.Payload(json);
        Assert.Equal(new(HttpStatusCode.OK, "", null), await _front.PostAsync(path, body));
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Answer_a_wrong_form_at_once_and_keep_nothing()
    {
        var answer = await _front.PostAsync(Interactivity, Bodies.Payload(Bodies.StaleForm));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        var said = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal("errors", said.GetProperty("response_action").GetString());
        Assert.NotEmpty(said.GetProperty("errors").EnumerateObject());
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Have_Slack_send_again_what_could_not_be_kept()
    {
        await _front.BreakStoreAsync(isBroken: true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _front.PostAsync(Events, Bodies.Reaction("Ev1"))).Status);
        await _front.BreakStoreAsync(isBroken: false);
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync(Events, Bodies.Reaction("Ev1"))).Status);
        Assert.Single(await _front.KeptAsync());
    }

    [Fact]
    public async Task Count_what_comes_by_kind_and_by_what_became_of_it()
    {
        using var counted = new Counted(SlackTraffic.Meter);
        await _front.PostAsync(Events, Bodies.Reaction());
        await _front.PostAsync(Events, Bodies.Reaction());
        await _front.PostAsync(Events, Bodies.Event("""{"type":"invented_in_2027"}""", "Ev2"));
        await _front.PostAsync(Events, """{"type":"app_rate_limited"}"""u8.ToArray());
        await _front.SendAsync(Signed.Unsigned(Commands, Bodies.Command()));
        await _front.PostAsync(Interactivity, []);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "event kept", "event repeated", "event unknown", "event rate_limited", "command unsigned", "interaction malformed" },
            counted.Seen);
    }
}
