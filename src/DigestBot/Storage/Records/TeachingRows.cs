namespace DigestBot.Storage.Records;

/// <summary>What one person thinks of one story.</summary>
internal sealed class FeedbackRow
{
    public required string Digest { get; init; }

    public required string Person { get; init; }

    public required string StoryKey { get; init; }

    public required double Value { get; set; }

    /// <summary>UTC ticks.</summary>
    public required long GivenAt { get; set; }

    public string? Reason { get; set; }
}

/// <summary>An imported customer.</summary>
internal sealed class CustomerRow
{
    public required string Handle { get; init; }

    public required string Account { get; set; }

    public required string Tier { get; set; }
}
