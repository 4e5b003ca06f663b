using System.ComponentModel.DataAnnotations;

namespace DigestBot.Storage.Keys;

/// <summary>
/// Section <c>Keys</c>: what protects the tokens of installed workspaces at rest. On SQLite the keys stand in the folder <c>keys</c> beside
/// the database, readable by its owner only; on PostgreSQL they stand in the database, under a certificate.
/// </summary>
internal sealed record KeyOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Keys";

    /// <summary>
    /// File of an RSA certificate with its private key (<c>.pfx</c>, or <c>.pem</c> with both) that the keys are encrypted with. Needed on
    /// PostgreSQL when workspaces are installed; the same file for every process. Default none.
    /// </summary>
    [StringLength(1000, MinimumLength = 1)]
    public string? Certificate { get; init; }

    /// <summary>Password of the certificate's file. Default none.</summary>
    [StringLength(200)]
    public string? Password { get; init; }
}
