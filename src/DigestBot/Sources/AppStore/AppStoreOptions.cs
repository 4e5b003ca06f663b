using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.AppStore;

/// <summary>A source of kind <c>AppStore</c>.</summary>
internal sealed record AppStoreOptions : SourceOptions
{
    /// <summary>The app's Apple ID, 1 to 20 digits. Needed.</summary>
    [Required, RegularExpression("^[0-9]{1,20}$", ErrorMessage = "must be the app's Apple ID, digits only")]
    [Ask("Apple ID of the app (App Store Connect, App Information)", Example = "1234567890")]
    public string? App { get; init; }

    /// <summary>Id of the key. Needed.</summary>
    [Required, Ask("Key ID (App Store Connect, Users and Access, Integrations)", Example = "2X9R4HXF34")]
    public string? KeyId { get; init; }

    /// <summary>Issuer id of the team's keys. Empty (the default) for an individual key.</summary>
    [Ask("Issuer ID (above the list of keys; empty for an individual key)", Example = "57246542-96fe-1a63-e053-0824d011072a")]
    public string? IssuerId { get; init; }

    /// <summary>The private key, all of the <c>.p8</c> file, as <c>PrivateKey</c> or <c>PrivateKeyFile</c>. Needed.</summary>
    [Required, Ask("Private key (the file AuthKey_....p8)")]
    public Secret? PrivateKey { get; init; }

    /// <summary>Only reviews of these storefronts: codes of three letters (ISO 3166-1), separated by commas, for example <c>USA,DEU</c>. Default all.</summary>
    [RegularExpression("^[A-Z]{3}(,[A-Z]{3})*$", ErrorMessage = "must be codes of three letters separated by commas, for example USA,DEU")]
    public string? Territories { get; init; }

    /// <summary>Address of the API; another one only for a gateway of one's own. Default <c>https://api.appstoreconnect.apple.com</c>.</summary>
    [WebAddress]
    public Uri Server { get; init; } = new("https://api.appstoreconnect.apple.com");
}
