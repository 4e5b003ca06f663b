using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Intercom;

/// <summary>A source of kind <c>Intercom</c>.</summary>
internal sealed record IntercomOptions : SourceOptions
{
    /// <summary>Access token of an app with the right to read conversations, as <c>Token</c> or <c>TokenFile</c>. Needed.</summary>
    [Required, Ask("Access token (Developer Hub, your app, Authentication)")]
    public Secret? Token { get; init; }

    /// <summary>Id of the workspace, for links to conversations: what stands behind <c>/apps/</c> in Intercom's address. Default none: no links.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,60}$", ErrorMessage = "must be the id behind /apps/ in Intercom's address")]
    [Ask("Id of the workspace (behind /apps/ in Intercom's address; empty for no links)", Example = "abc12def")]
    public string? Workspace { get; init; }

    /// <summary>Address of the API: workspaces in Europe have <c>https://api.eu.intercom.io</c>, in Australia <c>https://api.au.intercom.io</c>. Default <c>https://api.intercom.io</c>.</summary>
    [WebAddress]
    public Uri Server { get; init; } = new("https://api.intercom.io");
}
