using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.YouTube;

/// <summary>A page of any list.</summary>
internal sealed record YouTubeList(IReadOnlyList<JsonElement>? Items, string? NextPageToken);

/// <summary>A comment on a video with what is said of its answers.</summary>
internal sealed record YouTubeThread(string? Id, YouTubeThreadSnippet? Snippet);

/// <summary>What a thread holds.</summary>
internal sealed record YouTubeThreadSnippet(YouTubeComment? TopLevelComment, string? VideoId, long? TotalReplyCount);

/// <summary>A comment.</summary>
internal sealed record YouTubeComment(string? Id, YouTubeCommentSnippet? Snippet);

/// <summary>What a comment says.</summary>
internal sealed record YouTubeCommentSnippet
{
    public string? AuthorDisplayName { get; init; }

    public YouTubeChannel? AuthorChannelId { get; init; }

    /// <summary>Plain text, as asked for.</summary>
    public string? TextDisplay { get; init; }

    public long? LikeCount { get; init; }

    public string? PublishedAt { get; init; }
}

/// <summary>Whose channel it is.</summary>
internal sealed record YouTubeChannel(string? Value);

/// <summary>A video.</summary>
internal sealed record YouTubeVideo(string? Id, YouTubeVideoSnippet? Snippet, YouTubeStatistics? Statistics);

/// <summary>What a video says of itself, as plain text.</summary>
internal sealed record YouTubeVideoSnippet
{
    public string? ChannelTitle { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? PublishedAt { get; init; }

    public string? DefaultAudioLanguage { get; init; }
}

/// <summary>How far it went; an owner may hide each of them.</summary>
internal sealed record YouTubeStatistics(long? ViewCount, long? LikeCount, long? CommentCount);

/// <summary>Generated code for YouTube.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(YouTubeList))]
[JsonSerializable(typeof(YouTubeThread))]
[JsonSerializable(typeof(YouTubeVideo))]
internal sealed partial class YouTubeJson : JsonSerializerContext;
