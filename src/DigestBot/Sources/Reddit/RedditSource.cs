using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Reddit;

/// <summary>What is said on Reddit, the newest first (OAuth API, as the application itself).</summary>
internal sealed class RedditSource(RedditOptions options, SourceParts parts) : ApiSource(options, Access(options, parts), parts)
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<RedditOptions>(
        "Reddit", "posts or comments of communities on Reddit, or a search", (options, parts) => new RedditSource(options, parts));

    /// <summary>What moderators let through shows up late, where its time puts it.</summary>
    protected override TimeSpan Overlap => TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override int AsksAgainAtOnce => 100;

    /// <inheritdoc />
    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken) =>
        ListAsync($"{Place}limit=100&raw_json=1{(page is null ? "" : $"&after={Uri.EscapeDataString(page)}")}", cancellationToken);

    /// <inheritdoc />
    protected override Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        ListAsync($"/api/info?id={Uri.EscapeDataString(string.Join(',', ids))}&raw_json=1", cancellationToken);

    private string Place => (options.Subreddit, options.Query) switch
    {
        (not (null or ""), not (null or "")) => $"/r/{options.Subreddit}/search?q={Uri.EscapeDataString(options.Query)}&restrict_sr=1&sort=new&type=link&",
        (_, not (null or "")) => $"/search?q={Uri.EscapeDataString(options.Query)}&sort=new&type=link&",
        _ => $"/r/{options.Subreddit}/{(options.Comments ? "comments" : "new")}?",
    };

    private async Task<ApiPage> ListAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var listed = (await Client.GetAsync(new(options.Api, path), RedditJson.Default.RedditListing, cancellationToken)).Body.Data;
            return Page(listed?.Children ?? throw new SourceException(ApiSentences.Unreadable(Vendor)), RedditJson.Default.RedditThing, Meaning, listed.After);
        }
        catch (SourceException error) when (error.InnerException is OutgoingRefusedException && error.Message.Contains("sends on", StringComparison.Ordinal))
        {
            throw new SourceException("Reddit sends us on to its search for communities, as it does when there is none of that name. Check Subreddit.", error);
        }
    }

    private static SaidItem? Meaning(RedditThing thing)
    {
        if (thing is not { Kind: "t1" or "t3", Data: { } post })
            return thing.Kind is "t1" or "t3" ? new() : null;
        var text = thing.Kind == "t1" ? post.Body : $"{post.Title}\n{post.Selftext}".Trim();
        return new()
        {
            Id = post.Name,
            Author = IsTakenAway(post.Author) ? null : post.Author,
            Text = text,
            At = ItemTime.Seconds(post.CreatedUtc),
            Link = post.Permalink is { } path && path.StartsWith('/') ? $"https://www.reddit.com{path}" : null,
            Likes = post.Score,
            Reposts = post.NumCrossposts,
            Replies = post.NumComments,
            IsGone = post.RemovedByCategory is not null || IsTakenAway(post.Selftext) || IsTakenAway(post.Body),
        };
    }

    private static bool IsTakenAway(string? text) => text?.Trim() is "[deleted]" or "[removed]";

    private static ApiAccess Access(RedditOptions options, SourceParts parts)
    {
        var access = new ApiAccess("Reddit")
        {
            Account = options.ClientId,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["User-Agent"] = $"server:DigestBot:{Version} (by /u/{options.UserName})" },
            Spacing = TimeSpan.FromMilliseconds(600), // 100 a minute
            Explain = Explain,
        };
        var login = parts.Client(access with { Account = $"{options.ClientId} login", Credentials = ApiCredentials.Basic(options.ClientId, options.ClientSecret!) });
        return access with { Credentials = new OAuthTokens(login, new(options.Login, "/api/v1/access_token"), OAuthGrant.ClientCredentials(), parts.Clock) };
    }

    private static string Version => typeof(RedditSource).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";

    private static string? Explain(ApiFault fault) => fault switch
    {
        { Status: 401 } => "Reddit does not accept the application (401). Check ClientId and ClientSecret under reddit.com/prefs/apps, and that Reddit has approved its access.",
        { Status: 403 } when Says(fault, "private") => "The community on Reddit is private (403). Check Subreddit, or ask its moderators.",
        { Status: 403 } when Says(fault, "quarantined") => "The community on Reddit is quarantined and not shown to applications (403). Check Subreddit; there is no other way to it.",
        { Status: 404 } when Says(fault, "banned") => "Reddit has closed this community (404). Check Subreddit.",
        { Status: 403 } => "Reddit does not let this application read (403). Check UserName, which Reddit wants in the user agent, and that Reddit has approved the application's access.",
        _ => null,
    };

    private static bool Says(ApiFault fault, string reason) => fault.Body.Contains($"\"{reason}\"", StringComparison.Ordinal);
}
