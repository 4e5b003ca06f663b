using System.Text;
using System.Text.Json;
using DigestBot.Core.Understanding;
using DigestBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Sources.Webhook;

/// <summary>The way in, with the whole program behind it.</summary>
public sealed class TheWebhook : IAsyncLifetime
{
    private const string Item = """{"id":"1","text":"Love the map","author":"jo","createdAt":"2026-11-20T08:00:00Z"}""";
    private WebhookFront _front = null!;

    public async Task InitializeAsync() => _front = await WebhookFront.StartAsync("--Sources:0:MostPerMinute=200");

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Theory]
    [InlineData(0, WebhookFront.Secret, 202)]
    [InlineData(0, WebhookFront.Previous, 202)]
    [InlineData(0, "the secret of nobody at all", 401)]
    [InlineData(-290, WebhookFront.Secret, 202)]
    [InlineData(290, WebhookFront.Secret, 202)]
    [InlineData(-310, WebhookFront.Secret, 401)]
    [InlineData(310, WebhookFront.Secret, 401)]
    public async Task Believes_who_knows_a_secret_and_has_just_sent_it(int seconds, string secret, int status) =>
        Assert.Equal(status, (await _front.SendAsync(WebhookFront.Signed(Encoding.UTF8.GetBytes(Item), sentAt: TimeProvider.System.GetUtcNow().AddSeconds(seconds), secret: secret))).Status);

    [Theory]
    [InlineData("X-DigestBot-Timestamp", null)]
    [InlineData("X-DigestBot-Timestamp", "soon")]
    [InlineData("X-DigestBot-Timestamp", "1795339820")]
    [InlineData("X-DigestBot-Signature", null)]
    [InlineData("X-DigestBot-Signature", "v1=")]
    [InlineData("X-DigestBot-Signature", "v0=00")]
    [InlineData("X-DigestBot-Signature", "v1=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Refuses_a_request_with_a_header_that_is_missing_or_wrong(string header, string? value)
    {
        var request = WebhookFront.Signed(Encoding.UTF8.GetBytes(Item));
        request.Headers.Remove(header);
        if (value is not null)
            request.Headers.Add(header, value);
        var (status, body) = await _front.SendAsync(request);

        Assert.Equal(401, status);
        Assert.Contains(header is "X-DigestBot-Timestamp" && value is null or "soon" ? "Timestamp" : "X-DigestBot", Error(body), StringComparison.Ordinal);
        Assert.Empty(await _front.WaitingAsync());
    }

    [Fact]
    public async Task Refuses_a_body_that_was_changed_on_the_way()
    {
        var request = WebhookFront.Signed(Encoding.UTF8.GetBytes(Item));
        request.Content = new StringContent(Item.Replace("Love", "Hate", StringComparison.Ordinal), Encoding.UTF8, "application/json");

        Assert.Equal(401, (await _front.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("/ingest/nobody")]
    [InlineData("/ingest/SHOP")]
    [InlineData("/ingest/shop%2F..%2F")]
    public async Task Knows_no_other_source_whoever_signs(string path)
    {
        Assert.Equal(404, (await _front.SendAsync(WebhookFront.Signed(Encoding.UTF8.GetBytes(Item), path))).Status);
        Assert.Equal(404, (await _front.SendAsync(WebhookFront.Signed(new byte[2 << 20], path))).Status);
        Assert.Equal(404, (await _front.SendAsync(new(HttpMethod.Post, path))).Status);
    }

    [Fact]
    public async Task Acknowledges_what_is_kept_and_stores_it_as_it_comes()
    {
        var (status, body) = await _front.PostAsync(Item);
        Assert.Equal((202, """{"status":"accepted"}"""), (status, body));
        Assert.Single(await _front.WaitingAsync());
        Assert.Null(await _front.KeptAsync("1"));
        await _front.WorkAsync();

        var kept = await _front.KeptAsync("1");
        Assert.Equal(("jo", "Love the map"), (kept!.Author, kept.Text));
        Assert.Empty(await _front.WaitingAsync());
    }

    [Fact]
    public async Task Takes_a_delivery_once_however_often_it_is_sent()
    {
        var sentAt = TimeProvider.System.GetUtcNow();
        Assert.Contains("accepted", (await _front.SendAsync(WebhookFront.Signed(Encoding.UTF8.GetBytes(Item), sentAt: sentAt))).Body, StringComparison.Ordinal);
        Assert.Contains("repeated", (await _front.SendAsync(WebhookFront.Signed(Encoding.UTF8.GetBytes(Item), sentAt: sentAt))).Body, StringComparison.Ordinal); // overheard
        await _front.PostAsync(Item.Replace("Love", "Hate", StringComparison.Ordinal), key: "delivery 7");
        await _front.WorkAsync();
        Assert.Contains("repeated", (await _front.PostAsync(Item, key: "delivery 7")).Body, StringComparison.Ordinal);
        Assert.Contains("repeated", (await _front.SendAsync(WebhookFront.Signed(Encoding.UTF8.GetBytes(Item), sentAt: sentAt.AddSeconds(-60)))).Body, StringComparison.Ordinal);
        await _front.WorkAsync();

        Assert.Equal("Hate the map", (await _front.KeptAsync("1"))!.Text);
        Assert.Equal(1, await _front.CountAsync());
    }

    [Fact]
    public async Task Takes_the_same_words_again_under_another_key()
    {
        await _front.PostAsync(Item, key: "a");
        await _front.PostAsync("""{"id":"1","deleted":true}""", key: "b");
        await _front.PostAsync(Item, key: "c");
        await _front.WorkAsync();

        Assert.NotNull(await _front.KeptAsync("1"));
    }

    [Fact]
    public async Task Follows_edits_and_deletions_in_the_order_they_came()
    {
        for (var i = 1; i <= 5; i++)
            await _front.PostAsync($$$"""[{"id":"1","text":"word {{{i}}}","createdAt":"2026-11-20T08:00:00Z","engagement":{"likes":{{{i}}} }},{"id":"g{{{i}}}","text":"goes","createdAt":"2026-11-20T08:00:00Z"}]""");
        await _front.PostAsync("""{"id":"g1","deleted":true}""");
        await _front.PostAsync("""[{"id":"g2","text":"edited and gone","createdAt":"2026-11-20T08:00:00Z"},{"id":"g2","deleted":true},{"id":"never there","deleted":true}]""");
        await _front.WorkAsync();

        var kept = await _front.KeptAsync("1");
        Assert.Equal(("word 5", 5L), (kept!.Text, kept.Engagement.Likes));
        Assert.Null(await _front.KeptAsync("g1"));
        Assert.Null(await _front.KeptAsync("g2"));
        Assert.NotNull(await _front.KeptAsync("g3"));
    }

    [Fact]
    public async Task Reads_items_a_line()
    {
        Assert.Equal(202, (await _front.PostAsync($"{Item}\r\n\r\n{Item.Replace("\"1\"", "\"2\"", StringComparison.Ordinal)}\n", mediaType: "application/x-ndjson; charset=utf-8")).Status);
        await _front.WorkAsync();

        Assert.Equal(2, await _front.CountAsync());
    }

    [Theory]
    [InlineData("", "not valid JSON", 1, null)]
    [InlineData("[]", "no item", null, null)]
    [InlineData("7", "not an object", null, 1)]
    [InlineData("{\n\"id\":\"1\",\n}", "not valid JSON", 3, null)]
    [InlineData("""{"id":"1","id":"2"}""", "names a field twice", 1, null)]
    [InlineData("""{"text":"secret-word","createdAt":"2026-11-20T08:00:00Z"}""", "no id", null, 1)]
    [InlineData("""[{"id":"1","text":"a","createdAt":"2026-11-20T08:00:00Z"},{"id":"2","text":"secret-word","createdAt":"secret-word"}]""", "createdAt", null, 2)]
    [InlineData("""{"id":"1","text":"secret-word","createdAt":"2026-11-20T08:00:00Z","rating":9}""", "rating", null, 1)]
    [InlineData("""{"id":"1","text":"secret-word","createdAt":"2199-11-20T08:00:00Z"}""", "future", null, 1)]
    [InlineData("""{"id":"1","deleted":"secret-word"}""", "deleted", null, 1)]
    [InlineData("""{"id":"1","text":"\ud800","createdAt":"2026-11-20T08:00:00Z"}""", "half a character", null, null)]
    public async Task Says_what_is_wrong_with_a_body_and_where_and_repeats_no_word_of_it(string sent, string expected, int? line, int? item)
    {
        var (status, body) = await _front.PostAsync(sent);
        var told = JsonElement.Parse(body);

        Assert.Equal(400, status);
        Assert.Contains(expected, Error(body), StringComparison.Ordinal);
        Assert.Equal((line, item), (Number(told, "line"), Number(told, "item")));
        Assert.DoesNotContain("secret-word", body, StringComparison.Ordinal);
        Assert.Empty(await _front.WaitingAsync());
    }

    [Fact]
    public async Task Names_the_line_that_is_wrong_among_lines()
    {
        var (status, body) = await _front.PostAsync($"{Item}\n\n{{\"id\":\n", mediaType: "application/x-ndjson");

        Assert.Equal((400, 3), (status, Number(JsonElement.Parse(body), "line")));
    }

    [Fact]
    public async Task Refuses_more_than_a_megabyte_other_types_what_is_packed_and_a_key_that_is_none()
    {
        Assert.Equal(413, (await _front.PostAsync(new string(' ', (1 << 20) + 1))).Status);
        Assert.Equal(415, (await _front.PostAsync(Item, mediaType: "text/plain")).Status);
        Assert.Equal(400, (await _front.PostAsync(Item, key: new string('k', 256))).Status);
        var packed = WebhookFront.Signed(Encoding.UTF8.GetBytes(Item));
        packed.Content!.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(415, (await _front.SendAsync(packed)).Status);
        Assert.Empty(await _front.WaitingAsync());
    }

    [Fact]
    public async Task Asks_for_patience_when_too_many_come_and_while_it_is_paused()
    {
        await using var front = await WebhookFront.StartAsync("--Sources:0:MostPerMinute=2");
        await front.PostAsync("""{"id":"a","deleted":true}""");
        await front.PostAsync("""{"id":"b","deleted":true}""");
        Assert.Equal(429, (await front.PostAsync("""{"id":"c","deleted":true}""")).Status);
        await _front.Mentions.PauseAsync("shop", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.Equal(503, (await _front.PostAsync(Item)).Status);
        await _front.Mentions.PauseAsync("shop", null, CancellationToken.None);
        Assert.Equal(202, (await _front.PostAsync(Item)).Status);
    }

    [Fact]
    public async Task Loses_and_doubles_nothing_when_it_is_killed_at_any_point()
    {
        for (var i = 0; i < 6; i++)
            await _front.PostAsync($$"""{"id":"{{i}}","text":"post {{i}}","createdAt":"2026-11-20T08:00:00Z"}""");
        await _front.RestartAsync(); // between acknowledgement and reading
        await _front.Services.GetRequiredService<MentionCollector>().TakeAsync(_front.Source, (await _front.Source.CollectAsync(null, CancellationToken.None).ToListAsync())[0], CancellationToken.None);
        await _front.RestartAsync(); // between storing and the mark "done"
        Assert.Equal(6, (await _front.WaitingAsync()).Count);
        await _front.WorkAsync();
        await _front.RestartAsync();
        await _front.WorkAsync();

        Assert.Equal(6, await _front.CountAsync());
        Assert.Contains("repeated", (await _front.PostAsync("""{"id":"0","text":"post 0","createdAt":"2026-11-20T08:00:00Z"}""")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_a_delivery_sent_again_that_could_not_be_kept()
    {
        var engine = _front.Services.GetRequiredService<StorageEngine>();
        await engine.ExecuteAsync(WriteLane.Normal, "ALTER TABLE inbox RENAME TO inbox_away");
        Assert.Equal(503, (await _front.PostAsync(Item)).Status);
        await engine.ExecuteAsync(WriteLane.Normal, "ALTER TABLE inbox_away RENAME TO inbox");
        Assert.Equal(202, (await _front.PostAsync(Item)).Status);
    }

    [Fact]
    public async Task Leaves_out_what_does_not_name_the_brand_where_that_is_asked_for()
    {
        await using var front = await WebhookFront.StartAsync("--Sources:0:RequireBrand=true");
        await front.PostAsync("""[{"id":"1","text":"Acme is great","createdAt":"2026-11-20T08:00:00Z"},{"id":"2","text":"So is life","createdAt":"2026-11-20T08:00:00Z"}]""");
        await front.WorkAsync();

        Assert.Equal(1, await front.CountAsync());
    }

    private static string Error(string body) => JsonElement.Parse(body).GetProperty("error").GetString()!;

    private static int? Number(JsonElement told, string name) => told.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}
