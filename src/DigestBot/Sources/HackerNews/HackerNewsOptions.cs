using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources.HackerNews;

/// <summary>A source of kind <c>HackerNews</c>: stories and comments that a search finds. Nobody has to sign in.</summary>
internal sealed record HackerNewsOptions : SourceOptions
{
    /// <summary>What is searched for, at most 500 characters; a phrase in quotes is found word for word. Needed.</summary>
    [Required, StringLength(500), Ask("Words to search for", Example = "\"acme air\"")]
    public string Query { get; init; } = "";

    /// <summary>What is read, as the API's tags: a comma is "and", a pair of brackets "or". Default <c>(story,comment)</c>.</summary>
    [Required, StringLength(500)]
    public string Tags { get; init; } = "(story,comment)";

    /// <summary>Address of the search API. Default <c>https://hn.algolia.com</c>.</summary>
    [Required]
    public Uri Server { get; init; } = new("https://hn.algolia.com");
}
