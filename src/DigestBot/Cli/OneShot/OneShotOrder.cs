using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Cli.OneShot;

/// <summary>What a one-shot digest is made of.</summary>
/// <param name="Feeds">Paths of the feeds, in the order given.</param>
/// <param name="Brand">Whose customers.</param>
/// <param name="Zone">In which weeks are read.</param>
/// <param name="Week">The week; null for the last complete one in the data.</param>
internal sealed record OneShotOrder(IReadOnlyList<string> Feeds, Brand Brand, TimeZoneInfo Zone, DigestWeek? Week)
{
    /// <summary>A digest of the feeds alone: no audience, no curators.</summary>
    public Digest Digest => new() { Name = "digest", Brand = Brand, Zone = Zone };
}
