namespace DigestBot.Core.Platforms;

/// <summary>What is to be done after the program stood still for a while. May be called again for the same time.</summary>
/// <param name="since">When it last ran for certain, UTC.</param>
/// <param name="until">When it ran again, UTC.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate Task AfterStandstill(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);

/// <summary>Notices that the program stood still, by something that runs every quarter of an hour.</summary>
public sealed class Standstills(IEnumerable<AfterStandstill> afterwards)
{
    // Two runs that follow each other as they should are a quarter of an hour apart.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>It runs now; has what is to be done after a standstill done when there was one.</summary>
    /// <param name="before">When it ran before this, UTC; null for the first time.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task NoticeAsync(DateTimeOffset? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (before is not { } since || now - since <= Longest)
            return;
        foreach (var after in afterwards)
            await after(since, now, cancellationToken);
    }
}
