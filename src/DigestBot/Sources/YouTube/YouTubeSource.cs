using System.Text.Json;
using DigestBot.Outgoing;

namespace DigestBot.Sources.YouTube;

/// <summary>Comments on videos of a channel or on one video, or videos that a search finds; the newest first. Data API v3.</summary>
internal sealed class YouTubeSource(YouTubeOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<YouTubeOptions>(
        "YouTube", "comments on YouTube videos, or videos that a search finds", (options, parts) => new YouTubeSource(options, parts));

    protected override bool ListsEverything => !Searches;

    protected override int AsksAgainAtOnce => Searches ? 50 : 0;

    private bool Searches => !string.IsNullOrWhiteSpace(options.Query);

    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken) =>
        Searches ? SearchAsync(since, page, cancellationToken) : CommentsAsync(page, cancellationToken);

    protected override async Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        Page(await VideosAsync(ids, cancellationToken), YouTubeJson.Default.YouTubeVideo, Meaning, next: null);

    private async Task<ApiPage> CommentsAsync(string? page, CancellationToken cancellationToken)
    {
        var of = string.IsNullOrWhiteSpace(options.Video) ? $"allThreadsRelatedToChannelId={options.Channel}" : $"videoId={options.Video}";
        var found = await ListAsync($"commentThreads?part=snippet&{of}&order=time&maxResults=100&textFormat=plainText", page, cancellationToken);
        return Page(found.Items, YouTubeJson.Default.YouTubeThread, Meaning, found.NextPageToken);
    }

    // A search gives the beginning of a description and no counts; the videos themselves give all of it for one unit more.
    private async Task<ApiPage> SearchAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var query = $"search?part=snippet&type=video&order=date&maxResults=50&q={Uri.EscapeDataString(options.Query!)}&publishedAfter={since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
        var found = await ListAsync(query, page, cancellationToken);
        var ids = (found.Items ?? []).Select(VideoOf).OfType<string>().ToList();
        return Page(await VideosAsync(ids, cancellationToken), YouTubeJson.Default.YouTubeVideo, Meaning, found.NextPageToken);
    }

    private async Task<IReadOnlyList<JsonElement>> VideosAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : (await ListAsync($"videos?part=snippet,statistics&id={Uri.EscapeDataString(string.Join(',', ids))}", page: null, cancellationToken)).Items ?? [];

    private async Task<YouTubeList> ListAsync(string asked, string? page, CancellationToken cancellationToken)
    {
        var token = page is null ? "" : $"&pageToken={Uri.EscapeDataString(page)}";
        return (await Client.GetAsync(new(options.Server, $"/youtube/v3/{asked}{token}"), YouTubeJson.Default.YouTubeList, cancellationToken)).Body;
    }

    private SaidItem? Meaning(YouTubeThread thread)
    {
        var said = thread.Snippet?.TopLevelComment?.Snippet;
        if (said?.AuthorChannelId?.Value is { } author && author == options.Channel)
            return null; // the company's own voice
        return new()
        {
            Id = thread.Id,
            Author = said?.AuthorDisplayName,
            Text = said?.TextDisplay,
            At = ItemTime.Iso(said?.PublishedAt),
            Link = thread.Snippet?.VideoId is { } video ? $"https://www.youtube.com/watch?v={Uri.EscapeDataString(video)}&lc={Uri.EscapeDataString(thread.Id ?? "")}" : null,
            Likes = said?.LikeCount,
            Replies = thread.Snippet?.TotalReplyCount,
        };
    }

    private static SaidItem Meaning(YouTubeVideo video) => new()
    {
        Id = video.Id,
        Author = video.Snippet?.ChannelTitle,
        Text = OwnWords.Below(video.Snippet?.Title, video.Snippet?.Description),
        At = ItemTime.Iso(video.Snippet?.PublishedAt),
        Link = $"https://www.youtube.com/watch?v={Uri.EscapeDataString(video.Id ?? "")}",
        Language = video.Snippet?.DefaultAudioLanguage,
        Likes = video.Statistics?.LikeCount,
        Replies = video.Statistics?.CommentCount,
        Views = video.Statistics?.ViewCount,
    };

    private static string? VideoOf(JsonElement hit) => hit.ValueKind is JsonValueKind.Object && hit.TryGetProperty("id", out var id)
        && id.ValueKind is JsonValueKind.Object && id.TryGetProperty("videoId", out var video) && video.ValueKind is JsonValueKind.String
            ? video.GetString()
            : null;

    private static bool Says(ApiFault fault, params string[] reasons) =>
        reasons.Any(reason => fault.Body.Contains($"\"{reason}\"", StringComparison.Ordinal));

    private static bool IsSpent(ApiFault fault) => fault.Status is 403 or 429 && Says(fault, "quotaExceeded", "dailyLimitExceeded", "rateLimitExceeded");

    private static string? Explain(ApiFault fault) => fault switch
    {
        _ when IsSpent(fault) => "YouTube has no units left for this key today (quotaExceeded). It is read again after midnight, Pacific time; a longer Every makes them last.",
        { Status: 403 } when Says(fault, "commentsDisabled") => "Comments are switched off on this video (403). Check Video of this source.",
        { Status: 403 } when Says(fault, "accessNotConfigured", "SERVICE_DISABLED") => "The YouTube Data API is not switched on for this key (403). Open the project in the Google Cloud console and switch it on.",
        { Status: 400 } when Says(fault, "API_KEY_INVALID", "keyInvalid") => "YouTube does not know this key (400). Check Key of this source.",
        { Status: 404 } when Says(fault, "videoNotFound", "channelNotFound") => "YouTube has no such channel or video (404). Check Channel or Video of this source.",
        _ => null,
    };

    private static ApiAccess Access(YouTubeOptions options) => new("YouTube")
    {
        Account = options.Key!.Print,
        Credentials = ApiCredentials.Header("X-Goog-Api-Key", options.Key),
        MeansPatience = IsSpent,
        Explain = Explain,
    };
}
