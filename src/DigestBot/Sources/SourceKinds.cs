using DigestBot.Sources.Csv;
using DigestBot.Sources.Discourse;
using DigestBot.Sources.GitHub;
using DigestBot.Sources.HackerNews;
using DigestBot.Sources.Ndjson;
using DigestBot.Sources.Rss;
using DigestBot.Sources.StackExchange;
using DigestBot.Sources.YouTube;

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
