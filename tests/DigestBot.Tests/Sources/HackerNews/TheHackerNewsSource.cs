using System.Text;
using DigestBot.Sources;
using DigestBot.Sources.HackerNews;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sources.HackerNews;

public sealed class TheHackerNewsSource : ApiSourceContract
{
    // As the search gives a comment, with what it marks for its own page.
    private const string Comment = """
        {"hits":[{"created_at":"2026-11-16T10:15:00Z","author":"throwaway_flyer","points":null,"title":null,"url":null,"story_text":null,
        "comment_text":"&gt; Acme Air is fine<p>It isn&#x27;t: <i>Acme Air</i> lost my bag &amp; said nothing, see <a href=\"https:&#x2F;&#x2F;example.com\" rel=\"nofollow\">here</a>.",
        "num_comments":null,"story_id":41999000,"story_title":"Airlines ranked","story_url":"https://example.com/ranked","parent_id":41999017,
        "created_at_i":1794824100,"updated_at":"2026-11-16T11:00:00Z","_tags":["comment","author_throwaway_flyer","story_41999000"],"objectID":"41999123",
        "_highlightResult":{"author":{"value":"throwaway_flyer","matchLevel":"none","matchedWords":[]}}}],
        "nbHits":1,"page":0,"nbPages":1,"hitsPerPage":100,"exhaustiveNbHits":true,"exhaustiveTypo":true,"query":"\"acme air\"","processingTimeMS":3}
        """;

    private HackerNewsStub News => (HackerNewsStub)Vendor;

    internal override SourceKind Kind => HackerNewsSource.Kind;

    internal override VendorStub CreateVendor() => new HackerNewsStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Query": "\"acme air\"" """;

    private protected override string IdOf(string post) => ForumIds.Text(post);

    [Fact]
    public async Task Reads_a_comment_as_text_without_what_it_quotes_and_links_to_it()
    {
        Vendor.Say(1, Encoding.UTF8.GetBytes(Comment));
        var comment = (await CollectAsync(null)).SelectMany(page => page.Mentions).Single();

        Assert.Equal("It isn't: Acme Air lost my bag & said nothing, see here.", comment.Text);
        Assert.Equal(("throwaway_flyer", "https://news.ycombinator.com/item?id=41999123"), (comment.Author, comment.Link));
    }

    [Fact]
    public async Task Asks_for_the_words_themselves_in_stories_and_comments()
    {
        await CollectAsync(null);

        var asked = Uri.UnescapeDataString(Vendor.Asked[0]);
        Assert.StartsWith("/api/v1/search_by_date?query=\"acme air\"&tags=(story,comment)&numericFilters=created_at_i>=", asked, StringComparison.Ordinal);
        Assert.Contains("advancedSyntax=true&typoTolerance=false", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_behind_the_last_page_that_a_search_gives()
    {
        for (var i = 0; i < 6; i++)
            await AddAsync(new($"more{i}", "ana", $"Post {i}", Clock.GetUtcNow().AddHours(i - 24)));
        News.GivesOnePageOnly = true;

        Assert.Equal(8, (await RunAsync()).Added);
    }

    [Fact]
    public async Task Counts_all_comments_below_a_story_when_it_asks_again()
    {
        await AddAsync(new("new", "ana", "Today", Clock.GetUtcNow().AddMinutes(-30)));
        await RunAsync();
        Clock.Advance(TimeSpan.FromHours(7));
        await RunAsync();

        Assert.Equal(3, (await KeptAsync("new"))!.Engagement.Replies);
    }
}
