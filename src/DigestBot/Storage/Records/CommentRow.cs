namespace DigestBot.Storage.Records;

/// <summary>A comment on a touch point, by the message in which it was said.</summary>
internal sealed class CommentRow
{
    public required string Platform { get; init; }

    public required string Channel { get; init; }

    public required string Message { get; init; }

    public required string Digest { get; init; }

    /// <summary>As 202524.</summary>
    public required int Week { get; init; }

    public required string TouchPointId { get; init; }

    public required string Person { get; init; }

    public required string Text { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long SaidAt { get; init; }
}
