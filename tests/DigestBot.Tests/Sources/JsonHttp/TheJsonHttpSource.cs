using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Settings;
using DigestBot.Sources;
using DigestBot.Sources.JsonHttp;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Sources.JsonHttp;

public sealed class TheJsonHttpSource : IAsyncLifetime
{
    private const string Fields = """ "Fields": { "id": "id", "text": "text", "createdAt": "at" } """;
    private readonly HurriedClock _clock = new();
    private readonly List<string> _asked = [];
    private StubServer _vendor = null!;

    public async Task InitializeAsync() => _vendor = await StubServer.StartAsync();

    public async Task DisposeAsync() => await _vendor.DisposeAsync();

    [Fact]
    public async Task Goes_on_with_the_cursor_of_an_answer()
    {
        Answer(request => request.Query["c"] == "abc+/="
            ? """{"posts":[{"id":2,"text":"b","at":"2026-11-20T08:00:00Z"}],"meta":{"next":null}}"""
            : """{"posts":[{"id":1,"text":"a","at":"2026-11-21T08:00:00Z"}],"meta":{"next":"abc+/="}}""");
        var read = await ReadAsync($$""" "Address": "{{_vendor.Address}}?c={cursor}", "Items": "posts", "Paging": "Cursor", "Next": "meta.next", {{Fields}} """);

        Assert.Equal(["1", "2"], read.Select(mention => mention.Id.ExternalId));
    }

