using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Zendesk;

/// <summary>A source of kind <c>Zendesk</c> or <c>ZendeskRatings</c>.</summary>
internal sealed record ZendeskOptions : SourceOptions
{
    /// <summary>The name before <c>.zendesk.com</c>. Needed.</summary>
    [Required, RegularExpression("^[a-z0-9][a-z0-9-]{0,62}$", ErrorMessage = "must be the name before .zendesk.com, in lower case")]
    [Ask("Name before .zendesk.com", Example = "example")]
    public string? Subdomain { get; init; }

    /// <summary>E-mail address of the admin whose API token it is. Empty (the default) when <see cref="Token"/> is an OAuth access token.</summary>
    [Ask("E-mail address of the admin who made the API token (empty for an OAuth access token)", Example = "admin@example.com")]
    public string? Email { get; init; }

    /// <summary>API token, or OAuth access token with the scope <c>read</c>; as <c>Token</c> or <c>TokenFile</c>. Needed.</summary>
    [Required, Ask("API token (Admin Center, Apps and integrations, Zendesk API)")]
    public Secret? Token { get; init; }

    /// <summary>Address of the account; another one only for a gateway of one's own. Default <c>https://SUBDOMAIN.zendesk.com</c>.</summary>
    [WebAddress]
    public Uri? Server { get; init; }
}
