using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>Five real messages beside the ranked ten, drawn by lot: nobody's taste is in them.</summary>
internal static class RawMinutes
{
    private const int Messages = 5;

    /// <summary>The lot is the digest and the week, so a recomposed edition draws the same; one a source until the sources run out.</summary>
    public static IReadOnlyList<MentionId> Draw(EditionKey key, IEnumerable<ReadMention> mentions)
    {
        var seed = key.ToString();
        return [.. mentions
            .Where(read => read.Counts)
            .Select(read => (read.Mention.Id, Lot: StableHash.Number(seed, read.Mention.Id.Source, read.Mention.Id.ExternalId)))
            .DistinctBy(drawn => drawn.Id)
            .GroupBy(drawn => drawn.Id.Source, StringComparer.Ordinal)
            .SelectMany(source => source.OrderBy(drawn => drawn.Lot).Take(Messages).Select((drawn, round) => (drawn.Id, drawn.Lot, Round: round)))
            .OrderBy(drawn => drawn.Round)
            .ThenBy(drawn => drawn.Lot)
            .ThenBy(drawn => drawn.Id)
            .Take(Messages)
            .Select(drawn => drawn.Id)];
    }
}
