using DigestBot.Core.Actions;
using DigestBot.Core.Ranking;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Feedback and customers.</summary>
internal sealed class TeachingStore(StorageEngine engine, StagedChanges staged) : ITeachings
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Feedback>> FeedbackAsync(string digest, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.UtcTicks;
        await using var context = engine.Read();
        var rows = await context.Feedback.Where(f => f.Digest == digest && f.GivenAt >= from)
            .OrderBy(f => f.GivenAt).ThenBy(f => f.StoryKey).ThenBy(f => f.Person).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Feedback(row.StoryKey, row.Value, UtcTicks.ToInstant(row.GivenAt)) { By = row.Person, Reason = row.Reason })];
    }

    /// <inheritdoc />
    public void Add(string digest, string by, Feedback feedback) => staged.Stage(async (session, cancellationToken) =>
    {
        var row = await session.Context.Feedback.FindAsync([digest, by, feedback.StoryKey], cancellationToken);
        if (row is null)
            session.Context.Feedback.Add(NewRow(digest, by, feedback));
        else
            (row.Value, row.GivenAt, row.Reason) = (feedback.Value, feedback.At.UtcTicks, feedback.Reason);
    });

    /// <inheritdoc />
    public void Remove(string digest, string by, string storyKey) => staged.Stage(async (session, cancellationToken) =>
    {
        if (await session.Context.Feedback.FindAsync([digest, by, storyKey], cancellationToken) is { } row)
            session.Context.Feedback.Remove(row);
    });

    /// <inheritdoc />
    public async Task<IReadOnlyList<Customer>> CustomersAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Customers.OrderBy(c => c.Handle).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Customer(row.Handle, row.Account, row.Tier))];
    }

    /// <inheritdoc />
    public Task<int> ImportCustomersAsync(IReadOnlyList<Customer> customers, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => ImportAsync(session.Context, customers, cancellationToken), cancellationToken);

    private static async Task<int> ImportAsync(DigestDbContext context, IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        var known = await context.Customers.AsTracking().ToDictionaryAsync(c => c.Handle, StringComparer.Ordinal, cancellationToken);
        foreach (var customer in customers)
        {
            if (known.TryGetValue(customer.Handle, out var row))
                (row.Account, row.Tier) = (customer.Account, customer.Tier);
            else
                known.Add(customer.Handle, context.Customers.Add(NewRow(customer)).Entity);
        }
        await context.SaveChangesAsync(cancellationToken);
        return known.Count;
    }

    private static CustomerRow NewRow(Customer customer) =>
        new() { Handle = customer.Handle, Account = customer.Account, Tier = customer.Tier };

    private static FeedbackRow NewRow(string digest, string by, Feedback feedback) => new()
    {
        Digest = digest,
        Person = by,
        StoryKey = feedback.StoryKey,
        Value = feedback.Value,
        GivenAt = feedback.At.UtcTicks,
        Reason = feedback.Reason,
    };
}
