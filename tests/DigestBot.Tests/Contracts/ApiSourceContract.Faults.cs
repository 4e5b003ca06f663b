using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Contracts;

public abstract partial class ApiSourceContract
{
    // A sentence on what happened, and one on what to do or when it goes on.
    private const string Sentences = @"^\S.*\. [A-Z].*\.$";

    public static TheoryData<string> Bodies =>
    [
        "", "null", "[]", "7", "\"text\"", "{", "<html><body>Please sign in</body></html>", "{\"data\":{\"children\":\"none\"}}",
        new string('[', 20_000), $"{{\"x\":\"{new string('x', 11 * 1024 * 1024)}\"}}", "{\"x\":\"\u00ff\u00fe\"}", "{\"x\":\"\\ud800\"}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Says_what_is_wrong_when_the_vendor_answers_nonsense(string body)
    {
        Vendor.Say(20, Encoding.Latin1.GetBytes(body));
        AssertPlain((await RunAsync()).Failure);
        Vendor.Recover();
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Null((await RunAsync()).Failure);
        Assert.Equal(2, (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Mentions);
    }

    [Fact]
    public async Task Reads_the_good_items_whatever_a_bad_one_is_made_of()
    {
        Vendor.PageSize = 100;
        var sound = Vendor.Item(new("odd", "mallory", "Odd item", Now.AddHours(-1)));
        foreach (var item in Oddities(sound))
        {
            Vendor.RawItem = item;
            var pages = await CollectAsync(null);
            var read = pages.SelectMany(page => page.Mentions).ToList();
            Assert.Superset(new HashSet<string> { IdOf("first"), IdOf("second") }, read.Select(mention => mention.Id.ExternalId).ToHashSet());
            Assert.All(read, mention => Assert.InRange(mention.SaidAt, Now.AddDays(-14), Now.AddDays(1)));
            Assert.All(read, mention => Assert.InRange(mention.Engagement.Total, 0, 4_000_000_000_000));
        }
    }

    [Fact]
    public async Task Waits_as_long_as_the_vendor_asks()
    {
        Vendor.Fail(1, 429, "7");

        Assert.Null((await RunAsync()).Failure);
        Assert.Contains(TimeSpan.FromSeconds(7), Clock.Waits);
    }

    [Fact]
    public async Task Leaves_the_vendor_alone_when_it_asks_for_an_hour_whoever_wants_to_read_of_the_same_account()
    {
        Vendor.Fail(1, 429, "3600");
        AssertPlain((await RunAsync()).Failure);
        var asked = Vendor.Requests;

        AssertPlain((await RunAsync()).Failure);
        AssertPlain((await RunAsync("another")).Failure);
        AssertPlain((await RunAsync(parts: Testing.VendorParts.On(Clock, mentions: Mentions))).Failure); // after a restart
        Assert.Equal(asked, Vendor.Requests);
        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Null((await RunAsync()).Failure);
    }

    [Fact]
    public async Task Asks_no_more_than_its_quota_and_says_what_is_left()
    {
        (Vendor.PageSize, Vendor.Headers["X-RateLimit-Remaining"], Vendor.Headers["X-RateLimit-Reset"]) = (100, "0", "1800");
        await RunAsync();
        var asked = Vendor.Requests;
        var health = (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Health;

        AssertPlain((await RunAsync()).Failure);
        Assert.Equal(asked, Vendor.Requests);
        Assert.Equal(0, health!.QuotaLeft);
        Assert.NotNull(health.NotBefore);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Tries_again_when_the_vendor_stumbles(int status)
    {
        Vendor.Fail(2, status);

        Assert.Null((await RunAsync()).Failure);
    }

    [Fact]
    public async Task Tries_again_when_a_connection_breaks()
    {
        Vendor.Reset(1);

        Assert.Null((await RunAsync()).Failure);
    }

    [Fact]
    public async Task Leaves_a_vendor_alone_that_keeps_failing()
    {
        Vendor.Fail(1000, 500);
        for (var run = 0; run < 4; run++)
            await Assert.ThrowsAsync<Core.Mentions.SourceException>(() => CollectAsync(null));
        var asked = Vendor.Requests;

        await Assert.ThrowsAsync<Core.Mentions.SourceException>(() => CollectAsync(null));
        Assert.Equal(asked, Vendor.Requests);
        Assert.True(Source.Health!.IsResting);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)] // wrong credentials
    [InlineData(403)] // rights that were taken away
    [InlineData(404)]
    [InlineData(500)]
    public async Task Says_what_to_do_next_and_shows_no_word_of_the_answer(int status)
    {
        Vendor.Fail(50, status);
        var failure = (await RunAsync()).Failure;

        Assert.NotNull(failure);
        AssertPlain(failure);
    }

    private static void AssertPlain(string? failure)
    {
        if (failure is null)
            return; // "{}" may well be an empty page
        Assert.Matches(Sentences, failure);
        Assert.DoesNotContain("unexpected fault", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", failure, StringComparison.Ordinal);
    }

    // The vendor's own item with each of its values in turn made into something that cannot be.
    private static IEnumerable<string> Oddities(JsonNode sound)
    {
        string[] odd =
        [
            "null", "true", "-1", "1e400", "99999999999999999999999999", "\"9999-12-31T23:59:59Z\"", "\"text\"", "\"\"", "[]", "{}", "[[[[1]]]]",
            "\"\\ud800\"", "\"\u00ff\u00fe\"", "\"\\u0000\"", $"\"{new string('x', 200_000)}\"",
        ];
        const string Place = "odd-value-stands-here";
        var text = sound.ToJsonString();
        foreach (var path in Leaves(sound, []).ToList())
        {
            var item = JsonNode.Parse(text)!;
            Put(item, path, Place);
            foreach (var value in odd)
                yield return item.ToJsonString().Replace($"\"{Place}\"", value, StringComparison.Ordinal);
            Put(item, path, null);
            yield return item.ToJsonString();
        }
    }

    private static IEnumerable<object[]> Leaves(JsonNode? node, object[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value, [.. path, member.Key])).Append(path).Where(leaf => leaf.Length > 0),
        JsonArray items => items.SelectMany((item, at) => Leaves(item, [.. path, at])),
        _ => [path],
    };

    private static void Put(JsonNode root, object[] path, string? value)
    {
        var parent = path[..^1].Aggregate(root, (node, step) => step is int at ? node[at]! : node[(string)step]!);
        if (path[^1] is int place)
            parent[place] = value;
        else if (value is null)
            parent.AsObject().Remove((string)path[^1]);
        else
            parent[(string)path[^1]] = value;
    }
}
