using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Mentions;

/// <summary>
/// Summaries of weeks. A mention that arrives while a summary is being made must not be missed by it for ever: looking for one that
/// does not exist keeps its place under a ticket, an arrival drops the place with everything else of the week, and what was made is
/// kept only when its place still stands.
/// </summary>
internal sealed class WeekSummaryStore(StorageEngine engine) : IWeekSummaryStore
{
    private readonly Dictionary<(string Zone, int Week), long> _tickets = [];

    /// <inheritdoc />
    public async Task<WeekSummary?> FindAsync(string zone, DigestWeek week, CancellationToken cancellationToken)
    {
        var number = WeekNumber.Of(week);
        await using (var context = engine.Read())
        {
            var row = await context.WeekSummaries.FirstOrDefaultAsync(s => s.Zone == zone && s.Week == number, cancellationToken);
            if (row is { Document: { } document })
                return StoredJson.Read<WeekSummary>(document);
        }
        _tickets[(zone, number)] = await engine.WriteAsync(
            WriteLane.Normal, session => TicketAsync(session, zone, week, cancellationToken), cancellationToken);
        return null;
    }

    /// <inheritdoc />
    /// <remarks>Not kept when a mention of the week has arrived since the same scope looked for it: the next one makes it anew.</remarks>
    public Task SaveAsync(string zone, WeekSummary summary, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => SaveAsync(session, zone, summary, cancellationToken), cancellationToken);

    /// <summary>Drops what any of these instants makes stale.</summary>
    /// <param name="context">In the transaction of the arrival.</param>
    /// <param name="ticks">UTC ticks, in any order.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    public static async Task DropStaleAsync(DigestDbContext context, List<long> ticks, CancellationToken cancellationToken)
    {
        if (ticks.Count == 0)
            return;
        ticks.Sort();
        var (first, last) = (ticks[0], ticks[^1]);
        var near = await context.WeekSummaries.Where(s => s.Begins <= last && s.Ends > first)
            .Select(s => new { s.Zone, s.Week, s.Begins, s.Ends }).ToListAsync(cancellationToken);
        foreach (var stale in near.Where(s => HasOneIn(ticks, s.Begins, s.Ends)))
            await context.WeekSummaries.Where(s => s.Zone == stale.Zone && s.Week == stale.Week).ExecuteDeleteAsync(cancellationToken);
    }

    private static bool HasOneIn(List<long> sorted, long begins, long ends)
    {
        var at = sorted.BinarySearch(begins);
        return at >= 0 || (~at < sorted.Count && sorted[~at] < ends);
    }

    private static async Task<long> TicketAsync(WriteSession session, string zone, DigestWeek week, CancellationToken cancellationToken)
    {
        await session.LockAsync(StoreLock.Summaries, shared: false, cancellationToken);
        var row = await session.Context.WeekSummaries.FindAsync([zone, WeekNumber.Of(week)], cancellationToken);
        if (row is null)
        {
            row = NewRow(zone, week, await session.NextAsync("week-summary", cancellationToken));
            session.Context.WeekSummaries.Add(row);
            await session.Context.SaveChangesAsync(cancellationToken);
        }
        return row.Ticket;
    }

    private static WeekSummaryRow NewRow(string zone, DigestWeek week, long ticket)
    {
        var at = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return new()
        {
            Zone = zone,
            Week = WeekNumber.Of(week),
            Begins = week.From(at).UtcTicks,
            Ends = week.To(at).UtcTicks,
            Ticket = ticket,
            Document = null,
        };
    }

    private async Task<int> SaveAsync(WriteSession session, string zone, WeekSummary summary, CancellationToken cancellationToken)
    {
        await session.LockAsync(StoreLock.Summaries, shared: false, cancellationToken);
        var number = WeekNumber.Of(summary.Week);
        var row = await session.Context.WeekSummaries.FindAsync([zone, number], cancellationToken);
        if (_tickets.Remove((zone, number), out var ticket) && row?.Ticket != ticket)
            return 0;
        row ??= session.Context.WeekSummaries.Add(NewRow(zone, summary.Week, await session.NextAsync("week-summary", cancellationToken))).Entity;
        row.Document = StoredJson.Write(summary);
        return await session.Context.SaveChangesAsync(cancellationToken);
    }
}
