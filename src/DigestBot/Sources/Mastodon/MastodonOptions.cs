using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Mastodon;

/// <summary>A source of kind <c>Mastodon</c>: one of a search, a hashtag or an account; without any, what mentions the token's own account.</summary>
internal sealed record MastodonOptions : SourceOptions, IValidatableObject
{
    /// <summary>Address of the server that the account is on. Needed.</summary>
    [Required, Ask("Address of the server", Example = "https://mastodon.example")]
    public Uri? Server { get; init; }

    /// <summary>Access token, as <c>Token</c> or <c>TokenFile</c>. Needed.</summary>
    [Required, Ask("Access token (Preferences, Development, New application)")]
    public Secret? Token { get; init; }

    /// <summary>What is searched for, at most 300 characters. Default nothing.</summary>
    [StringLength(300), Ask("Words to search for; nothing for a hashtag, an account or mentions", Example = "\"acme air\"")]
    public string? Query { get; init; }

    /// <summary>A hashtag to follow, with or without #. Default none.</summary>
    [StringLength(100), Ask("Hashtag; nothing for an account or mentions", Example = "acmeair")]
    public string? Hashtag { get; init; }

    /// <summary>An account whose posts are read, for example <c>ana@mastodon.example</c>. Default none.</summary>
    [StringLength(300), Ask("Account to read; nothing for what mentions the token's own account", Example = "ana@mastodon.example")]
    public string? Account { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (new[] { Query, Hashtag, Account }.Count(value => !string.IsNullOrWhiteSpace(value)) > 1)
            yield return new("name only one of Query, Hashtag and Account; make a source for each", [nameof(Query)]);
    }
}
