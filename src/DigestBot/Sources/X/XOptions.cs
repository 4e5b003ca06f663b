using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.X;

/// <summary>A source of kind <c>X</c>: the posts of the last seven days that a search finds.</summary>
internal sealed record XOptions : SourceOptions
{
    /// <summary>Bearer token of the app, as <c>Token</c> or <c>TokenFile</c>. Needed.</summary>
    [Required, Ask("Bearer token (developer console, Keys and tokens)")]
    public Secret? Token { get; init; }

    /// <summary>What is searched for, in X's own query language; reposts are left out unless it says otherwise. Needed; at most 500 characters, as plans begin at 512.</summary>
    [Required, StringLength(500), Ask("Search query", Example = "(\"acme air\" OR @acmeair) -from:acmeair")]
    public string Query { get; init; } = "";

    /// <summary>Address of the API. Default <c>https://api.x.com</c>.</summary>
    public Uri Server { get; init; } = new("https://api.x.com");
}
