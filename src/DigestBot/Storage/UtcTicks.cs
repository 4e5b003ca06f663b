namespace DigestBot.Storage;

/// <summary>
/// Instants as UTC ticks (100 ns): SQLite cannot order by a DateTimeOffset, and PostgreSQL's own type would drop the last digit,
/// so that what is read would not be what was written.
/// </summary>
internal static class UtcTicks
{
    /// <summary>The instant of ticks.</summary>
    public static DateTimeOffset ToInstant(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>The instant of ticks, or null.</summary>
    public static DateTimeOffset? ToInstant(long? ticks) => ticks is { } known ? ToInstant(known) : null;
}
