using DigestBot.Core.Platforms;

namespace DigestBot.Storage.Records;

/// <summary>How a place is reached. See <see cref="KnownConversation"/> for what each column means.</summary>
internal sealed class ConversationRow
{
    public required string Platform { get; init; }

    public required string Place { get; init; }

    public required string Workspace { get; init; }

    public required ConversationKind Kind { get; init; }

    public required string Service { get; init; }

    public string? Conversation { get; init; }

    public string? Member { get; init; }

    public string? Team { get; init; }

    public required string Name { get; init; }

    public required bool IsInstalled { get; init; }

    /// <summary>UTC ticks.</summary>
    public long? UnreachableSince { get; init; }

    public string? Obstacle { get; init; }
}
