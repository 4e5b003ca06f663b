using DigestBot.Sources.AppStore;
using DigestBot.Sources.Bluesky;
using DigestBot.Sources.Csv;
using DigestBot.Sources.Discourse;
using DigestBot.Sources.Folder;
using DigestBot.Sources.GitHub;
using DigestBot.Sources.GooglePlay;
using DigestBot.Sources.HackerNews;
using DigestBot.Sources.Intercom;
using DigestBot.Sources.JsonHttp;
using DigestBot.Sources.Mastodon;
using DigestBot.Sources.Ndjson;
using DigestBot.Sources.Reddit;
using DigestBot.Sources.Rss;
using DigestBot.Sources.StackExchange;
using DigestBot.Sources.Webhook;
using DigestBot.Sources.X;
using DigestBot.Sources.YouTube;
using DigestBot.Sources.Zendesk;

namespace DigestBot.Sources;

/// <summary>Every kind of source there is; the only place that names connectors.</summary>
internal static class SourceKinds
{
    /// <summary>By the order in which people are offered them.</summary>
    public static IReadOnlyList<SourceKind> All { get; } =
    [
        RssSource.Kind,
        CsvFileSource.Kind,
        NdjsonFileSource.Kind,
        AppStoreSource.Kind,
        GooglePlaySource.Kind,
        ZendeskTicketSource.Kind,
        ZendeskRatingSource.Kind,
        IntercomSource.Kind,
        BlueskySource.Kind,
        MastodonSource.Kind,
        RedditSource.Kind,
        XSource.Kind,
        FolderSource.Kind,
        WebhookSource.Kind,
        JsonHttpSource.Kind,
        DiscourseSource.Kind,
        GitHubSource.Kind,
        GitHubDiscussionsSource.Kind,
        HackerNewsSource.Kind,
        StackExchangeSource.Kind,
        YouTubeSource.Kind,
    ];

    /// <summary>The kind of that name, in any case; null when there is none.</summary>
    public static SourceKind? Named(string? name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
