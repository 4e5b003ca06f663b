namespace DigestBot.Storage.Records;

/// <summary>One line of the audit.</summary>
internal sealed class AuditRow
{
    /// <summary>Given by the database, in the order of writing.</summary>
    public long Id { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long DoneAt { get; init; }

    public required string Person { get; init; }

    public required string Verb { get; init; }

    public required string? Subject { get; init; }

    public required string Result { get; init; }

    public required string Through { get; init; }
}
