namespace DigestBot.Storage.Queues;

/// <summary>How far an item of the inbox has come.</summary>
internal enum InboxState
{
    Pending = 0,
    Done = 1,
    Dead = 2,
}

/// <summary>One request from outside. A done one stays, without its payload, so that a repeat is recognised.</summary>
internal sealed class InboxRow
{
    /// <summary>Given by the database, in the order of arrival.</summary>
    public long Id { get; init; }

    public required string Platform { get; init; }

    public required string EventId { get; init; }

    public required string Payload { get; set; }

    /// <summary>UTC ticks.</summary>
    public required long ReceivedAt { get; init; }

    public int Attempts { get; set; }

    public InboxState State { get; set; }

    public string? Failure { get; set; }
}
