using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>The alerts of one digest.</summary>
internal sealed class AlertBookRow
{
    public required string Digest { get; init; }

    public int Version { get; set; }

    /// <summary>An <see cref="AlertBook"/> as a document.</summary>
    public required string Document { get; set; }
}

/// <summary>Books of alerts, as documents.</summary>
internal sealed class AlertBooks(StorageEngine engine, StagedChanges staged) : IAlertBooks
{
    /// <inheritdoc />
    public async Task<AlertBook?> FindAsync(string digest, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var document = await context.AlertBooks.Where(b => b.Digest == digest).Select(b => b.Document).FirstOrDefaultAsync(cancellationToken);
        return document is null ? null : StoredJson.Read<AlertBook>(document);
    }

    /// <inheritdoc />
    public void Save(AlertBook book) => staged.Stage(async (session, cancellationToken) =>
    {
        var row = await session.Context.AlertBooks.FindAsync([book.Digest], cancellationToken);
        if (book.Version != (row?.Version ?? 0) + 1)
            throw new ConcurrentChangeException($"The alerts of {book.Digest} were checked by somebody else first.");
        if (row is null)
            session.Context.AlertBooks.Add(new() { Digest = book.Digest, Version = book.Version, Document = StoredJson.Write(book) });
        else
            (row.Version, row.Document) = (book.Version, StoredJson.Write(book));
    });
}
