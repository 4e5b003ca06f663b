using DigestBot.Core.Actions;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>The audit, append only.</summary>
internal sealed class AuditLog(StorageEngine engine, StagedChanges staged) : IAuditLog
{
    /// <inheritdoc />
    public void Append(AuditLine line) => staged.Stage((session, _) =>
    {
        session.Context.Audit.Add(new()
        {
            DoneAt = line.At.UtcTicks,
            Person = line.By,
            Verb = line.Verb,
            Subject = line.Subject,
            Result = line.Result,
            Through = line.Through,
        });
        return Task.CompletedTask;
    });

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SubjectsAsync(string by, string verb, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await context.Audit
            .Where(a => a.Person == by && a.Verb == verb && a.Result == "done" && a.Subject != null)
            .Select(a => a.Subject!).Distinct().ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<AuditLine>> NewestAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Audit.OrderByDescending(a => a.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AuditLine(UtcTicks.ToInstant(row.DoneAt), row.Person, row.Verb, row.Subject, row.Result, row.Through))];
    }
}
