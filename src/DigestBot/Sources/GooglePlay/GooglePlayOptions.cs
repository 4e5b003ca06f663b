using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.GooglePlay;

/// <summary>A source of kind <c>GooglePlay</c>.</summary>
internal sealed record GooglePlayOptions : SourceOptions
{
    /// <summary>Package name of the app. Needed.</summary>
    [Required, RegularExpression(@"^[A-Za-z0-9_.]{1,200}$", ErrorMessage = "must be a package name such as com.example.app")]
    [Ask("Package name of the app", Example = "com.example.app")]
    public string? Package { get; init; }

    /// <summary>Key of the service account, all of the JSON file, as <c>Key</c> or <c>KeyFile</c>. Needed.</summary>
    [Required, Ask("Key of the service account (the JSON file that Google Cloud gives out)")]
    public Secret? Key { get; init; }

    /// <summary>Address of the API; another one only for a gateway of one's own. Default <c>https://androidpublisher.googleapis.com</c>.</summary>
    [WebAddress]
    public Uri Server { get; init; } = new("https://androidpublisher.googleapis.com");
}
