using System.Net;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.X;

/// <summary>What is said on X, the newest first (API v2, recent search).</summary>
internal sealed class XSource : ApiSource
{
    private const string Fields = "tweet.fields=author_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,public_metrics,referenced_tweets&expansions=author_id&user.fields=public_metrics,username";

    private readonly XOptions _options;
    private readonly TimeProvider _clock;
    private readonly ApiClient _lookup;
    private readonly XPostCap _cap;

    private XSource(XOptions options, SourceParts parts)
        : base(options, Access(options, "search"), parts)
    {
        (_options, _clock) = (options, parts.Clock);
        _lookup = parts.Client(Access(options, "lookup")); // X counts requests by endpoint
        _cap = new(parts.Client(Access(options, "usage")), options.Server, parts.Clock);
    }

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<XOptions>("X", "posts on X that a search finds (paid API)", (options, parts) => new XSource(options, parts));

    /// <summary>The quota is the month's posts or the quarter of an hour's requests, whichever is nearer to its end.</summary>
    public override SourceHealth? Health =>
        base.Health is { } health && _cap.Left is { } posts && !(health.QuotaLeft <= posts) ? health with { QuotaLeft = posts, QuotaResetsAt = null } : base.Health;

    /// <summary>Each post read counts once a day.</summary>
    protected override TimeSpan RefreshEvery => TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override int AsksAgainAtOnce => 100;

    /// <inheritdoc />
    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var query = _options.Query.Contains("is:retweet", StringComparison.Ordinal) ? _options.Query : $"({_options.Query}) -is:retweet";
        var token = page is null ? "" : $"&next_token={Uri.EscapeDataString(page)}";
        var address = new Uri(_options.Server, $"/2/tweets/search/recent?query={Uri.EscapeDataString(query)}&start_time={Start(since):yyyy-MM-ddTHH:mm:ssZ}&max_results=100&{Fields}{token}");
        var found = (await Client.GetAsync(address, XJson.Default.XPage, cancellationToken)).Body;
        if (found.Meta is null)
            throw new SourceException(ApiSentences.Unreadable(Vendor));
        await _cap.LookAsync(cancellationToken);
        return Posts(found) with { Next = found.Meta.NextToken };
    }

    /// <inheritdoc />
    protected override async Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var address = new Uri(_options.Server, $"/2/tweets?ids={Uri.EscapeDataString(string.Join(',', ids))}&{Fields}");
        var found = (await _lookup.GetAsync(address, XJson.Default.XPage, cancellationToken)).Body;
        var page = Posts(found);
        var there = page.Mentions.Select(mention => mention.Id.ExternalId).ToHashSet(StringComparer.Ordinal);
        var gone = (found.Errors ?? []).Select(problem => problem?.ResourceId ?? problem?.Value).OfType<string>().Where(ids.Contains).ToHashSet(StringComparer.Ordinal);
        // What X neither gives nor says is missing may well be there.
        var silent = ids.Where(id => !there.Contains(id) && !gone.Contains(id)).Select((_, at) => new SkippedItem(at + 1, "X says nothing about it")).ToList();
        return page with { Gone = [.. gone.Where(_ => silent.Count > 0)], Skipped = [.. page.Skipped, .. silent] };
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _lookup.Dispose();
        _cap.Dispose();
    }

    private ApiPage Posts(XPage found)
    {
        var users = (found.Includes?.Users ?? []).Where(user => user?.Id is not null).DistinctBy(user => user!.Id, StringComparer.Ordinal).ToDictionary(user => user!.Id!, user => user!, StringComparer.Ordinal);
        return Page(found.Data, XJson.Default.XPost, post => Meaning(post, post.AuthorId is null ? null : users.GetValueOrDefault(post.AuthorId)), next: null);
    }

    private static SaidItem? Meaning(XPost post, XUser? author) => post.ReferencedTweets?.Any(reference => reference?.Type == "retweeted") == true ? null : new()
    {
        Id = post.EditHistoryTweetIds is [{ Length: > 0 } first, ..] ? first : post.Id, // each edit has an id of its own
        Author = author?.Username,
        Text = TextOf(post),
        At = ItemTime.Iso(post.CreatedAt),
        Link = post.Id is null ? null : $"https://x.com/{author?.Username ?? "i/web"}/status/{post.Id}",
        Likes = post.PublicMetrics?.LikeCount,
        Reposts = post.PublicMetrics is { } counts ? (counts.RetweetCount ?? 0) + (counts.QuoteCount ?? 0) : null,
        Replies = post.PublicMetrics?.ReplyCount,
        Views = post.PublicMetrics?.ImpressionCount,
        Followers = author?.PublicMetrics?.FollowersCount,
        Language = post.Lang,
    };

    // &, < and > come as entities, links shortened.
    private static string? TextOf(XPost post)
    {
        var text = post.NoteTweet?.Text ?? post.Text;
        foreach (var link in post.Entities?.Urls ?? [])
        {
            if (link is { Url.Length: > 0, ExpandedUrl.Length: > 0 })
                text = text?.Replace(link.Url, link.ExpandedUrl, StringComparison.Ordinal);
        }
        return WebUtility.HtmlDecode(text);
    }

    // Recent search knows seven days and refuses to be asked for more; whole hours keep it the same from page to page.
    private DateTime Start(DateTimeOffset since)
    {
        var earliest = _clock.GetUtcNow().UtcDateTime.AddDays(-7);
        var whole = earliest.Date.AddHours(earliest.Hour + 1);
        return since.UtcDateTime > whole ? since.UtcDateTime : whole;
    }

    private static ApiAccess Access(XOptions options, string endpoint) => new("X")
    {
        Account = $"{options.Token!.Print} {endpoint}",
        Credentials = ApiCredentials.Bearer(options.Token),
        Explain = Explain,
    };

    private static string? Explain(ApiFault fault) => fault switch
    {
        _ when Says(fault, "/problems/usage-capped") => "The month's posts of this project on X are used up. It is read again when X counts anew; look at the plan in the developer console if that comes too early.",
        { Status: 402 } => "The credits of this account on X are used up (402). Buy some in the developer console, or set a longer Every.",
        _ when Says(fault, "client-not-enrolled") => "The app on X is not attached to a project with access to API v2. Attach it in the developer console and make a new bearer token.",
        { Status: 401 } => "X does not accept the bearer token (401). Check Token; make a new one in the developer console, Keys and tokens.",
        { Status: 400 } when Says(fault, "'query'") || Says(fault, "\"query\"") => "X does not understand the query (400). Check Query in the settings of this source.",
        _ => null,
    };

    private static bool Says(ApiFault fault, string code) => fault.Body.Contains(code, StringComparison.Ordinal);
}
