namespace DigestBot.Outgoing;

/// <summary>Which vendor is asked, as whom, and how.</summary>
/// <param name="Vendor">Its name as people know it, for sentences ("Mastodon").</param>
internal sealed record ApiAccess(string Vendor)
{
    /// <summary>What the vendor counts by: sources with the same account share its pace and its quota. Default: everybody of this vendor.</summary>
    public string Account { get; init; } = "";

    /// <summary>Who is asking; null asks as nobody.</summary>
    public IApiCredentials? Credentials { get; init; }

    /// <summary>Headers on every request (<c>Accept</c>, a version of the API). Default none; the user agent is always there.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Time between two requests of the account, at least. Default none.</summary>
    public TimeSpan Spacing { get; init; }

    /// <summary>Largest answer, in bytes after unpacking. Default 10 MB.</summary>
    public int LargestBody { get; init; } = 10 * 1024 * 1024;

    /// <summary>A better sentence for a fault than the usual one for its status: what happened, and what to do next. Null keeps the usual one.</summary>
    public Func<ApiFault, string?> Explain { get; init; } = _ => null;

    /// <summary>
    /// True when a fault means that the quota is used up although its status is not 429 (GitHub and Reddit say 403): it is then
    /// waited for, not taken for lost rights.
    /// </summary>
    public Func<ApiFault, bool> MeansPatience { get; init; } = _ => false;
}
