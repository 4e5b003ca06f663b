using System.Data.Common;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Queues;

/// <summary>The dispatcher's side of the outbox.</summary>
internal sealed class Deliveries(StorageEngine engine) : IDeliveries
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<DueLine>> DueAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Fill(LineSql.Due, []);
        return await DueAsync(command, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Taken> TakeAsync(
        IReadOnlyCollection<ChannelLine> lines, DateTimeOffset now, TimeSpan leaseTime, CancellationToken cancellationToken) =>
        lines.Count == 0
            ? new([], [])
            : await AloneAsync(session => TakeAsync(session, lines, now.UtcTicks, leaseTime.Ticks, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<bool>> RecordAsync(IReadOnlyList<Delivery> ended, CancellationToken cancellationToken) =>
        AloneAsync(session => RecordAsync(session, ended, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<bool> AdoptAsync(DeliveryKey key, PostedMessage posted, CancellationToken cancellationToken) => AloneAsync(
        async session => await session.ExecuteAsync(
            LineSql.Adopt, cancellationToken, ("@key", key.ToString()), ("@platform", posted.Platform), ("@channel", posted.Channel), ("@id", posted.Id)) == 1,
        cancellationToken);

    /// <inheritdoc />
    public Task<int> ReleaseAllAsync(CancellationToken cancellationToken) =>
        AloneAsync(
            session => session.Context.Deliveries.Where(d => d.State == DeliveryState.Sending).ExecuteUpdateAsync(
                row => row
                    .SetProperty(d => d.State, DeliveryState.Waiting)
                    .SetProperty(d => d.Attempts, d => d.Attempts + 1)
                    .SetProperty(d => d.Lease, 0)
                    .SetProperty(d => d.LeaseUntil, (long?)null)
                    .SetProperty(d => d.NotBefore, (long?)null),
                cancellationToken),
            cancellationToken);

    private static async Task<Taken> TakeAsync(
        WriteSession session, IReadOnlyCollection<ChannelLine> lines, long now, long leaseTicks, CancellationToken cancellationToken)
    {
        var lease = await session.NextAsync("lease", cancellationToken);
        await using var take = session.Command(
            LineSql.Take(lines.Count), [.. LineSql.Values(lines), ("@lease", lease), ("@until", now + leaseTicks), ("@now", now)]);
        var taken = await ReadAsync(session.Context, await KeysAsync(take, cancellationToken), cancellationToken);
        var empty = lines.Except(taken.Select(delivery => delivery.Line)).ToList();
        if (empty.Count == 0)
            return new(taken, []);
        await using var due = session.Command(LineSql.DueAmong(empty.Count), [.. LineSql.Values(empty)]);
        return new(taken, await DueAsync(due, cancellationToken));
    }

    private static async Task<HashSet<string>> KeysAsync(DbCommand take, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await using var rows = await take.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            keys.Add(rows.GetString(0));
        return keys;
    }

    // With the heads of their threads, which the takers must know.
    private static async Task<IReadOnlyList<Delivery>> ReadAsync(DigestDbContext context, HashSet<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];
        var taken = await context.Deliveries.AsNoTracking().Where(d => keys.Contains(d.Key)).OrderBy(d => d.Sequence).ToListAsync(cancellationToken);
        var threads = taken.Select(row => row.ThreadOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var heads = threads.Count == 0
            ? []
            : await context.Deliveries.AsNoTracking().Where(d => threads.Contains(d.Key))
                .ToDictionaryAsync(row => row.Key, row => row.Posted, StringComparer.Ordinal, cancellationToken);
        return [.. taken.Select(row => row.ToDelivery(row.ThreadOf is null ? null : heads.GetValueOrDefault(row.ThreadOf)))];
    }

    private static async Task<IReadOnlyList<DueLine>> DueAsync(DbCommand due, CancellationToken cancellationToken)
    {
        var lines = new List<DueLine>();
        await using var rows = await due.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            lines.Add(new(new(rows.GetString(0), rows.GetString(1)), UtcTicks.ToInstant(rows.GetInt64(2))));
        return lines;
    }

    private static async Task<IReadOnlyList<bool>> RecordAsync(WriteSession session, IReadOnlyList<Delivery> ended, CancellationToken cancellationToken)
    {
        var held = new List<bool>(ended.Count);
        foreach (var delivery in ended)
            held.Add(await session.ExecuteAsync(LineSql.Record, cancellationToken, Values(delivery)) == 1);
        return held;
    }

    private static (string Name, object? Value)[] Values(Delivery delivery) =>
    [
        ("@key", delivery.Key.ToString()),
        ("@lease", delivery.Lease),
        ("@state", (int)delivery.State),
        ("@posted_platform", delivery.Posted?.Platform),
        ("@posted_channel", delivery.Posted?.Channel),
        ("@posted_id", delivery.Posted?.Id),
        ("@sent_version", delivery.SentVersion),
        ("@attempts", delivery.Attempts),
        ("@postponed", delivery.Postponed),
        ("@not_before", delivery.NotBefore?.UtcTicks),
        ("@failure", delivery.Failure),
    ];

    private Task<T> AloneAsync<T>(Func<WriteSession, Task<T>> work, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            WriteLane.Normal,
            async session =>
            {
                await session.LockAsync(StoreLock.Deliveries, shared: false, cancellationToken);
                return await work(session);
            },
            cancellationToken);
}
