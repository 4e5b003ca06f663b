using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>Runs alone: it measures the memory of the process.</summary>
[CollectionDefinition(nameof(TheFuzzedActivities), DisableParallelization = true)]
public sealed class TheFuzzedActivitiesRunAlone;

/// <summary>Spoiled activities by the thousand, signed and not: all of them are answered, and nothing of them stays in memory.</summary>
[Collection(nameof(TheFuzzedActivities))]
public sealed class TheFuzzedActivities
{
    private const long MostMemory = 32L << 20;
    private static readonly int Count = Environment.GetEnvironmentVariable("FULL") == "1" ? 10_000 : 1_000;

    private static readonly string[] Names =
        [InvokeNames.CardAction, InvokeNames.TaskFetch, InvokeNames.TaskSubmit, InvokeNames.Query, InvokeNames.FetchTask, InvokeNames.SubmitAction, "invented/2027"];

    private static readonly JsonObject[] Activities =
    [
        Sent.Message(text: "<at>DigestBot</at> add Crew was kind &amp; quick 😀").With("entities", JsonNode.Parse("""[{"type":"mention","text":"<at>DigestBot</at>","mentioned":{"id":"28:x"}}]""")),
        Sent.Message().With("text", null).With("value", JsonNode.Parse("""{"verb":"pick","args":"tp7","owner":"33333333-3333-4333-8333-333333333333"}""")),
        Sent.Reaction("f:1"),
        Sent.Activity("conversationUpdate", "f:2").With("membersAdded", JsonNode.Parse("""[{"id":"28:11111111-1111-4111-8111-111111111111"}]""")),
        Sent.Activity("installationUpdate", "f:3").With("action", "add"),
        Sent.Activity("messageUpdate", "5"),
        Sent.Activity("typing", "6"),
        .. Names.Select(name => Sent.Invoke(name)),
    ];

    [Fact]
    public async Task Are_answered_without_a_fault_and_leave_nothing_in_memory()
    {
        await using var front = await TeamsFront.ConfiguredAsync();
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> hear = (_, fault) => unobserved.Enqueue(fault.Exception);
        TaskScheduler.UnobservedTaskException += hear;
        var mutations = new Mutations(seed: 6);
        var statuses = await SendAsync(front, mutations, Count / 5);
        var before = MemoryInUse.Bytes();
        foreach (var (status, count) in await SendAsync(front, mutations, Count - (Count / 5)))
            statuses[status] = statuses.GetValueOrDefault(status) + count;
        var grown = MemoryInUse.Bytes() - before;
        TaskScheduler.UnobservedTaskException -= hear;

        Assert.Equal(Count, statuses.Values.Sum());
        Assert.Empty(statuses.Keys.Except(
            [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType]));
        Assert.True(statuses.GetValueOrDefault(HttpStatusCode.BadRequest) > Count / 20, "Hardly anything was spoiled.");
        Assert.True(statuses.GetValueOrDefault(HttpStatusCode.OK) > Count / 50, "Hardly anything got through.");
        Assert.Empty(unobserved);
        Assert.InRange(grown, long.MinValue, MostMemory);
    }

    private static async Task<Dictionary<HttpStatusCode, int>> SendAsync(TeamsFront front, Mutations mutations, int count)
    {
        var statuses = new Dictionary<HttpStatusCode, int>();
        foreach (var batch in Enumerable.Range(0, count).Select(_ => Request(front.Issuer, mutations)).Chunk(16))
        {
            foreach (var answer in await Task.WhenAll(batch.Select(front.SendAsync)))
                statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
        }
        return statuses;
    }

    private static HttpRequestMessage Request(TestIssuer issuer, Mutations mutations)
    {
        var body = Body(mutations);
        var token = mutations.Once(10) ? null : Token(issuer, mutations);
        return Sent.Post(body, token, mutations.Once(20) ? "text/plain" : "application/json");
    }

    // One good token for all, as the service uses one, and some that are spoiled like the bodies.
    private static string Token(TestIssuer issuer, Mutations mutations)
    {
        if (!mutations.Once(10))
            return issuer.Token(Sent.ServiceUrl);
        var spoiled = Encoding.Latin1.GetString(mutations.Spoil(Encoding.ASCII.GetBytes(issuer.Token(Sent.ServiceUrl))));
        return new([.. spoiled.Where(letter => letter is > ' ' and <= '~')]);
    }

    // Half of them are broken as JSON, the others say what was never said before.
    private static byte[] Body(Mutations mutations)
    {
        var activity = mutations.Any(Activities).DeepClone().AsObject();
        if (mutations.Once(2))
            return mutations.Spoil(activity.Bytes());
        var name = mutations.Any([.. activity.Select(member => member.Key)]);
        return activity.With(name, mutations.Any(Nonsense)()).With("id", $"{mutations.Any([1, 2, 3, 4, 5])}").Bytes();
    }

    private static readonly Func<JsonNode?>[] Nonsense =
    [
        () => null, () => "", () => 0, () => true, () => -1e300, () => new JsonArray(), () => new JsonObject(), () => new string('x', 5_000), () => "\u202e\0<at>",
        () => new JsonObject { ["id"] = new JsonArray() }, () => new JsonArray(null, 1, new JsonObject()), () => "19:x@thread.tacv2;messageid=../..",
    ];
}
