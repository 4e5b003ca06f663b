using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using DigestBot.Core.Understanding;
using DigestBot.Storage.Mentions;

namespace DigestBot.Storage.Sqlite;

/// <summary>Writes one page of mentions with statements that are prepared once.</summary>
internal sealed class SqliteMentionPage : IDisposable
{
    private static readonly string Places = string.Join(", ", MentionColumns.Names.Select((_, i) => $"@{i}"));
    private static readonly string Changes = string.Join(", ", MentionColumns.Names.Select((name, i) => $"{name} = @{i}"));

    private readonly object?[] _values = new object?[MentionColumns.Names.Count];
    private readonly DbCommand _known;
    private readonly DbCommand _add;
    private readonly DbCommand _refresh;
    private readonly DbCommand _index;
    private readonly DbCommand _unindex;
    private long _lastId;

    public SqliteMentionPage(WriteSession session)
    {
        _known = Prepared(session, "SELECT id, said_at, text FROM mentions WHERE source = @0 AND external_id = @1", 2);
        _add = Prepared(session, $"INSERT INTO mentions ({MentionColumns.List}, id) VALUES ({Places}, @{_values.Length})", _values.Length + 1);
        _refresh = Prepared(session, $"UPDATE mentions SET {Changes} WHERE id = @{_values.Length}", _values.Length + 1);
        _index = Prepared(session, "INSERT INTO mention_words (rowid, words) VALUES (@0, @1)", 2);
        _unindex = Prepared(session, "DELETE FROM mention_words WHERE rowid = @0", 1);
        using var last = session.Command("SELECT coalesce(max(id), 0) FROM mentions");
        _lastId = (long)last.ExecuteScalar()!; // we are the only writer: the next ids are ours
    }

    /// <summary>What the page did so far.</summary>
    public Arrival Arrival { get; } = new();

    /// <summary>Adds or refreshes one mention.</summary>
    public void Write(ReadMention read)
    {
        MentionColumns.Write(read, _values);
        var known = Known();
        if (known is null)
            Add(read);
        else
            Refresh(read, known);
        Arrival.Times.Add(read.Mention.SaidAt.UtcTicks);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in (DbCommand[])[_known, _add, _refresh, _index, _unindex])
            command.Dispose();
    }

    private void Add(ReadMention read)
    {
        Run(_add, _values, ++_lastId);
        Index(_lastId, read.Mention.Text);
        Arrival.CountAdded(read.Mention.Id.Source);
    }

    private void Refresh(ReadMention read, KnownRow known)
    {
        Run(_refresh, _values, known.Id);
        if (known.Text != read.Mention.Text)
        {
            Run(_unindex, [], known.Id);
            Index(known.Id, read.Mention.Text);
        }
        Arrival.Refreshed++;
        Arrival.Times.Add(known.SaidAt);
    }

    private void Index(long id, string text) => Run(_index, [id], SearchTokens.Of(text));

    private KnownRow? Known()
    {
        Give(_known, _values.AsSpan(0, 2));
        using var rows = _known.ExecuteReader();
        return rows.Read() ? new(rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2)) : null;
    }

    private static void Run(DbCommand command, ReadOnlySpan<object?> values, object last)
    {
        Give(command, values);
        command.Parameters[values.Length].Value = last;
        command.ExecuteNonQuery();
    }

    private static void Give(DbCommand command, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The page disposes of its statements.")]
    private static DbCommand Prepared(WriteSession session, string sql, int parameters)
    {
        var command = session.Command(sql);
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{i}";
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }
        command.Prepare();
        return command;
    }

    private sealed record KnownRow(long Id, long SaidAt, string Text);
}
