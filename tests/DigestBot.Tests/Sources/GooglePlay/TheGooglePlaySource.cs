using System.Text;
using System.Text.Json;
using DigestBot.Sources;
using DigestBot.Sources.GooglePlay;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.GooglePlay;

public sealed class TheGooglePlaySource : ApiSourceContract
{
    private GooglePlayStub Play => (GooglePlayStub)Vendor;

    internal override SourceKind Kind => GooglePlaySource.Kind;

    internal override VendorStub CreateVendor() => new GooglePlayStub();

    private protected override bool SeesDeletions => false; // the list ends after a week, nobody says exactly where

    private protected override string Settings(Uri vendor) => $$"""
        "Server": "{{vendor}}", "Package": "com.example.acme", "Key": {{JsonSerializer.Serialize(Play.KeyFile(vendor))}}
        """;

    [Theory]
    [InlineData("Boarding pass\tNever there when I need it.", "Boarding pass\nNever there when I need it.")]
    [InlineData("\tNo title here", "No title here")]
    [InlineData("Only words", "Only words")]
    public async Task Puts_the_title_on_a_line_of_its_own(string written, string expected)
    {
        await AddAsync(new("titled", "ana", written, Clock.GetUtcNow().AddHours(-1)));

        Assert.Equal(expected, (await CollectAsync(null)).SelectMany(page => page.Mentions).Single(mention => mention.Id.ExternalId == "titled").Text);
    }

    [Fact]
    public async Task Tells_stars_language_thumbs_answers_and_the_review_itself()
    {
        Vendor.Like("first", 10, Clock.GetUtcNow().AddHours(-2));
        var review = (await CollectAsync(null)).SelectMany(page => page.Mentions).Single(mention => mention.Id.ExternalId == "first");

        Assert.Equal((4, "en", 10, 1), (review.Rating, review.Language, review.Engagement.Likes, review.Engagement.Replies));
        Assert.Equal("https://play.google.com/store/apps/details?id=com.example.acme&reviewId=first", review.Link);
        Assert.Contains("/androidpublisher/v3/applications/com.example.acme/reviews?maxResults=100", Vendor.Asked);
    }

    [Fact]
    public async Task Has_nothing_to_tell_in_a_week_without_reviews()
    {
        await CollectAsync(null);
        Vendor.Say(1, "{}"u8.ToArray());

        Assert.Empty((await CollectAsync(null)).SelectMany(page => page.Mentions));
    }

    [Fact]
    public async Task Asks_for_one_token_an_hour()
    {
        await CollectAsync(null);
        await CollectAsync(null);
        Assert.Equal(1, Play.Tokens);
        Clock.Advance(TimeSpan.FromMinutes(60));
        await CollectAsync(null);
        Assert.Equal(2, Play.Tokens);
    }

    [Fact]
    public async Task Says_when_the_key_is_not_accepted()
    {
        Vendor.Before = context => context.Response.StatusCode = 400;
        Vendor.Say(1, """{ "error": "invalid_grant", "error_description": "Invalid JWT Signature." }"""u8.ToArray());

        Assert.Contains("key was not deleted", (await RunAsync()).Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "PERMISSION_DENIED", "right to reply to reviews")]
    [InlineData(403, "SERVICE_DISABLED", "Enable it in Google Cloud")]
    [InlineData(403, "rateLimitExceeded", "less often")]
    [InlineData(404, "NOT_FOUND", "Check Package")]
    public async Task Says_which_right_is_missing(int status, string reason, string expected)
    {
        await CollectAsync(null); // the token is there
        Vendor.Before = context => context.Response.StatusCode = status;
        Vendor.Say(9, Encoding.UTF8.GetBytes($$"""{ "error": { "code": {{status}}, "message": "secret-word", "errors": [ { "domain": "androidpublisher", "reason": "{{reason}}" } ], "status": "{{reason}}" } }"""));

        var failure = await Assert.ThrowsAsync<Core.Mentions.SourceException>(() => CollectAsync(null));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_the_key_is_no_key_file()
    {
        using var source = new GooglePlaySource(new() { Name = "play", Package = "com.example.acme", Key = new("-----BEGIN"), Server = Vendor.Address }, Parts);

        var failure = await Assert.ThrowsAsync<Core.Mentions.SourceException>(async () => await source.CollectAsync(null, CancellationToken.None).ToListAsync());
        Assert.Contains("whole JSON file", failure.Message, StringComparison.Ordinal);
    }
}
