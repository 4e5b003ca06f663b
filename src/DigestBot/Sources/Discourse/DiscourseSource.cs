using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Discourse;

/// <summary>Posts of a Discourse forum, the newest first.</summary>
internal sealed class DiscourseSource(DiscourseOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    private const int Like = 2;
    private const int RegularPost = 1;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<DiscourseOptions>(
        "Discourse", "posts of a Discourse forum", (options, parts) => new DiscourseSource(options, parts));

    protected override bool ListsEverything => !Searches;

    protected override int AsksAgainAtOnce => Searches ? 1 : 0;

    private bool Searches => !string.IsNullOrWhiteSpace(options.Query);

    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken) =>
        Searches ? SearchAsync(since, Number(page) ?? 1, cancellationToken) : LatestAsync(Number(page), cancellationToken);

    protected override async Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        Page(await PostAsync(ids[0], cancellationToken) is { } post ? [post] : [], DiscourseJson.Default.DiscoursePost, Meaning, next: null);

    private async Task<ApiPage> LatestAsync(long? before, CancellationToken cancellationToken)
    {
        var reply = await Client.GetAsync(At(before is null ? "posts.json" : $"posts.json?before={before}"), DiscourseJson.Default.DiscoursePosts, cancellationToken);
        var posts = reply.Body.LatestPosts ?? [];
        var oldest = posts.Min(IdOf);
        var isEnd = oldest is null || (posts.Count == 1 && oldest == before); // older forums give the post itself again
        return Page(posts, DiscourseJson.Default.DiscoursePost, Meaning, isEnd ? null : $"{oldest}");
    }

    // A search gives excerpts; what is new of them is fetched whole.
    private async Task<ApiPage> SearchAsync(DateTimeOffset since, long number, CancellationToken cancellationToken)
    {
        var query = Uri.EscapeDataString($"{options.Query} order:latest after:{since.UtcDateTime.AddDays(-1):yyyy-MM-dd}");
        var found = (await Client.GetAsync(At($"search.json?q={query}&page={number}"), DiscourseJson.Default.DiscourseFound, cancellationToken)).Body;
        var hits = found.Posts ?? [];
        var recent = hits.Where(hit => !(TimeOf(hit) < since)).ToList();
        var posts = new List<JsonElement>();
        foreach (var id in recent.Select(IdOf).OfType<long>())
        {
            if (await PostAsync($"{id}", cancellationToken) is { } post)
                posts.Add(post);
        }
        var hasMore = found.GroupedSearchResult?.MoreFullPageResults == true && recent.Count == hits.Count && hits.Count > 0;
        return Page(posts, DiscourseJson.Default.DiscoursePost, Meaning, hasMore ? $"{number + 1}" : null);
    }

    private async Task<JsonElement?> PostAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await Client.GetAsync(At($"posts/{Uri.EscapeDataString(id)}.json"), DiscourseJson.Default.JsonElement, cancellationToken)).Body;
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 404 or 410)
        {
            return null;
        }
    }

    private SaidItem? Meaning(DiscoursePost post)
    {
        if (post is { DeletedAt: not null } or { UserDeleted: true } or { Hidden: true })
            return new() { Id = post.Id, IsGone = true };
        if (post.UserId < 0 || (post.Staff == true && !options.IncludeStaff) || post.PostType is not (null or RegularPost))
            return null; // the forum's own voice, staff, "closed this topic"
        var text = post.Raw is { } raw ? OwnWords.OfDiscourse(raw) : OwnWords.OfHtml(post.Cooked ?? "");
        return new()
        {
            Id = post.Id,
            Author = post.Username,
            Text = OwnWords.Below(post.PostNumber == 1 ? post.TopicTitle : null, text),
            At = ItemTime.Iso(post.CreatedAt),
            Link = At($"t/{Uri.EscapeDataString(post.TopicSlug is { Length: > 0 } slug ? slug : "-")}/{post.TopicId}/{post.PostNumber}").AbsoluteUri,
            Likes = post.ActionsSummary?.FirstOrDefault(action => action?.Id == Like)?.Count ?? 0,
            Replies = post.ReplyCount,
            Views = post.Reads,
        };
    }

    // A forum may live in a folder of its host.
    private Uri At(string path) => new($"{options.Server!.AbsoluteUri.TrimEnd('/')}/{path}");

    private static long? IdOf(JsonElement post) =>
        post.ValueKind is JsonValueKind.Object && post.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Number && id.TryGetInt64(out var number) && number > 0 ? number : null;

    private static DateTimeOffset? TimeOf(JsonElement post) =>
        post.ValueKind is JsonValueKind.Object && post.TryGetProperty("created_at", out var at) && at.ValueKind is JsonValueKind.String ? ItemTime.Iso(at.GetString()) : null;

    private static long? Number(string? page) => long.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Explain(ApiFault fault) => fault.Status switch
    {
        403 when fault.Body.Contains("not_logged_in", StringComparison.Ordinal) => "The forum shows this only to who has logged in (403). Give this source ApiKey and ApiUsername.",
        403 when fault.Body.Contains("invalid_access", StringComparison.Ordinal) => "The forum does not let this key and user read posts (403). Check ApiKey, its scopes and ApiUsername; make a new key if it was revoked.",
        _ => null,
    };

    private static ApiAccess Access(DiscourseOptions options)
    {
        var hasKey = options.ApiKey is { IsGiven: true };
        return new("Discourse")
        {
            Account = $"{options.Server!.Host} {options.ApiKey?.Print}",
            Credentials = hasKey ? ApiCredentials.Header("Api-Key", options.ApiKey!) : null,
            Headers = hasKey ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Api-Username"] = options.ApiUsername } : [],
            Spacing = TimeSpan.FromSeconds(1), // 60 a minute for a key, by default
            Explain = Explain,
        };
    }
}
