namespace DigestBot.Storage.Mentions;

/// <summary>A source between runs.</summary>
internal sealed class SourceRow
{
    public required string Name { get; init; }

    public string? Cursor { get; set; }

    /// <summary>How many mentions of it are kept: counting a million rows at every look would cost more than keeping count.</summary>
    public long Mentions { get; set; }

    /// <summary>How it stands with the other side, as JSON.</summary>
    public string? Health { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? PausedAt { get; set; }
}

/// <summary>How many mentions of a source a query counted.</summary>
internal sealed record SourceCountRow(string Source, long Mentions);

/// <summary>One run of collecting.</summary>
internal sealed class SourceRunRow
{
    /// <summary>Given by the database, in the order of writing.</summary>
    public long Id { get; init; }

    public required string Source { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long StartedAt { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long EndedAt { get; init; }

    public required int Added { get; init; }

    public required int Refreshed { get; init; }

    public required int Skipped { get; init; }

    public required string? Failure { get; init; }
}

/// <summary>A week's summary, or the place kept for one that is being made (see <see cref="WeekSummaryStore"/>).</summary>
internal sealed class WeekSummaryRow
{
    public required string Zone { get; init; }

    public required int Week { get; init; }

    /// <summary>UTC ticks, inclusive.</summary>
    public required long Begins { get; init; }

    /// <summary>UTC ticks, exclusive.</summary>
    public required long Ends { get; init; }

    /// <summary>Tells this place from one that was dropped and kept again since.</summary>
    public required long Ticket { get; set; }

    /// <summary>Null while it is being made.</summary>
    public required string? Document { get; set; }
}