    [Fact]
    public async Task Counts_items_on_and_stops_where_the_answer_says_that_there_are_no_more()
    {
        Answer(request => request.Query["skip"] == "2"
            ? """{"hasMore":false,"posts":[{"id":3,"text":"c","at":1795000000000}]}"""
            : """{"hasMore":true,"posts":[{"id":1,"text":"a","at":1795200000000},{"id":2,"text":"b","at":"1795100000000"}]}""");
        var read = await ReadAsync($$""" "Address": "{{_vendor.Address}}?skip={offset}", "Items": "posts", "Paging": "Offset", "Next": "hasMore", "Times": "Milliseconds", {{Fields}} """);

        Assert.Equal(["1", "2", "3"], read.Select(mention => mention.Id.ExternalId).Order(StringComparer.Ordinal));
        Assert.Equal(2, _asked.Count);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_100_000_000), read.Single(mention => mention.Id.ExternalId == "2").SaidAt);
    }

    [Fact]
    public async Task Posts_a_document_with_what_is_asked_for_in_it()
    {
        Answer(_ => """{"data":{"list":[{"id":1,"text":"a","at":1795000000}]}}""");
        await ReadAsync($$""" "Address": "{{_vendor.Address}}", "Method": "Post", "Body": "{\"query\":{\"from\":{since},\"n\":[1]},\"page\":\"{page}\"}", "SinceAs": "Seconds", "Times": "Seconds", "Items": "data.list", "Authentication": "Query", "TokenName": "key", "Token": "a&b", {{Fields}} """);

        Assert.Equal("""POST ?key=a%26b {"query":{"from":1794207600,"n":[1]},"page":"1"}""", Assert.Single(_asked));
    }

    [Fact]
    public async Task Reads_through_lists_joins_texts_makes_html_plain_and_counts()
    {
        Answer(_ => """
            {"edges":[
              {"node":{"key":"x","title":"Great","body":["<p>one &amp; only</p>",null,"<p>two</p>"],"at":"2026-11-20","who":[{"role":"agent","name":"bot"},{"role":"customer","name":"@ana"}],"score":"12","stars":4.5,"page":{"u":"https://x.example/1"},"lang":"pt-BR"}},
              {"node":{"key":"y","title":"Gone","body":[],"at":"2026-11-20","state":"removed"}}
            ]}
            """);
        var pages = await PagesAsync($$""" "Address": "{{_vendor.Address}}", "Items": "edges[*].node", "Html": true, "Deleted": "state=removed", "Fields": { "id": "key", "text": "title, body[*]", "createdAt": "at", "author": "who[role=customer].name", "likes": "score", "rating": "stars", "url": "page.u", "language": "lang" } """);
        var expected = new Mention(new("any", "x"), "ana", "Great\none & only\ntwo", new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))
        {
            Engagement = new(12, 0, 0), Rating = 4.5, Link = "https://x.example/1", Language = "pt",
        };

        Assert.Equal(expected, Assert.Single(pages.SelectMany(page => page.Mentions)));
        Assert.Equal("y", Assert.Single(pages.SelectMany(page => page.Gone)));
    }

    [Theory]
    [InlineData("reviews", "id", "no list at 'reviews'", "Names there: data, total.")]
    [InlineData("data.reviews", "id", "no list at 'data.reviews'", "Names there: items.")]
    [InlineData("data.items", "body.text", "no 'body.text'", "Names there: id, text, at.")]
    public async Task Says_which_name_is_not_there_and_which_are_and_shows_nothing_else(string items, string text, string missing, string names)
    {
        Answer(_ => """{"data":{"items":[{"id":"1","text":"secret-word","at":"2026-11-20"},{"id":"2","text":"secret-word","at":"2026-11-20"},{"id":"3","text":"secret-word","at":"2026-11-20"}]},"total":3}""");
        var mapped = text == "id" ? Fields : $$""" "Fields": { "id": "id", "text": "{{text}}", "createdAt": "at" } """;
        var failure = await Assert.ThrowsAsync<SourceException>(() => ReadAsync($$""" "Address": "{{_vendor.Address}}", "Items": "{{items}}", {{mapped}} """));

        Assert.Contains(missing, failure.Message, StringComparison.Ordinal);
        Assert.Contains(names, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "Address": "ftp://x.example", """, "Address")]
    [InlineData(""" "Address": "https://x.example?p={pge}", """, "{pge}")]
    [InlineData(""" "Address": "https://x.example", "Paging": "Page", """, "{page} stands neither")]
    [InlineData(""" "Address": "https://x.example", "Paging": "NextLink", """, "Next")]
    [InlineData(""" "Address": "https://x.example", "Order": "FromInstant", """, "{since} stands neither")]
    [InlineData(""" "Address": "https://x.example", "Authentication": "Bearer", """, "Token")]
    [InlineData(""" "Address": "https://x.example", "Authentication": "Header", "Token": "t", """, "TokenName")]
    [InlineData(""" "Address": "https://x.example", "Items": "a[", """, "no path")]
    [InlineData(""" "Address": "https://x.example", "Link": "https://x.example/{a[}", "Deleted": "a..b", """, "no path")]
    public void Refuses_settings_that_cannot_work(string settings, string expected) =>
        Assert.Contains(SettingsCheck.Faults(Configured(settings + Fields)), fault => fault.StartsWith("Sources:0", StringComparison.Ordinal) && fault.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData(""" "Fields": { "id": "id", "text": "text" } """, "createdAt")]
    [InlineData(""" "Fields": { "id": "id", "txt": "text", "text": "a", "createdAt": "b" } """, "txt")]
    public void Refuses_a_mapping_that_lacks_something_or_has_too_much(string fields, string expected) =>
        Assert.Contains(SettingsCheck.Faults(Configured($""" "Address": "https://x.example", {fields} """)), fault => fault.Contains(expected, StringComparison.Ordinal));

    private static IConfigurationRoot Configured(string settings) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Sources": [ { "Name": "any", "Kind": "JsonHttp", {{settings}} } ] }""")))
        .Build();

    private async Task<List<Mention>> ReadAsync(string settings) => [.. (await PagesAsync(settings)).SelectMany(page => page.Mentions)];

    private async Task<List<MentionPage>> PagesAsync(string settings)
    {
        var configured = Configured(settings);
        Assert.DoesNotContain(SettingsCheck.Faults(configured), fault => fault.StartsWith("Sources:0", StringComparison.Ordinal));
        var options = (SourceOptions)new SecretValues(null).Bind(configured.GetSection("Sources:0"), typeof(JsonHttpOptions));
        using var source = (JsonHttpSource)JsonHttpSource.Kind.Create(options, VendorParts.On(_clock));
        return await source.CollectAsync(null, CancellationToken.None).ToListAsync();
    }

    private void Answer(Func<HttpRequest, string> answer) => _vendor.Answer = async context =>
    {
        using var body = new StreamReader(context.Request.Body);
        _asked.Add($"{context.Request.Method} {context.Request.QueryString} {await body.ReadToEndAsync()}".TrimEnd());
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer(context.Request));
    };
}
