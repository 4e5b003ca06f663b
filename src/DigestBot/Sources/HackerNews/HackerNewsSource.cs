using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.HackerNews;

/// <summary>Stories and comments on Hacker News that a search finds, the newest first; the search API that Algolia runs, version 1.</summary>
internal sealed class HackerNewsSource(HackerNewsOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    private const int PageSize = 100;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<HackerNewsOptions>(
        "HackerNews", "stories and comments on Hacker News", (options, parts) => new HackerNewsSource(options, parts));

    // An item brings all its comments along: one at a time.
    protected override int AsksAgainAtOnce => 1;

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var mark = PageMark.Parse(page);
        var until = mark.Until is { } end ? $",created_at_i<={end}" : "";
        var filters = Uri.EscapeDataString($"created_at_i>={since.ToUnixTimeSeconds()}{until}");
        var address = new Uri(options.Server,
            $"/api/v1/search_by_date?query={Uri.EscapeDataString(options.Query)}&tags={Uri.EscapeDataString(options.Tags)}"
            + $"&numericFilters={filters}&hitsPerPage={PageSize}&page={mark.Page}&advancedSyntax=true&typoTolerance=false");
        var found = (await Client.GetAsync(address, HackerNewsJson.Default.HackerNewsPage, cancellationToken)).Body;
        return Page(found.Hits, HackerNewsJson.Default.HackerNewsItem, Meaning, mark.After(found)?.ToString());
    }

    protected override async Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri(options.Server, $"/api/v1/items/{Uri.EscapeDataString(ids[0])}");
            var item = (await Client.GetAsync(address, HackerNewsJson.Default.JsonElement, cancellationToken)).Body;
            return Page([item], HackerNewsJson.Default.HackerNewsItem, Meaning, next: null);
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 404)
        {
            return new([], Next: null);
        }
    }

    private static SaidItem Meaning(HackerNewsItem item)
    {
        var id = item.ObjectId ?? item.Id;
        var html = item.CommentText ?? item.StoryText ?? item.Text;
        return new()
        {
            Id = id,
            Author = item.Author,
            Text = OwnWords.Below(item.Title, html is null ? null : OwnWords.OfHtml(html)),
            At = ItemTime.Seconds(item.CreatedAtI),
            Link = $"https://news.ycombinator.com/item?id={Uri.EscapeDataString(id ?? "")}",
            Likes = item.Points,
            Replies = item.NumComments ?? CountBelow(item.Children),
            IsGone = item is { Author: null, Title: null } && html is null, // what an item is when its words were taken away
        };
    }

    private static long? CountBelow(JsonElement? children) => children is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Sum(child => 1 + (child.ValueKind is JsonValueKind.Object && child.TryGetProperty("children", out var below) ? CountBelow(below) ?? 0 : 0))
        : null;

    // 10,000 requests an hour from one address.
    private static ApiAccess Access(HackerNewsOptions options) => new("Hacker News") { Account = options.Server.Host, Spacing = TimeSpan.FromMilliseconds(400) };

    /// <summary>A page; behind the last one that can be had, the first page of what is older than the oldest hit.</summary>
    private sealed record PageMark(long Page, long? Until)
    {
        public static PageMark Parse(string? written)
        {
            var parts = (written ?? "").Split(':');
            return new(Number(parts[0]) ?? 0, parts.Length > 1 ? Number(parts[1]) : null);
        }

        public PageMark? After(HackerNewsPage read)
        {
            if (Page + 1 < read.Pages)
                return this with { Page = Page + 1 };
            var oldest = read.Hits is [.., { ValueKind: JsonValueKind.Object } last] && last.TryGetProperty("created_at_i", out var at)
                && at.ValueKind is JsonValueKind.Number && at.TryGetInt64(out var seconds)
                ? seconds
                : (long?)null;
            return (Page + 1) * PageSize < read.Found && oldest is not null && oldest != Until ? new(0, oldest) : null;
        }

        public override string ToString() => Until is null ? $"{Page}" : $"{Page}:{Until}";

        private static long? Number(string written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
