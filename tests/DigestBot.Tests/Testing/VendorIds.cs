namespace DigestBot.Tests.Testing;

/// <summary>Ids as vendors make them.</summary>
internal static class VendorIds
{
    /// <summary>A long number, the same each time for the same name.</summary>
    public static string Number(string name) =>
        (100_000_000_000_000_000 + name.Aggregate(14_695_981_039_346_656_037UL, (hash, letter) => unchecked((hash ^ letter) * 1_099_511_628_211UL)) % 99_999_999_999_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
