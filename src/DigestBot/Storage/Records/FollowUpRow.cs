using DigestBot.Core.FollowUps;

namespace DigestBot.Storage.Records;

/// <summary>A follow-up: what is asked for in columns, the whole as a document.</summary>
internal sealed class FollowUpRow
{
    public required int Number { get; init; }

    public required string Digest { get; init; }

    public required int Week { get; init; }

    public required string Owner { get; set; }

    public required FollowUpState State { get; set; }

    /// <summary>UTC ticks.</summary>
    public required long? ClosedAt { get; set; }

    /// <summary>Guards against two writers.</summary>
    public required int Version { get; set; }

    public required string Document { get; set; }
}

/// <summary>Thanks.</summary>
internal sealed class KudosRow
{
    public required string TouchPointId { get; init; }

    public required string Person { get; init; }

    public required string Digest { get; init; }

    public required int Week { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long GivenAt { get; init; }
}
