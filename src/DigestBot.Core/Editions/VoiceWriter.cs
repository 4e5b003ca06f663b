using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Editions;

/// <summary>Whom customers name beside the brand, and how loud each competitor is.</summary>
internal static class VoiceWriter
{
    private const int MostHandles = 5;

    /// <summary>Every configured competitor that was heard this week or last, loudest first, then handles named beside ours.</summary>
    public static IReadOnlyList<Voice> Of(Brand brand, WeekSummary now, WeekSummary? before) =>
        [.. Competitors(brand, now, before), .. Handles(brand, now)];

    private static IEnumerable<Voice> Competitors(Brand brand, WeekSummary now, WeekSummary? before) => now.Competitors is not { } heard ? [] :
        brand.Competitors.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => Competitor(name, now, heard, before))
            .Where(voice => voice.Mentions > 0 || voice.PreviousShare is < 1)
            .OrderByDescending(voice => voice.Mentions).ThenBy(voice => voice.Name, StringComparer.Ordinal);

    private static Voice Competitor(string name, WeekSummary now, IReadOnlyList<CompetitorCount> heard, WeekSummary? before)
    {
        var count = Find(heard, name);
        var previous = before?.Competitors is { } known ? Share(before.Mentions, Find(known, name)) : null;
        return new(name, count.Mentions, count.WithUs, Share(now.Mentions, count), previous);
    }

    private static CompetitorCount Find(IReadOnlyList<CompetitorCount> heard, string name) =>
        heard.FirstOrDefault(count => count.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? new(name, 0, 0);

    private static double? Share(int ours, CompetitorCount theirs) =>
        ours + theirs.Mentions == 0 ? null : Math.Round(ours / (double)(ours + theirs.Mentions), 3);

    // Our own handles and those of competitors, which are told above, are left out.
    private static IEnumerable<Voice> Handles(Brand brand, WeekSummary now)
    {
        string[] known = [.. brand.Aliases.Append(brand.Name).Concat(brand.Competitors).Select(Folded).Where(name => name.Length > 1)];
        return (now.Handles ?? [])
            .Where(named => !Array.Exists(known, name => named.Handle.StartsWith(name, StringComparison.Ordinal)))
            .OrderByDescending(named => named.Authors).ThenBy(named => named.Handle, StringComparer.Ordinal)
            .Take(MostHandles)
            .Select(named => new Voice("@" + named.Handle, named.Mentions, named.Mentions, null, null));
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
