using DigestBot.Core.Understanding;
using DigestBot.Storage.Mentions;

namespace DigestBot.Storage.Sqlite;

/// <summary>Mentions on SQLite: prepared statements run once a mention, and FTS5 over our own tokens.</summary>
internal sealed class SqliteMentionTable : IMentionTable
{
    /// <inheritdoc />
    public string HasWords => "id IN (SELECT rowid FROM mention_words WHERE mention_words MATCH @words)";

    /// <inheritdoc />
    /// <remarks>Tokens are letters and digits, so quotes around them cannot be broken out of; words side by side must all be there.</remarks>
    public string Query(IReadOnlyList<SearchToken> words) => string.Join(' ', words.Select(word => word.IsPrefix ? $"\"{word.Text}\"*" : $"\"{word.Text}\""));

    /// <inheritdoc />
    public Task<Arrival> WriteAsync(WriteSession session, IReadOnlyList<ReadMention> mentions, CancellationToken cancellationToken)
    {
        using var page = new SqliteMentionPage(session);
        foreach (var read in mentions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            page.Write(read);
        }
        return Task.FromResult(page.Arrival); // SQLite works on the calling thread: there is nothing to wait for
    }
}
