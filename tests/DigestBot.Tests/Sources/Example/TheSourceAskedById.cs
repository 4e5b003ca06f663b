using System.Text.Json.Nodes;
using DigestBot.Outgoing;
using DigestBot.Sources;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Example;

/// <summary>The other ways of the base: oldest first from an instant, tokens of an OAuth endpoint, asked again by id.</summary>
public sealed class TheSourceAskedById : ApiSourceContract
{
    private InstantStub Tokens => (InstantStub)Vendor;

    internal override SourceKind Kind { get; } =
        new SourceKind<ExampleOptions>("ExampleById", "the same, asked by id", (options, parts) => new ByIdSource(options, parts));

    internal override VendorStub CreateVendor() => new InstantStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame" """;

    [Fact]
    public async Task Asks_for_a_token_once_and_again_when_it_has_ended_or_is_not_accepted()
    {
        await RunWithOneSourceAsync();
        Assert.Equal(1, Tokens.Tokens);
        Tokens.Revoke();
        await RunWithOneSourceAsync();
        Assert.Equal(2, Tokens.Tokens);
        Clock.Advance(TimeSpan.FromMinutes(59.5));
        await RunWithOneSourceAsync();
        Assert.Equal(3, Tokens.Tokens);
    }

    [Fact]
    public async Task Asks_after_what_it_knows_not_more_often_than_every_six_hours()
    {
        await AddAsync(new("new", "ana", "Today", Clock.GetUtcNow().AddMinutes(-1)));
        await RunAsync();
        Clock.Advance(TimeSpan.FromHours(5));
        await RunAsync();
        Assert.DoesNotContain(Vendor.Asked, asked => asked.Contains("ids=", StringComparison.Ordinal));
        Clock.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        await RunAsync();
        Assert.Single(Vendor.Asked, asked => asked.Contains("ids=", StringComparison.Ordinal));
    }

    private async Task RunWithOneSourceAsync() => Assert.NotEmpty(await CollectAsync(null));

    private sealed class ByIdSource(ExampleOptions options, SourceParts parts) : ApiSource(options, Access(options, parts), parts)
    {
        protected override ApiOrder Order => ApiOrder.FromInstant;

        protected override int AsksAgainAtOnce => 3;

        protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken) =>
            PageAsync($"/v1/posts?since={since.ToUnixTimeSeconds()}&before={page}", cancellationToken);

        protected override Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
            PageAsync($"/v1/posts?ids={Uri.EscapeDataString(string.Join(',', ids))}", cancellationToken);

        private async Task<ApiPage> PageAsync(string path, CancellationToken cancellationToken)
        {
            var reply = await Client.GetAsync(new(options.Server!, path), ExampleJson.Default.ExamplePosts, cancellationToken);
            return Page(reply.Body.Posts, ExampleJson.Default.ExamplePost, Meaning, reply.Body.Next);
        }

        private static SaidItem Meaning(ExamplePost post) =>
            new() { Id = post.Id, Author = post.Author?.Handle, Text = post.Text, At = ItemTime.Iso(post.CreatedAt), Likes = post.Likes };

        private static ApiAccess Access(ExampleOptions options, SourceParts parts)
        {
            var tokens = new OAuthTokens(parts.Client(new("Example") { Account = "tokens" }), new(options.Server!, "/token"), OAuthGrant.ClientCredentials("me", options.Token), parts.Clock);
            return new("Example") { Account = options.Token!.Print, Credentials = tokens };
        }
    }

    private sealed class InstantStub : VendorStub
    {
        public int Tokens { get; private set; }

        private string Valid => $"token-{Tokens}-{_revoked}";

        private int _revoked;

        public void Revoke() => _revoked++;

        public override JsonNode Item(VendorPost post) => new ExampleStub().Item(post);

        protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => new JsonObject { ["posts"] = items, ["next"] = next };

        protected override string? MarkOf(HttpRequest request) => request.Query["before"] is [{ Length: > 0 } mark] ? mark : null;

        protected override bool Knows(HttpRequest request) => request.Path == "/token" || request.Headers.Authorization == "Bearer " + Valid;

        protected override IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts)
        {
            if (request.Query["ids"] is [{ } ids])
                return posts.Where(post => ids.Split(',').Contains(post.Id, StringComparer.Ordinal));
            var since = DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Query["since"]!, System.Globalization.CultureInfo.InvariantCulture));
            return posts.Where(post => post.At >= since).OrderBy(post => post.At);
        }

        protected override async Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts)
        {
            if (context.Request.Query.ContainsKey("ids"))
            {
                await WriteAsync(context, Page([.. Asks(context.Request, posts).Select(Item)], null, context));
                return true;
            }
            if (context.Request.Path != "/token")
                return false;
            var form = await context.Request.ReadFormAsync();
            Assert.Equal("client_credentials me open-sesame", $"{form["grant_type"]} {form["client_id"]} {form["client_secret"]}");
            Tokens++;
            await WriteAsync(context, new JsonObject { ["access_token"] = Valid, ["token_type"] = "bearer", ["expires_in"] = 3600 });
            return true;
        }
    }
}
