using DigestBot.Sources;
using DigestBot.Sources.Mastodon;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.Mastodon;

public class TheMastodonHashtag : ApiSourceContract
{
    private protected MastodonStub Server { get; } = new();

    internal override SourceKind Kind => MastodonSource.Kind;

    internal override VendorStub CreateVendor() => Server;

    private protected override string IdOf(string post) => VendorIds.Number(post);

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame", "Hashtag": "#AcmeAir" """;

    private protected virtual string Asks => "/api/v1/timelines/tag/AcmeAir?limit=40";

    [Fact]
    public async Task Is_asked_for_once_for_each_page()
    {
        Vendor.PageSize = 100;
        await RunAsync();

        Assert.Contains(Asks, Vendor.Asked);
    }

    [Fact]
    public async Task Tells_counts_followers_language_and_the_original()
    {
        await RunAsync();
        var kept = (await KeptAsync("second"))!;

        Assert.Equal((0, 6, 5, 322), (kept.Engagement.Likes, kept.Engagement.Reposts, kept.Engagement.Replies, kept.AuthorFollowers));
        Assert.Equal(("en", $"https://social.example/@ben/{VendorIds.Number("second")}"), (kept.Language, kept.Link));
    }

    [Theory]
    [InlineData("unlisted", false, 2)]
    [InlineData("private", false, 0)] // said to some, not to everybody
    [InlineData("direct", false, 0)]
    [InlineData("public", true, 0)] // a boost is somebody else's words
    public async Task Brings_what_people_say_to_everybody(string visibility, bool boosts, int mentions)
    {
        (Server.Visibility, Server.Boosts) = (visibility, boosts);

        Assert.Equal(mentions, (await RunAsync()).Added);
    }

    [Fact]
    public async Task Reads_a_warning_above_the_text_as_its_beginning()
    {
        Server.Warning = "About flying";
        await RunAsync();

        Assert.Equal("About flying\nThe dock is broken", (await KeptAsync("second"))!.Text);
    }

    [Fact]
    public async Task Finds_out_one_by_one_on_an_old_server_what_is_gone()
    {
        Server.IsOld = true;
        await AddAsync(new("late", "cleo", "The app forgets my seat", Clock.GetUtcNow().AddMinutes(-5)));
        await AddAsync(new("later", "dan", "No reply for a week", Clock.GetUtcNow().AddMinutes(-4)));
        await RunAsync();
        Vendor.Delete("later");
        Vendor.Edit("late", "It works again", Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromHours(7));

        Assert.Null((await RunAsync()).Failure);
        Assert.Equal("It works again", (await KeptAsync("late"))!.Text);
        Assert.Null(await KeptAsync("later"));
    }

    [Theory]
    [InlineData(401, "The access token was revoked", "does not accept the token.*Check Token")]
    [InlineData(403, "This action is outside the authorized scopes", "lacks a right.*read:statuses")]
    public async Task Says_which_right_is_missing(int status, string error, string expected)
    {
        Vendor.Say(4, status, $$"""{"error":"{{error}}"}""");

        Assert.Matches(expected, (await RunAsync()).Failure);
    }

    [Fact]
    public async Task Waits_until_the_time_that_the_server_names()
    {
        Vendor.Say(1, 429, """{"error":"Too many requests"}""", ("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2026-11-23T07:05:00.000000Z"));
        Assert.NotNull((await RunAsync()).Failure);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 7, 5, 0, TimeSpan.Zero), (await Mentions.SourceStateAsync("vendor", CancellationToken.None))!.Health!.NotBefore);
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Null((await RunAsync()).Failure);
    }
}
