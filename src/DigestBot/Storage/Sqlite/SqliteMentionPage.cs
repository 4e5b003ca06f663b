using DigestBot.Core.Understanding;
using DigestBot.Storage.Mentions;

namespace DigestBot.Storage.Sqlite;

/// <summary>Writes one page of mentions with statements that are prepared once.</summary>
internal sealed class SqliteMentionPage : IDisposable
{
    private static readonly string Places = string.Join(", ", MentionColumns.Names.Select(_ => "?"));
    private static readonly string Changes = string.Join(", ", MentionColumns.Names.Select(name => $"{name} = ?"));

    private readonly object?[] _values = new object?[MentionColumns.Names.Count];
    private readonly SqliteStatement _known;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _refresh;
    private readonly SqliteStatement _index;
    private readonly SqliteStatement _unindex;
    private long _lastId;

    public SqliteMentionPage(WriteSession session)
    {
        _known = new(session.Connection, "SELECT id, said_at, text FROM mentions WHERE source = ? AND external_id = ?");
        _add = new(session.Connection, $"INSERT INTO mentions ({MentionColumns.List}, id) VALUES ({Places}, ?)");
        _refresh = new(session.Connection, $"UPDATE mentions SET {Changes} WHERE id = ?");
        _index = new(session.Connection, "INSERT INTO mention_words (words, rowid) VALUES (?, ?)");
        _unindex = new(session.Connection, "DELETE FROM mention_words WHERE rowid = ?");
        using var last = session.Command("SELECT coalesce(max(id), 0) FROM mentions");
        _lastId = (long)last.ExecuteScalar()!; // we are the only writer: the next ids are ours
    }

    /// <summary>What the page did so far.</summary>
    public Arrival Arrival { get; } = new();

    /// <summary>Adds or refreshes one mention.</summary>
    public void Write(ReadMention read)
    {
        MentionColumns.Write(read, _values);
        if (Known() is { } known)
            Refresh(read, known);
        else
            Add(read);
        Arrival.Times.Add(read.Mention.SaidAt.UtcTicks);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_known, _add, _refresh, _index, _unindex])
            statement.Dispose();
    }

    private void Add(ReadMention read)
    {
        Run(_add, _values, ++_lastId);
        Run(_index, [SearchTokens.Of(read.Mention.Text)], _lastId);
        Arrival.CountAdded(read.Mention.Id.Source);
    }

    private void Refresh(ReadMention read, KnownRow known)
    {
        Run(_refresh, _values, known.Id);
        if (known.Text != read.Mention.Text)
        {
            Run(_unindex, [], known.Id);
            Run(_index, [SearchTokens.Of(read.Mention.Text)], known.Id);
        }
        Arrival.Refreshed++;
        Arrival.Times.Add(known.SaidAt);
    }

    private KnownRow? Known()
    {
        _known.Bind(1, _values[0]);
        _known.Bind(2, _values[1]);
        var known = _known.Step() ? new KnownRow(_known.Number(0), _known.Number(1), _known.Text(2)) : null;
        _known.Reset();
        return known;
    }

    private static void Run(SqliteStatement statement, ReadOnlySpan<object?> values, long id)
    {
        for (var i = 0; i < values.Length; i++)
            statement.Bind(i + 1, values[i]);
        statement.Bind(values.Length + 1, id);
        statement.Run();
    }

    private sealed record KnownRow(long Id, long SaidAt, string Text);
}
