using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Storage.Mentions;

/// <summary>Takes out what is gone at its source, with its search words and from the counts.</summary>
internal static class GoneMentions
{
    private const string Remove = "DELETE FROM mentions WHERE source = @source AND external_id = @id RETURNING said_at";

    /// <summary>Removes them, notes their weeks and one fewer for each in <paramref name="arrival"/>; how many there were.</summary>
    public static async Task<int> RemoveAsync(WriteSession session, string source, ReadPage page, Arrival arrival, CancellationToken cancellationToken)
    {
        var kept = page.Mentions.Select(read => read.Mention.Id).Where(id => id.Source == source).Select(id => id.ExternalId).ToHashSet(StringComparer.Ordinal);
        var removed = 0;
        // In one order, so that two processes never wait for each other.
        foreach (var id in page.Gone.Select(CleanText.Of).Where(id => !kept.Contains(id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            await using var command = session.Command(Remove, ("@source", source), ("@id", id));
            if (await command.ExecuteScalarAsync(cancellationToken) is not long saidAt)
                continue;
            arrival.Times.Add(saidAt);
            removed++;
        }
        if (removed > 0)
            arrival.AddedBySource[source] = arrival.AddedBySource.GetValueOrDefault(source) - removed;
        return removed;
    }
}
