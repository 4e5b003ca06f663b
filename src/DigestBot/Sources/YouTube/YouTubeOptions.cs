using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.YouTube;

/// <summary>A source of kind <c>YouTube</c>: one of comments on a channel's videos, comments on a video, and videos that a search finds.</summary>
internal sealed record YouTubeOptions : SourceOptions, IValidatableObject
{
    /// <summary>API key, as <c>Key</c> or <c>KeyFile</c>. Needed.</summary>
    [Required, Ask("API key (Google Cloud console, YouTube Data API v3, Credentials)")]
    public Secret? Key { get; init; }

    /// <summary>A channel, by its id: comments on all its videos. Default none.</summary>
    [RegularExpression("^UC[A-Za-z0-9_-]{22}$", ErrorMessage = "must be a channel's id, UC and 22 characters"), Ask("Channel id; nothing for a video or a search", Example = "UCxxxxxxxxxxxxxxxxxxxxxx")]
    public string? Channel { get; init; }

    /// <summary>A video, by its id: comments on it. Default none.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{11}$", ErrorMessage = "must be a video's id, 11 characters"), Ask("Video id; nothing for a search")]
    public string? Video { get; init; }

    /// <summary>What is searched for, at most 200 characters: videos are read, not their comments. A run takes 101 of the 10,000 units that a day has. Default nothing.</summary>
    [StringLength(200), Ask("Words to search videos for", Example = "\"acme air\"")]
    public string? Query { get; init; }

    /// <summary>Address of the API. Default <c>https://www.googleapis.com</c>.</summary>
    [Required]
    public Uri Server { get; init; } = new("https://www.googleapis.com");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (new[] { Channel, Video, Query }.Count(value => !string.IsNullOrWhiteSpace(value)) != 1)
            yield return new("give one of Channel, Video and Query; make a source for each", [nameof(Channel)]);
    }
}
