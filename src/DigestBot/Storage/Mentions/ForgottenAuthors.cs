using DigestBot.Core.Mentions;

namespace DigestBot.Storage.Mentions;

/// <summary>Takes out everything an author said.</summary>
internal static class ForgottenAuthors
{
    /// <summary>Forgets, also in search, and lets the weeks be counted anew; the number of mentions forgotten.</summary>
    public static async Task<int> ForgetAsync(WriteSession session, string author, string? source, CancellationToken cancellationToken)
    {
        await session.LockAsync(StoreLock.Summaries, shared: true, cancellationToken);
        var times = new List<long>();
        foreach (var (place, handle) in await WrittenAsAsync(session, author, source, cancellationToken))
        {
            var count = await ForgetOneAsync(session, place, handle, times, cancellationToken);
            await SourceStates.CountAsync(session, place, cursor: null, -count, cancellationToken);
        }
        await WeekSummaryStore.DropStaleAsync(session.Context, times, cancellationToken);
        // What a language model wrote of anybody's words may be of theirs, and nobody can tell.
        await session.ExecuteAsync("DELETE FROM model_answers", cancellationToken);
        return times.Count;
    }

    // Compared here and not in SQL: SQLite folds only A to Z, and the engines must forget alike.
    private static async Task<List<(string Source, string Author)>> WrittenAsAsync(
        WriteSession session, string author, string? source, CancellationToken cancellationToken)
    {
        var wanted = Handle(CleanText.Of(author));
        var written = new List<(string, string)>();
        await using var command = session.Command("SELECT DISTINCT source, author FROM mentions ORDER BY source, author");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (place, handle) = (rows.GetString(0), rows.GetString(1));
            if ((source is null || place == source) && Handle(handle).Equals(wanted, StringComparison.OrdinalIgnoreCase))
                written.Add((place, handle));
        }
        return written;
    }

    private static async Task<int> ForgetOneAsync(
        WriteSession session, string source, string handle, List<long> times, CancellationToken cancellationToken)
    {
        const string Sql = "DELETE FROM mentions WHERE source = @source AND author = @author RETURNING said_at";
        await using var command = session.Command(Sql, ("@source", source), ("@author", handle));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var before = times.Count;
        while (await rows.ReadAsync(cancellationToken))
            times.Add(rows.GetInt64(0));
        return times.Count - before;
    }

    private static string Handle(string author) => author.Trim().TrimStart('@');
}
