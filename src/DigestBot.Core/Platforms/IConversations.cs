namespace DigestBot.Core.Platforms;

/// <summary>Who can read a conversation.</summary>
public enum ConversationKind
{
    /// <summary>One person and the bot.</summary>
    Personal = 0,

    /// <summary>Some people and the bot, without a channel.</summary>
    Group = 1,

    /// <summary>A channel.</summary>
    Channel = 2,
}

/// <summary>
/// How a place is reached on a platform that has to be told with every message: learned from what comes in, and kept. Private: it
/// holds the ids of people.
/// </summary>
public sealed record KnownConversation
{
    /// <summary>Name of the platform.</summary>
    public required string Platform { get; init; }

    /// <summary>Key of the workspace; empty for the one of the settings.</summary>
    public required string Workspace { get; init; }

    /// <summary>The place as deliveries name it (<see cref="Delivery.Channel"/>); with the platform unique.</summary>
    public required string Place { get; init; }

    /// <summary>Who can read it.</summary>
    public required ConversationKind Kind { get; init; }

    /// <summary>Where the platform takes messages for it.</summary>
    public required string Service { get; init; }

    /// <summary>The platform's own id of the conversation; null while there is none yet.</summary>
    public string? Conversation { get; init; }

    /// <summary>The platform's own id of the person, where it differs from the place; null for a group or channel.</summary>
    public string? Member { get; init; }

    /// <summary>The platform's id of the team that a channel belongs to; null without one.</summary>
    public string? Team { get; init; }

    /// <summary>Name as people know it; empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The bot itself was added there; otherwise it is known only because somebody was met elsewhere.</summary>
    public bool IsInstalled { get; init; }

    /// <summary>Since when nothing can be sent there, UTC; null while it can.</summary>
    public DateTimeOffset? UnreachableSince { get; init; }

    /// <summary>Why nothing can be sent there, for people, with the next step; null while it can.</summary>
    public string? Obstacle { get; init; }
}

/// <summary>Keeps how places are reached. Reads see what is committed; changes are staged for the unit of work's commit.</summary>
public interface IConversations
{
    /// <summary>The place, or null when it is not known.</summary>
    Task<KnownConversation?> FindAsync(string platform, string place, CancellationToken cancellationToken);

    /// <summary>All that is known of a workspace, by place.</summary>
    Task<IReadOnlyList<KnownConversation>> OfWorkspaceAsync(string platform, string workspace, CancellationToken cancellationToken);

    /// <summary>
    /// Stages what was learned of a place, new or known. What it does not say (null, an empty name, not installed) stays as it is known,
    /// and so does whether it can be reached.
    /// </summary>
    void Note(KnownConversation conversation);

    /// <summary>Stages that a known place can be reached (again).</summary>
    void Reached(string platform, string place);

    /// <summary>Stages that a known place cannot be reached; since when stays as it was first said.</summary>
    /// <param name="platform">Name of the platform.</param>
    /// <param name="place">The place.</param>
    /// <param name="since">UTC.</param>
    /// <param name="obstacle">For people, with the next step.</param>
    void Lost(string platform, string place, DateTimeOffset since, string obstacle);

    /// <summary>Deletes, in a transaction of its own, what could not be reached since before a time; how many those were.</summary>
    Task<int> ForgetAsync(string platform, DateTimeOffset lostBefore, CancellationToken cancellationToken);
}
