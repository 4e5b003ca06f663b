using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.GitHub;

/// <summary>A source of kind <c>GitHub</c>: issues of a repository and what is answered to them.</summary>
internal sealed record GitHubOptions : SourceOptions
{
    /// <summary>The repository, as <c>owner/name</c>. Needed.</summary>
    [Required, RegularExpression("^[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}$", ErrorMessage = "must be owner/name"), Ask("Repository", Example = "acme-air/app")]
    public string Repository { get; init; } = "";

    /// <summary>Access token that may read issues, as <c>Token</c> or <c>TokenFile</c>. Default none: public repositories at 60 requests an hour instead of 5,000.</summary>
    [Ask("Access token that may read issues; nothing for a public repository")]
    public Secret? Token { get; init; }

    /// <summary>Read the comments below issues, too. Default true.</summary>
    public bool Comments { get; init; } = true;

    /// <summary>Read what owners, members and collaborators write, too. Default false: they are not customers.</summary>
    public bool IncludeTeam { get; init; }

    /// <summary>Address of the API. Default <c>https://api.github.com</c>; <c>https://HOST/api/v3</c> for GitHub Enterprise Server.</summary>
    [Required]
    public Uri Server { get; init; } = new("https://api.github.com");

    /// <summary>An address of the API.</summary>
    internal Uri At(string path) => new($"{Server.AbsoluteUri.TrimEnd('/')}/{path}");
}
