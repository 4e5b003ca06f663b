using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.StackExchange;

/// <summary>A source of kind <c>StackExchange</c>: questions on Stack Overflow or another site of the network, by words, by tags or by both.</summary>
internal sealed record StackExchangeOptions : SourceOptions, IValidatableObject
{
    /// <summary>The site, as the API calls it: <c>stackoverflow</c>, <c>superuser</c>, <c>travel</c>. Default <c>stackoverflow</c>.</summary>
    [Required, StringLength(100), Ask("Site", Example = "stackoverflow")]
    public string Site { get; init; } = "stackoverflow";

    /// <summary>What is searched for, at most 200 characters. Default nothing; this or Tags is needed.</summary>
    [StringLength(200), Ask("Words to search for; nothing to read tags", Example = "acme air")]
    public string? Query { get; init; }

    /// <summary>Tags with semicolons between them: questions that have all of them. Default none.</summary>
    [StringLength(200), Ask("Tags, with semicolons between them; nothing to read whatever the words find", Example = "acme-sdk")]
    public string? Tags { get; init; }

    /// <summary>Key of an application, as <c>Key</c> or <c>KeyFile</c>. Default none: 300 requests a day from this address instead of 10,000.</summary>
    [Ask("Key of an application on Stack Apps; nothing for 300 requests a day")]
    public Secret? Key { get; init; }

    /// <summary>Address of the API. Default <c>https://api.stackexchange.com</c>.</summary>
    [Required]
    public Uri Server { get; init; } = new("https://api.stackexchange.com");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Query) && string.IsNullOrWhiteSpace(Tags))
            yield return new("give Query, Tags or both; without them every question of the site would be read", [nameof(Query)]);
    }
}
