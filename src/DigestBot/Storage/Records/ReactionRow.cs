using DigestBot.Core.Platforms;

namespace DigestBot.Storage.Records;

/// <summary>The newest of one person's one emoji on one message.</summary>
internal sealed class ReactionRow
{
    public required string Platform { get; init; }

    public required string Channel { get; init; }

    public required string Message { get; init; }

    public required string Person { get; init; }

    public required string Emoji { get; init; }

    public required ReactionState State { get; init; }

    public required string Stamp { get; init; }
}
