using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Reddit;

/// <summary>A source of kind <c>Reddit</c>: the posts or the comments of communities, or the posts that a search finds.</summary>
internal sealed record RedditOptions : SourceOptions, IValidatableObject
{
    /// <summary>Id of the application, of type "script" or "web app". Needed.</summary>
    [Required, Ask("Client id (reddit.com/prefs/apps, under the application's name)")]
    public string ClientId { get; init; } = "";

    /// <summary>Its secret, as <c>ClientSecret</c> or <c>ClientSecretFile</c>. Needed.</summary>
    [Required, Ask("Client secret (there, too)")]
    public Secret? ClientSecret { get; init; }

    /// <summary>Your name on Reddit: it stands in the user agent, as Reddit wants somebody to write to. Needed.</summary>
    [Required, RegularExpression("^[A-Za-z0-9_-]{2,30}$", ErrorMessage = "must be a name on Reddit, without u/"), Ask("Your name on Reddit", Example = "acme_listens")]
    public string UserName { get; init; } = "";

    /// <summary>The community, without r/; several joined by <c>+</c>. Needed unless <c>Query</c> is given, which it then narrows.</summary>
    [RegularExpression("^[A-Za-z0-9_+]{2,300}$", ErrorMessage = "must be the name of a community without r/, or several joined by +"), Ask("Community without r/; nothing to search all", Example = "travel+flights")]
    public string? Subreddit { get; init; }

    /// <summary>What is searched for, at most 512 characters. Default nothing: everything said in <c>Subreddit</c> is read.</summary>
    [StringLength(512), Ask("Words to search for; nothing for everything in the community", Example = "\"acme air\"")]
    public string? Query { get; init; }

    /// <summary>Read the comments of <c>Subreddit</c> rather than its posts. Default false.</summary>
    public bool Comments { get; init; }

    /// <summary>Address of the API. Default <c>https://oauth.reddit.com</c>.</summary>
    public Uri Api { get; init; } = new("https://oauth.reddit.com");

    /// <summary>Address that gives access tokens. Default <c>https://www.reddit.com</c>.</summary>
    public Uri Login { get; init; } = new("https://www.reddit.com");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Subreddit) && string.IsNullOrWhiteSpace(Query))
            yield return new("is needed, or Query", [nameof(Subreddit)]);
        if (Comments && (string.IsNullOrWhiteSpace(Subreddit) || !string.IsNullOrWhiteSpace(Query)))
            yield return new("needs Subreddit and no Query: Reddit does not search comments", [nameof(Comments)]);
    }
}
