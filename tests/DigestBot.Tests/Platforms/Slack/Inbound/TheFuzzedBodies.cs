using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DigestBot.Platforms.Slack.Inbound.Sockets;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>Runs alone: it measures the memory of the process.</summary>
[CollectionDefinition(nameof(TheFuzzedBodies), DisableParallelization = true)]
public sealed class TheFuzzedBodiesRunAlone;

/// <summary>Spoiled bodies by the thousand, signed and not: all of them are answered, and nothing of them stays in memory.</summary>
[Collection(nameof(TheFuzzedBodies))]
public sealed class TheFuzzedBodies
{
    private const long MostMemory = 32L << 20;
    private static readonly int Count = Environment.GetEnvironmentVariable("FULL") == "1" ? 10_000 : 1_000;

    private static readonly string[] Events =
    [
        Encoding.UTF8.GetString(Bodies.Reaction()), Encoding.UTF8.GetString(Bodies.Verification()), """{"type":"app_rate_limited"}""",
        Event("""{"type":"app_mention","user":"U1","text":"<@U0> top 3","ts":"1795339820.000600","channel":"C1","event_ts":"1795339820.000600"}"""),
        Event("""{"type":"message","channel":"C1","user":"U1","text":"thanks &amp; well done","ts":"1.2","thread_ts":"1.1","channel_type":"channel"}"""),
        Event("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["U2"]}}"""), Event("""{"type":"app_home_opened","user":"U1","tab":"home"}"""),
    ];

    private static readonly string[] Types = ["events_api", "slash_commands", "interactive"];

    private static readonly string[] Dialogs = ["assign", "add", "evidence", "mention", "pick", "done"];

    private static readonly string[] Interactions =
    [
        .. Dialogs.SelectMany(dialog => (string[])[Submission(dialog), Press($"{dialog} tp7"), Press(dialog)]),
        """{"type":"message_action","callback_id":"followup_from_message","trigger_id":"9.1","team":{"id":"T0ACME"},"channel":{"id":"C1"},"user":{"id":"U1"},"message":{"type":"message","user":"U2","ts":"1.2","text":"a"}}""",
        """{"type":"view_closed","team":{"id":"T0ACME"},"user":{"id":"U1"},"view":{"id":"V1","callback_id":"assign","private_metadata":"{}"},"is_cleared":true}""",
        """{"type":"block_suggestion","team":{"id":"T0ACME"},"user":{"id":"U1"},"action_id":"a","value":"b"}""",
    ];

    [Theory]
    [InlineData("/slack/events", 1)]
    [InlineData("/slack/commands", 2)]
    [InlineData("/slack/interactivity", 3)]
    [InlineData("/slack/options", 4)]
    public async Task Are_answered_without_a_fault_and_leave_nothing_in_memory(string path, int seed)
    {
        await using var front = await SlackFront.ConfiguredAsync();
        front.Slack.RemembersCalls = false;
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> hear = (_, fault) => unobserved.Enqueue(fault.Exception);
        TaskScheduler.UnobservedTaskException += hear;
        var mutations = new Mutations(seed);
        var statuses = await SendAsync(front, path, mutations, Count / 5);
        var before = MemoryInUse.Bytes();
        foreach (var (status, count) in await SendAsync(front, path, mutations, Count - (Count / 5)))
            statuses[status] = statuses.GetValueOrDefault(status) + count;
        var grown = MemoryInUse.Bytes() - before;
        TaskScheduler.UnobservedTaskException -= hear;

        Assert.Equal(Count, statuses.Values.Sum());
        Assert.Empty(statuses.Keys.Except([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType]));
        Assert.True(statuses.GetValueOrDefault(HttpStatusCode.BadRequest) > Count / 20, "Hardly anything was spoiled.");
        Assert.True(statuses.GetValueOrDefault(HttpStatusCode.OK) > Count / 50, "Hardly anything got through.");
        Assert.Empty(unobserved);
        Assert.InRange(grown, long.MinValue, MostMemory);
    }

    [Fact]
    public void Are_read_from_a_socket_without_a_fault()
    {
        var mutations = new Mutations(seed: 5);
        for (var i = 0; i < Count; i++)
        {
            var envelope = $$"""{"envelope_id":"env-{{i}}","type":"{{mutations.Any(Types)}}","payload":{{mutations.Any(mutations.Once(2) ? Events : Interactions)}}}""";
            if (SlackEnvelope.Read(mutations.Spoil(Encoding.UTF8.GetBytes(envelope))) is SlackEnvelope.Payload { Request: { } request })
                Assert.NotEmpty(request.ToPayload());
        }
    }

    private static async Task<Dictionary<HttpStatusCode, int>> SendAsync(SlackFront front, string path, Mutations mutations, int count)
    {
        var statuses = new Dictionary<HttpStatusCode, int>();
        foreach (var batch in Enumerable.Range(0, count).Select(_ => Request(path, mutations)).Chunk(16))
        {
            foreach (var answer in await Task.WhenAll(batch.Select(front.SendAsync)))
                statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
        }
        return statuses;
    }

    private static HttpRequestMessage Request(string path, Mutations mutations)
    {
        var body = Body(path, mutations);
        var mediaType = mutations.Once(20) ? "text/plain" : null;
        if (mutations.Once(10))
            return Signed.Unsigned(path, body, mediaType);
        return Signed.Post(path, body, secret: mutations.Once(10) ? "the secret of nobody" : Signed.Secret, mediaType: mediaType);
    }

    // The JSON inside a form is spoiled before it is coded, or the form after that.
    private static byte[] Body(string path, Mutations mutations) => path switch
    {
        "/slack/events" => mutations.Spoil(Encoding.UTF8.GetBytes(mutations.Any(Events))),
        "/slack/commands" when mutations.Once(2) => Bodies.Command(Encoding.UTF8.GetString(mutations.Spoil(Bodies.Command()))),
        "/slack/commands" => mutations.Spoil(Bodies.Command()),
        _ when mutations.Once(4) => mutations.Spoil(Bodies.Payload(mutations.Any(Interactions))),
        _ => Bodies.Payload(Encoding.Latin1.GetString(mutations.Spoil(Encoding.UTF8.GetBytes(mutations.Any(Interactions))))),
    };

    private static string Event(string inner) => Encoding.UTF8.GetString(Bodies.Event(inner, $"Ev{(uint)inner.Length}"));

    private static string Press(string value) =>
        $$"""{"type":"block_actions","team":{"id":"T0ACME"},"user":{"id":"U1"},"trigger_id":"3.4","container":{"type":"message","message_ts":"1.2","channel_id":"C1"},"channel":{"id":"C1"},"actions":[{"type":"button","action_id":"a","block_id":"b","value":"{{value}}"}]}""";

    private static string Submission(string dialog) =>
        $$$$$$$"""{"type":"view_submission","team":{"id":"T0ACME"},"user":{"id":"U1"},"trigger_id":"7.8","view":{"id":"V1","callback_id":"{{{{{{{dialog}}}}}}}","private_metadata":"{\"about\":\"tp7\",\"channel\":\"C1\"}","hash":"1.h","state":{"values":{"owner":{"a":{"type":"users_select","selected_user":"U2"}},"due":{"a":{"type":"datepicker","selected_date":"2026-12-01"}},"note":{"a":{"type":"plain_text_input","value":"x"}}}}}}""";
}
