using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Discourse;

/// <summary>A source of kind <c>Discourse</c>: all posts of a forum, or those that a search finds.</summary>
internal sealed record DiscourseOptions : SourceOptions, IValidatableObject
{
    /// <summary>Address of the forum. Needed.</summary>
    [Required, Ask("Address of the forum", Example = "https://community.example.com")]
    public Uri? Server { get; init; }

    /// <summary>
    /// What is searched for, at most 300 characters, in the forum's own search: words, <c>#category</c>, <c>tags:a+b</c>. Default nothing: every
    /// post that the forum shows is read, which is the better choice for a forum about the brand.
    /// </summary>
    [StringLength(300), Ask("Words or #category to search for; nothing to read the whole forum", Example = "#support")]
    public string? Query { get; init; }

    /// <summary>API key, as <c>ApiKey</c> or <c>ApiKeyFile</c>; a granular one needs no more than to read posts, topics and search. Default none: what everybody can read.</summary>
    [Ask("API key (Admin, API, New API key); nothing for a forum that everybody can read")]
    public Secret? ApiKey { get; init; }

    /// <summary>The user as whom the key reads, who sees what is to be read and nothing else. Default <c>system</c>, who sees everything.</summary>
    [StringLength(100), Ask("User as whom the key reads", Example = "digest")]
    public string ApiUsername { get; init; } = "system";

    /// <summary>Read what administrators and moderators write, too. Default false: they are not customers.</summary>
    public bool IncludeStaff { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Server is { IsAbsoluteUri: false })
            yield return new("is no web address; write one such as https://community.example.com", [nameof(Server)]);
    }
}
