using DigestBot.Core.Understanding;
using DigestBot.Storage.Mentions;
using Npgsql;

namespace DigestBot.Storage.Postgres;

/// <summary>Mentions on PostgreSQL: copied into a table of the transaction, then merged; search by tsvectors of our own tokens.</summary>
internal sealed class PostgresMentionTable : IMentionTable
{
    private const string Incoming =
        "CREATE TEMP TABLE incoming (LIKE mentions INCLUDING DEFAULTS) ON COMMIT DROP; ALTER TABLE incoming DROP COLUMN id, DROP COLUMN words, ADD COLUMN tokens text";

    private const string Former =
        "SELECT m.said_at FROM mentions m JOIN incoming i USING (source, external_id) WHERE m.said_at <> i.said_at";

    private static readonly string Copy = $"COPY incoming ({MentionColumns.List}, tokens) FROM STDIN (FORMAT BINARY)";

    // In one order for all processes, so that two of them never wait for each other.
    private static readonly string Merge =
        $"""
        INSERT INTO mentions ({MentionColumns.List}, words)
        SELECT {MentionColumns.List}, array_to_tsvector(string_to_array(tokens, ' ')) FROM incoming ORDER BY source, external_id
        ON CONFLICT (source, external_id) DO UPDATE SET {string.Join(", ", MentionColumns.Names.Skip(2).Append("words").Select(name => $"{name} = excluded.{name}"))}
        RETURNING source, xmax = 0
        """;

    /// <inheritdoc />
    public string HasWords => "words @@ CAST(@words AS tsquery)";

    /// <inheritdoc />
    /// <remarks>Tokens are letters and digits, so quotes around them cannot be broken out of.</remarks>
    public string Query(IReadOnlyList<SearchToken> words) => string.Join(" & ", words.Select(word => word.IsPrefix ? $"'{word.Text}':*" : $"'{word.Text}'"));

    /// <inheritdoc />
    public async Task<Arrival> WriteAsync(WriteSession session, IReadOnlyList<ReadMention> mentions, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Incoming, cancellationToken);
        await CopyAsync((NpgsqlConnection)session.Connection, mentions, cancellationToken);
        var arrival = new Arrival();
        arrival.Times.AddRange(mentions.Select(read => read.Mention.SaidAt.UtcTicks));
        await AddFormerTimesAsync(session, arrival, cancellationToken);
        await MergeAsync(session, arrival, cancellationToken);
        await session.ExecuteAsync("DROP TABLE incoming", cancellationToken);
        return arrival;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<ReadMention> mentions, CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        var values = new object?[MentionColumns.Names.Count];
        foreach (var read in mentions)
        {
            MentionColumns.Write(read, values);
            await rows.StartRowAsync(cancellationToken);
            foreach (var value in values)
                await WriteAsync(rows, value, cancellationToken);
            await rows.WriteAsync(SearchTokens.Of(read.Mention.Text), cancellationToken);
        }
        await rows.CompleteAsync(cancellationToken);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter rows, object? value, CancellationToken cancellationToken) => value switch
    {
        null => rows.WriteNullAsync(cancellationToken),
        long number => rows.WriteAsync(number, cancellationToken),
        double number => rows.WriteAsync(number, cancellationToken),
        _ => rows.WriteAsync((string)value, cancellationToken),
    };

    private static async Task AddFormerTimesAsync(WriteSession session, Arrival arrival, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Former);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            arrival.Times.Add(rows.GetInt64(0));
    }

    private static async Task MergeAsync(WriteSession session, Arrival arrival, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Merge);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.GetBoolean(1))
                arrival.CountAdded(rows.GetString(0));
            else
                arrival.Refreshed++;
        }
    }
}
