using System.Text;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Webhook;

/// <summary>Runs alone: it measures the memory of the process.</summary>
[CollectionDefinition(nameof(TheFuzzedDeliveries), DisableParallelization = true)]
public sealed class TheFuzzedDeliveriesRunAlone;

/// <summary>Spoiled bodies, signed: all of them are answered, none with a fault of ours, and nothing of them stays in memory.</summary>
[Collection(nameof(TheFuzzedDeliveries))]
public sealed class TheFuzzedDeliveries
{
    private const long MostMemory = 32L << 20;
    private static readonly int Count = Environment.GetEnvironmentVariable("FULL") == "1" ? 2_000 : 200;

    private static readonly string[] Bodies =
    [
        """{"id":"1","source":"x","author":"jo","text":"Love the new map! \ud83d\ude00","createdAt":"2026-11-10T08:00:00Z","url":"https://example.com/1","engagement":{"likes":3,"reposts":0,"replies":1}}""",
        """[{"id":1,"text":"a","createdAt":"2026-11-10"},{"id":"2","text":"b","createdAt":"2026-11-10T08:00:00+01:00","rating":4.5,"language":"pt-BR","authorFollowers":7}]""",
        """{"id":"1","deleted":true}""",
        "{\"id\":\"1\",\"text\":\"a\",\"createdAt\":\"2026-11-10\"}\n{\"id\":\"2\",\"deleted\":true}\n",
    ];

    private static readonly string[] Types = ["application/json", "application/x-ndjson"];

    [Fact]
    public async Task Are_answered_without_a_fault_and_leave_nothing_in_memory()
    {
        await using var front = await WebhookFront.StartAsync("--Sources:0:MostPerMinute=6000");
        var mutations = new Mutations(seed: 6);
        var statuses = await SendAsync(front, mutations, Count / 5);
        var before = MemoryInUse.Bytes();
        foreach (var (status, count) in await SendAsync(front, mutations, Count - (Count / 5)))
            statuses[status] = statuses.GetValueOrDefault(status) + count;
        var grown = MemoryInUse.Bytes() - before;
        await front.WorkAsync();

        Assert.Equal(Count, statuses.Values.Sum());
        Assert.Empty(statuses.Keys.Except([202, 400]));
        Assert.True(statuses.GetValueOrDefault(400) > Count / 10, "Hardly anything was spoiled.");
        Assert.True(statuses.GetValueOrDefault(202) > Count / 50, "Hardly anything got through.");
        Assert.InRange(grown, long.MinValue, MostMemory);
        Assert.Empty(await front.WaitingAsync());
    }

    private static async Task<Dictionary<int, int>> SendAsync(WebhookFront front, Mutations mutations, int count)
    {
        var statuses = new Dictionary<int, int>();
        foreach (var batch in Enumerable.Range(0, count).Select(_ => Request(mutations)).Chunk(16))
        {
            foreach (var (status, _) in await Task.WhenAll(batch.Select(front.SendAsync)))
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }
        return statuses;
    }

    private static HttpRequestMessage Request(Mutations mutations)
    {
        var body = Encoding.UTF8.GetBytes(mutations.Any(Bodies));
        return WebhookFront.Signed(mutations.Once(5) ? body : mutations.Spoil(body), mediaType: mutations.Any(Types));
    }
}
