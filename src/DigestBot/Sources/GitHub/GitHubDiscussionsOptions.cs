using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.GitHub;

/// <summary>A source of kind <c>GitHubDiscussions</c>: discussions of a repository.</summary>
internal sealed record GitHubDiscussionsOptions : SourceOptions
{
    /// <summary>The repository, as <c>owner/name</c>. Needed.</summary>
    [Required, RegularExpression("^[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}$", ErrorMessage = "must be owner/name"), Ask("Repository", Example = "acme-air/app")]
    public string Repository { get; init; } = "";

    /// <summary>Access token that may read discussions, as <c>Token</c> or <c>TokenFile</c>. Needed, also for public repositories.</summary>
    [Required, Ask("Access token that may read discussions")]
    public Secret? Token { get; init; }

    /// <summary>Read what owners, members and collaborators write, too. Default false: they are not customers.</summary>
    public bool IncludeTeam { get; init; }

    /// <summary>Address of the GraphQL API. Default <c>https://api.github.com/graphql</c>; <c>https://HOST/api/graphql</c> for GitHub Enterprise Server.</summary>
    [Required]
    public Uri Server { get; init; } = new("https://api.github.com/graphql");
}
