using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources.Rss;

/// <summary>A source of kind <c>Rss</c>.</summary>
internal sealed record RssOptions : SourceOptions, IValidatableObject
{
    /// <summary>Address of the feed, https unless its host is listed in <c>Outgoing:PlainHttpHosts</c>. Needed.</summary>
    [Ask("Address of the feed", Example = "https://example.com/feed.xml")]
    public Uri? Address { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
            yield return new("is missing or no web address; write one such as https://example.com/feed.xml", [nameof(Address)]);
    }
}
