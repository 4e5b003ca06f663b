namespace DigestBot.Tests.Sources.Mastodon;

public sealed class TheMastodonSearch : TheMastodonHashtag
{
    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame", "Query": "\"acme air\"" """;

    private protected override string Asks => "/api/v2/search?q=%22acme%20air%22&type=statuses&limit=40&offset=40";
}

public sealed class TheMastodonMentions : TheMastodonHashtag
{
    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame" """;

    private protected override string Asks => "/api/v1/notifications?limit=40&types[]=mention";
}

public sealed class TheMastodonAccount : TheMastodonHashtag
{
    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame", "Account": "@ana@social.example" """;

    private protected override string Asks => "/api/v1/accounts/971724/statuses?limit=40&exclude_reblogs=true";

    [Fact]
    public async Task Is_looked_up_by_its_name_once()
    {
        await CollectAsync(null);
        await CollectAsync(null);

        Assert.Single(Vendor.Asked, "/api/v1/accounts/lookup?acct=ana%40social.example");
    }

    [Fact]
    public async Task Is_named_when_the_server_does_not_know_it()
    {
        Vendor.Say(1, 404, """{"error":"Record not found"}""");

        Assert.Matches("knows no account of that name. Check Account", (await RunAsync()).Failure);
    }
}
