using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Bluesky;

/// <summary>What is said on Bluesky, the newest first (AT protocol, lexicons <c>app.bsky.*</c>).</summary>
internal sealed class BlueskySource : ApiSource
{
    private const int MostAtOnce = 25; // getPosts takes no more

    private readonly BlueskyOptions _options;
    private readonly BlueskySession _session;

    private BlueskySource(BlueskyOptions options, BlueskySession session, SourceParts parts)
        : base(options, new("Bluesky") { Account = options.Handle, Credentials = session, Explain = Explain }, parts) =>
        (_options, _session) = (options, session);

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<BlueskyOptions>("Bluesky", "posts on Bluesky: a search, or what mentions an account", Create);

    /// <inheritdoc />
    protected override int AsksAgainAtOnce => MostAtOnce;

    /// <inheritdoc />
    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var cursor = page is null ? "" : $"&cursor={Uri.EscapeDataString(page)}";
        return string.IsNullOrWhiteSpace(_options.Query)
            ? MentionsAsync($"app.bsky.notification.listNotifications?limit={MostAtOnce}&reasons=mention&reasons=reply&reasons=quote{cursor}", cancellationToken)
            : PostsAsync($"app.bsky.feed.searchPosts?q={Uri.EscapeDataString(_options.Query)}&sort=latest&since={since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}&limit=100{cursor}", cancellationToken);
    }

    /// <inheritdoc />
    protected override Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        PostsAsync($"app.bsky.feed.getPosts?{string.Join('&', ids.Select(id => $"uris={Uri.EscapeDataString(id)}"))}", cancellationToken);

    private async Task<ApiPage> PostsAsync(string method, CancellationToken cancellationToken)
    {
        var body = await AskAsync(method, cancellationToken);
        return Page(Listed(body.Posts), BlueskyJson.Default.BlueskyPost, Meaning, body.Cursor);
    }

    // Notifications carry no counts; the posts themselves do.
    private async Task<ApiPage> MentionsAsync(string method, CancellationToken cancellationToken)
    {
        var body = await AskAsync(method, cancellationToken);
        var page = Page(Listed(body.Notifications), BlueskyJson.Default.BlueskyPost, Meaning, body.Cursor);
        var counted = new Dictionary<MentionId, Mention>();
        foreach (var ids in page.Mentions.Select(mention => mention.Id.ExternalId).Distinct(StringComparer.Ordinal).Chunk(MostAtOnce))
            foreach (var mention in (await AskAgainAsync(ids, cancellationToken)).Mentions)
                counted[mention.Id] = mention;
        return page with { Mentions = [.. page.Mentions.Select(mention => counted.GetValueOrDefault(mention.Id, mention))] };
    }

    // A session that has ended is told as 400, not 401.
    private async Task<BlueskyPage> AskAsync(string method, CancellationToken cancellationToken)
    {
        var address = new Uri(_options.Server, $"/xrpc/{method}");
        try
        {
            return (await Client.GetAsync(address, BlueskyJson.Default.BlueskyPage, cancellationToken)).Body;
        }
        catch (SourceException error) when (Says(ApiFault.Of(error), "ExpiredToken") && _session.Renew())
        {
            return (await Client.GetAsync(address, BlueskyJson.Default.BlueskyPage, cancellationToken)).Body;
        }
    }

    private IReadOnlyList<JsonElement> Listed(IReadOnlyList<JsonElement>? items) => items ?? throw new SourceException(ApiSentences.Unreadable(Vendor));

    private SaidItem? Meaning(BlueskyPost post) => IsSaidToUs(post) ? new()
    {
        Id = post.Uri,
        Author = post.Author?.Handle is { } handle && handle != "handle.invalid" ? handle : post.Author?.Did,
        Text = BlueskyText.Of(post.Record),
        At = Earlier(ItemTime.Iso(post.Record?.CreatedAt), ItemTime.Iso(post.IndexedAt)),
        Link = LinkOf(post.Uri),
        Likes = post.LikeCount,
        Reposts = post.RepostCount is null ? post.QuoteCount : post.RepostCount + (post.QuoteCount ?? 0),
        Replies = post.ReplyCount,
        Language = post.Record?.Langs is [{ } language, ..] ? language : null,
    } : null;

    // Pictures without a word, our own posts, and likes, reposts and follows of servers that do not know "reasons" are no mentions.
    private bool IsSaidToUs(BlueskyPost post) =>
        post.Record?.Text is not "" && post.Reason is null or "mention" or "reply" or "quote"
        && !_options.Handle.TrimStart('@').Equals(post.Author?.Handle, StringComparison.OrdinalIgnoreCase);

    // The author's clock says when it was written; no post was written after the network saw it.
    private static DateTimeOffset? Earlier(DateTimeOffset? written, DateTimeOffset? seen) => written > seen ? seen : written ?? seen;

    // at://DID/app.bsky.feed.post/KEY
    private static string? LinkOf(string? uri) =>
        uri?.Split('/') is ["at:", "", var did, "app.bsky.feed.post", var key] ? $"https://bsky.app/profile/{did}/post/{key}" : null;

    private static BlueskySource Create(BlueskyOptions options, SourceParts parts)
    {
        var login = parts.Client(new("Bluesky") { Account = $"{options.Handle} login", Explain = Explain });
        return new(options, new(login, options, parts.Clock), parts);
    }

    private static string? Explain(ApiFault fault) => fault switch
    {
        _ when Says(fault, "AuthFactorTokenRequired") => "Bluesky wants a code by mail, as this is the account's own password. Make an app password (Settings, Privacy and security, App passwords) and use that.",
        _ when Says(fault, "AccountTakedown") => "Bluesky has suspended the account that reads. Check it in the app, or use another one.",
        _ when Says(fault, "AccountDeactivated") => "The account that reads is deactivated on Bluesky. Log in to it in the app, or use another one.",
        { Status: 401 } => "Bluesky does not accept the handle and app password (401). Check Handle and Server; make a new app password (Settings, Privacy and security, App passwords) if it was revoked.",
        _ => null,
    };

    private static bool Says(ApiFault? fault, string code) => fault?.Body.Contains($"\"{code}\"", StringComparison.Ordinal) == true;
}
