namespace DigestBot.Core.Editions;

/// <summary>The standing orders of this installation, as configured; the sample's when nothing is.</summary>
/// <param name="All">In the order of the settings.</param>
public sealed record Digests(IReadOnlyList<Digest> All)
{
    /// <summary>By name, whatever the case; null when there is none.</summary>
    public Digest? Named(string name) => All.FirstOrDefault(digest => string.Equals(digest.Name, name, StringComparison.OrdinalIgnoreCase));
}
