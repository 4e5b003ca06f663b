using System.Data.Common;
using System.Runtime.CompilerServices;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Core.Understanding;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Mentions;

/// <summary>The few columns of many mentions, streamed past the change tracker and past their texts.</summary>
internal sealed class Glimpses(StorageEngine engine) : IGlimpses
{
    private const string Between =
        """
        SELECT source, external_id, author, said_at, kind, severity, flags, details FROM mentions
        WHERE said_at >= @from AND said_at < @to ORDER BY said_at
        """;

    /// <inheritdoc />
    public async IAsyncEnumerable<Glimpse> BetweenAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Fill(Between, [("@from", from.UtcTicks), ("@to", to.UtcTicks)]);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var words = new SharedWords();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (Read(rows, words) is { } glimpse)
                yield return glimpse;
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstRunsAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var first = await context.SourceRuns.GroupBy(run => run.Source)
            .Select(runs => new { Source = runs.Key, At = runs.Min(run => run.StartedAt) }).ToListAsync(cancellationToken);
        return first.ToDictionary(run => run.Source, run => UtcTicks.ToInstant(run.At), StringComparer.Ordinal);
    }

    // Null for what does not count.
    private static Glimpse? Read(DbDataReader row, SharedWords words)
    {
        var details = InsightDetails.Read(row.IsDBNull(7) ? null : row.GetString(7));
        return MentionColumns.Counts(row.GetInt64(6), details)
            ? new(
                new(words.Of(row.GetString(0)), row.GetString(1)), row.GetString(2), UtcTicks.ToInstant(row.GetInt64(3)),
                (MentionKind)row.GetInt64(4) == MentionKind.Win, row.GetDouble(5), [.. details.Topics.Select(words.Of)])
            : null;
    }
}
