using System.Text;
using DigestBot.Sources;
using DigestBot.Sources.Zendesk;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Zendesk;

public sealed class TheZendeskSource : ApiSourceContract
{
    // Shaped as in "Incremental Ticket Export, Cursor Based", with include=users: from a customer, from an agent, deleted.
    private const string Export = """
        {
          "tickets": [
            {
              "url": "https://acme.zendesk.com/api/v2/tickets/501.json", "id": 501, "external_id": null, "via": { "channel": "email", "source": { "from": { "address": "ana@example.com", "name": "Ana" }, "to": {}, "rel": null } },
              "created_at": "2026-11-20T10:00:00Z", "updated_at": "2026-11-20T12:00:00Z", "generated_timestamp": 1763640000, "type": null, "subject": "Refund", "raw_subject": "Refund", "description": "Where is it?\n\nAna",
              "priority": null, "status": "solved", "recipient": "help@acme.example", "requester_id": 20978392, "submitter_id": 20978392, "assignee_id": 235323, "organization_id": null, "group_id": 98738,
              "tags": [], "custom_fields": [], "satisfaction_rating": { "id": 1234, "score": "bad", "comment": "Too slow" }, "brand_id": 3, "allow_channelback": false, "is_public": true, "from_messaging_channel": false
            },
            {
              "url": "https://acme.zendesk.com/api/v2/tickets/502.json", "id": 502, "created_at": "2026-11-20T10:00:00Z", "updated_at": "2026-11-20T12:00:00Z", "generated_timestamp": 1763640000,
              "subject": "Your gate has changed", "description": "Dear customer, your gate has changed.", "status": "pending", "requester_id": 20978392, "submitter_id": 235323, "satisfaction_rating": { "score": "offered" }
            },
            {
              "url": "https://acme.zendesk.com/api/v2/tickets/503.json", "id": 503, "created_at": "2026-11-19T10:00:00Z", "updated_at": "2026-11-20T12:00:00Z", "generated_timestamp": 1763640000,
              "subject": "SCRUBBED", "description": "SCRUBBED", "status": "deleted", "requester_id": 20978392, "submitter_id": 20978392, "satisfaction_rating": null
            }
          ],
          "users": [
            { "id": 20978392, "name": "Ana Ruiz", "email": "ana@example.com", "role": "end-user", "active": true, "locale": "es" },
            { "id": 235323, "name": "Agent Bo", "email": "bo@acme.example", "role": "agent", "active": true, "locale": "en-US" }
          ],
          "after_url": "https://acme.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor=MTU4MDc1Mzc5OC4wfHw0MzJ8", "after_cursor": "MTU4MDc1Mzc5OC4wfHw0MzJ8",
          "before_url": null, "before_cursor": null, "end_of_stream": true
        }
        """;

    internal override SourceKind Kind => ZendeskTicketSource.Kind;

    internal override VendorStub CreateVendor() => new ZendeskStub(() => Clock.GetUtcNow());

    private protected override bool CountsLikes => false;

    private protected override string Settings(Uri vendor) => $$"""
        "Server": "{{vendor}}", "Subdomain": "acme", "Email": "admin@acme.example", "Token": "open-sesame"
        """;

    [Fact]
    public async Task Tells_what_customers_wrote_how_they_rate_it_and_what_was_deleted()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes(Export));
        var page = Assert.Single(await CollectAsync(null));

        var ticket = Assert.Single(page.Mentions);
        Assert.Equal(("501", "Ana Ruiz", "Refund\nWhere is it?\n\nAna", 1), (ticket.Id.ExternalId, ticket.Author, ticket.Text, ticket.Rating));
        Assert.Equal("https://acme.zendesk.com/agent/tickets/501", ticket.Link);
        Assert.Equal(["503"], page.Gone);
        Assert.Empty(page.Skipped);
    }

    [Fact]
    public async Task Goes_by_start_time_first_and_by_cursor_from_then_on()
    {
        for (var i = 0; i < 3; i++)
            await AddAsync(new($"many{i}", "ana", $"Post {i}", Clock.GetUtcNow().AddHours(-i)));
        var since = Clock.GetUtcNow().AddDays(-14).ToUnixTimeSeconds();
        await CollectAsync(null);

        Assert.Equal($"/api/v2/incremental/tickets/cursor.json?start_time={since}&per_page=250&include=users", Vendor.Asked[0]);
        Assert.Matches("cursor.json.cursor=[^&]+&per_page=250&include=users$", Vendor.Asked[1]);
    }

    [Fact]
    public async Task Asks_for_no_moment_that_is_only_just_past_and_not_more_than_ten_times_a_minute()
    {
        var now = Clock.GetUtcNow();
        await Source.SinceAsync(now, CancellationToken.None).ToListAsync();
        await Source.SinceAsync(now, CancellationToken.None).ToListAsync();

        Assert.Contains($"start_time={now.AddMinutes(-5).ToUnixTimeSeconds()}&", Vendor.Asked[0], StringComparison.Ordinal);
        Assert.Contains(TimeSpan.FromSeconds(6), Clock.Waits);
    }

    [Fact]
    public async Task Reads_on_over_any_number_of_deleted_tickets()
    {
        for (var i = 0; i < 60; i++)
            await AddAsync(new($"spam{i:00}", "mallory", "Buy!", Clock.GetUtcNow().AddHours(-9)));
        await RunAsync();
        for (var i = 0; i < 60; i++)
            Vendor.Delete($"spam{i:00}");
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null((await RunAsync()).Failure);
        Assert.Null(await KeptAsync("spam59"));
        Assert.NotNull(await KeptAsync("second"));
    }

    [Fact]
    public async Task Takes_an_access_token_in_place_of_an_e_mail_address_and_an_api_token()
    {
        using var source = new ZendeskTicketSource(new() { Name = "desk", Subdomain = "acme", Token = new("open-sesame"), Server = Vendor.Address }, Parts);

        Assert.NotEmpty((await source.CollectAsync(null, CancellationToken.None).ToListAsync()).SelectMany(page => page.Mentions));
    }

    [Theory]
    [InlineData(401, """{ "error": "Couldn't authenticate you" }""", "Check Email and Token")]
    [InlineData(403, """{ "error": { "title": "Forbidden", "message": "You do not have access to this page." } }""", "only admins")]
    [InlineData(404, """{ "error": { "title": "No help desk at acme.zendesk.com", "message": "There is no help desk configured at this address." } }""", "Check Subdomain")]
    public async Task Says_which_right_is_missing(int status, string body, string expected)
    {
        Vendor.Before = context => context.Response.StatusCode = status;
        Vendor.Say(5, Encoding.UTF8.GetBytes(body));

        Assert.Contains(expected, (await RunAsync()).Failure, StringComparison.Ordinal);
    }
}
