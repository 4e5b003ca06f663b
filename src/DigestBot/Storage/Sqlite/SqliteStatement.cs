using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestBot.Storage.Sqlite;

/// <summary>
/// A prepared statement without the command around it. Importing binds two dozen values a mention; the command looks up each
/// parameter by name and boxes and copies it more than once, which costs more than SQLite's own work.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[4096];

    /// <summary>Prepares it on an open connection; it runs in whatever transaction is open there.</summary>
    public SqliteStatement(DbConnection connection, string sql)
    {
        _database = ((SqliteConnection)connection).Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Gives a parameter its value: text, long, double or null.</summary>
    /// <param name="parameter">From 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, object? value)
    {
        var code = value switch
        {
            null => raw.sqlite3_bind_null(_statement, parameter),
            long number => raw.sqlite3_bind_int64(_statement, parameter, number),
            double number => raw.sqlite3_bind_double(_statement, parameter, number),
            _ => raw.sqlite3_bind_text(_statement, parameter, Utf8((string)value)),
        };
        SqliteException.ThrowExceptionForRC(code, _database);
    }

    /// <summary>Runs it and makes it ready for the next values.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    /// <summary>Runs it with these values; the number of rows it changed.</summary>
    /// <param name="values">In the order of its parameters.</param>
    public int Execute(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Bind(i + 1, values[i]);
        Run();
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Whether there is a (further) row; to be followed by <see cref="Reset"/>.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            raw.sqlite3_reset(_statement);
            SqliteException.ThrowExceptionForRC(code, _database);
        }
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Ready for the next values.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A number of the row.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A text of the row.</summary>
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <inheritdoc />
    public void Dispose() => _statement.Dispose();

    private ReadOnlySpan<byte> Utf8(string text)
    {
        if (_utf8.Length < text.Length * 3)
            _utf8 = new byte[text.Length * 3];
        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }
}
