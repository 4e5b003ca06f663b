using DigestBot.Core.Actions;

namespace DigestBot.Storage.Records;

/// <summary>Somebody met in chat.</summary>
internal sealed class PersonRow
{
    public required string Id { get; init; }

    /// <summary>Whose directory the person stands in.</summary>
    public required string Circle { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in lower case: SQLite folds ASCII only.</summary>
    public required string NameKey { get; init; }

    /// <summary>Lower case.</summary>
    public string? Handle { get; init; }

    /// <summary>Lower case.</summary>
    public string? Email { get; init; }

    public required string Zone { get; init; }

    public required string Locale { get; init; }

    public required Roles Roles { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long SeenAt { get; init; }

    /// <summary>UTC ticks: when the platform first told of the person.</summary>
    public required long MetAt { get; init; }
}
