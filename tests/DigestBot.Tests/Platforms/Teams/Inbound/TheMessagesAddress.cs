using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>What comes to <c>POST /api/messages</c> under a good token, with the whole program behind it.</summary>
public sealed class TheMessagesAddress : IAsyncLifetime
{
    private static readonly Answered Taken = new(HttpStatusCode.OK, "");

    private TeamsFront _front = null!;

    public async Task InitializeAsync() => _front = await TeamsFront.ConfiguredAsync();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Keeps_a_message_as_it_came_and_answers_with_nothing()
    {
        const string Typed = "<at>DigestBot</at> add \"naïve\" 100% & <more> + 日本 😀";
        var message = Sent.Message(text: Typed).With("inventedIn2027", new JsonArray(1, 2));
        Assert.Equal(Taken, await _front.PostAsync(message));
        var item = Assert.Single(await _front.KeptAsync());
        Assert.Equal("teams", item.Platform);
        Assert.Equal(message.ToJsonString(), item.Payload);
        Assert.Equal(Typed, TeamsItem.Open(item)!.Text);
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task Keeps_whatever_else_means_something(string type)
    {
        Assert.Equal(Taken, await _front.PostAsync(Sent.Activity(type, "f:1")));
        Assert.Equal(type, TeamsItem.Open(Assert.Single(await _front.KeptAsync()))!.Type);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("handoff")]
    [InlineData("inventedIn2027")]
    [InlineData("Message")]
    public async Task Takes_what_means_nothing_and_does_not_keep_it(string type)
    {
        Assert.Equal(Taken, await _front.PostAsync(Sent.Activity(type, "f:1")));
        Assert.Empty(await _front.KeptAsync());
    }

    [Theory]
    [InlineData("config/fetch")]
    [InlineData("signin/verifyState")]
    [InlineData("invented/2027")]
    [InlineData("")]
    public async Task Answers_an_invoke_that_nobody_here_knows_with_nothing(string name)
    {
        Assert.Equal(Taken, await _front.PostAsync(Sent.Invoke(name)));
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Takes_a_repeat_once()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(Taken, await _front.PostAsync(Sent.Message()));
        Assert.Single(await _front.KeptAsync());
    }

    [Fact]
    public async Task Tells_a_message_from_its_change_its_deletion_and_the_reactions_to_it()
    {
        const string Id = "1795339200001";
        foreach (var activity in new[]
        {
            Sent.Message(Id), Sent.Activity("messageUpdate", Id), Sent.Activity("messageUpdate", Id).With("timestamp", "2026-11-22T10:00:05.000Z"),
            Sent.Activity("messageDelete", Id), Sent.Reaction(Id), Sent.Reaction(Id, "2026-11-22T10:00:02.000Z"),
        })
            await _front.PostAsync(activity);
        Assert.Equal(6, (await _front.KeptAsync()).Count);
    }

    [Fact]
    public async Task Tells_activities_without_an_id_by_what_they_say()
    {
        var first = Sent.Activity("conversationUpdate", "").With("id", null);
        await _front.PostAsync(first);
        await _front.PostAsync(first);
        await _front.PostAsync(first.With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:new" })));
        Assert.Equal(2, (await _front.KeptAsync()).Count);
    }

    [Fact]
    public async Task Has_the_service_told_what_could_not_be_kept()
    {
        await _front.BreakStoreAsync(isBroken: true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _front.PostAsync(Sent.Message())).Status);
        await _front.BreakStoreAsync(isBroken: false);
        Assert.Equal(Taken, await _front.PostAsync(Sent.Message()));
        Assert.Single(await _front.KeptAsync());
    }

    public static TheoryData<byte[]> Broken =>
    [
        [],
        [.. "null"u8],
        [.. "[]"u8],
        [.. "{"u8],
        [.. "{}"u8],
        [.. "\"message\""u8],
        Sent.Message().With("type", null).Bytes(),
        Sent.Message().With("type", 7).Bytes(),
        Sent.Message().With("conversation", null).Bytes(),
        Sent.Message().With("conversation", "a:fakePersonal0001").Bytes(),
        Sent.Message().With("conversation", new JsonObject()).Bytes(),
        Sent.Message().With("from", "me").Bytes(),
        Sent.Message().With("entities", new JsonObject()).Bytes(),
        Sent.Message(new string('1', 1_001)).Bytes(),
        Sent.Message().With("conversation", new JsonObject { ["id"] = new string('a', 1_001) }).Bytes(),
        [.. Sent.Message().Bytes()[..^1], .. ",\"type\":\"invoke\"}"u8],
        [.. Sent.Message().Bytes()[..^1], .. ",\"Type\":\"invoke\"}"u8],
        [.. Sent.Message().Bytes()[..^1], .. ",\"value\":\"\\ud800\"}"u8],
        [.. Sent.Message().Bytes()[..^1], .. ",\"value\":\""u8, 0xff, .. "\"}"u8],
        [.. Sent.Message().Bytes()[..^1], .. ",\"value\":"u8, .. Enumerable.Repeat((byte)'[', 100), .. Enumerable.Repeat((byte)']', 100), (byte)'}'],
        [.. Sent.Message().Bytes(), .. "{}"u8],
        Encoding.ASCII.GetBytes(new string('[', 200_000)),
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Refuses_what_Teams_never_sends_even_under_a_good_token(byte[] body)
    {
        Assert.Equal(new(HttpStatusCode.BadRequest, ""), await _front.PostAsync(body));
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Refuses_more_than_a_megabyte()
    {
        var body = Sent.Message(text: new string('a', 1 << 20)).Bytes();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _front.PostAsync(body)).Status);
        var inChunks = Sent.Post(body, _front.Issuer.Token(Sent.ServiceUrl));
        inChunks.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _front.SendAsync(inChunks)).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("text/json")]
    [InlineData("")]
    public async Task Refuses_a_body_sent_as_something_else(string mediaType)
    {
        var request = Sent.Post(Sent.Message().Bytes(), _front.Issuer.Token(Sent.ServiceUrl), mediaType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _front.SendAsync(request)).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Counts_what_comes_by_kind_and_by_what_became_of_it()
    {
        using var counted = new Counted(TeamsTraffic.Meter);
        await _front.PostAsync(Sent.Message());
        await _front.PostAsync(Sent.Message());
        await _front.PostAsync(Sent.Activity("a type that somebody made up", "1"));
        await _front.PostAsync(Sent.Invoke("invented/2027"));
        await _front.PostAsync(Sent.Message().With("serviceUrl", "https://evil.example/"));
        await _front.PostAsync([.. "{}"u8]);
        await _front.SendAsync(Sent.Post(Sent.Message().Bytes(), token: null));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "message kept", "message repeated", "activity unknown", "invoke unknown", "activity refused", "activity malformed", "activity unsigned",
            },
            counted.Seen);
        Assert.DoesNotContain(counted.Seen, seen => seen.Contains("made up", StringComparison.Ordinal));
    }
}
