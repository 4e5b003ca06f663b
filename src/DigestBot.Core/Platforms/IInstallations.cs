namespace DigestBot.Core.Platforms;

/// <summary>The bot in one workspace of a platform, with what is needed to speak there.</summary>
public sealed record Installation
{
    /// <summary>Name of the platform.</summary>
    public required string Platform { get; init; }

    /// <summary>Key of the workspace (or of the organisation, when one installation serves many); empty for the one of the settings.</summary>
    public required string Workspace { get; init; }

    /// <summary>Name as people know it; empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The platform's id of the workspace; null for an organisation.</summary>
    public string? Team { get; init; }

    /// <summary>The platform's id of the organisation above the workspace; null when there is none.</summary>
    public string? Organization { get; init; }

    /// <summary>The platform's id of the bot's app; null when unknown.</summary>
    public string? App { get; init; }

    /// <summary>The platform's id of the bot itself, as it signs its messages.</summary>
    public string Bot { get; init; } = "";

    /// <summary>Person id of who installed it; null when unknown.</summary>
    public string? Installer { get; init; }

    /// <summary>What the platform lets the bot do, by its own names.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The tokens, encrypted; null when there are none, or when they were forgotten because the bot was removed.</summary>
    public string? Secret { get; init; }

    /// <summary>When the token ends unless it is renewed, UTC; null when it does not end.</summary>
    public DateTimeOffset? TokenEndsAt { get; init; }

    /// <summary>While some process renews the token: when its claim lapses, UTC; null when none does.</summary>
    public DateTimeOffset? RenewingUntil { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>When the bot was removed from the workspace, UTC; null while it is there. The workspace's data is deleted a set time after.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Goes up by one with every change, from 1; guards against two writers.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The same changed, as the next version.</summary>
    public Installation Next() => this with { Version = Version + 1 };
}

/// <summary>Keeps the installations of all platforms.</summary>
public interface IInstallations
{
    /// <summary>The installation, also a removed one; null when there never was one or its data is deleted.</summary>
    Task<Installation?> FindAsync(string platform, string workspace, CancellationToken cancellationToken);

    /// <summary>All of a platform with the removed ones, by workspace.</summary>
    Task<IReadOnlyList<Installation>> OfPlatformAsync(string platform, CancellationToken cancellationToken);

    /// <summary>
    /// Stages a new installation (version 1) or the next version of a known one. The commit throws
    /// <see cref="Mentions.ConcurrentChangeException"/> when somebody else changed it first.
    /// </summary>
    void Save(Installation installation);
}

/// <summary>
/// Tickets of installations under way, each good once, also when several processes serve the redirects. Both values are kept as
/// given, so secrets are handed in hashed. Every call is its own durable transaction.
/// </summary>
public interface IInstallTickets
{
    /// <summary>Keeps a ticket; those that have lapsed are forgotten.</summary>
    /// <param name="ticket">The ticket, unique.</param>
    /// <param name="holder">Who alone may use it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="validFor">How long it is good.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    Task IssueAsync(string ticket, string holder, DateTimeOffset now, TimeSpan validFor, CancellationToken cancellationToken);

    /// <summary>Uses the ticket up; false when it is unknown, used, lapsed or somebody else's.</summary>
    Task<bool> RedeemAsync(string ticket, string holder, DateTimeOffset now, CancellationToken cancellationToken);
}
