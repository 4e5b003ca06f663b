using DigestBot.Core.Understanding.Learning;
using DigestBot.Core.Understanding.OwnModels;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>What was last learned for one task.</summary>
internal sealed class OwnModelRow
{
    public required ReadingTask Task { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long LearnedAt { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long Through { get; init; }

    public required string Measure { get; init; }

    public required double Own { get; init; }

    public required double Shipped { get; init; }

    public required int Corrections { get; init; }

    public byte[]? Content { get; init; }

    /// <summary>As the Core has it.</summary>
    public OwnModel ToModel() => new(Task, UtcTicks.ToInstant(LearnedAt), UtcTicks.ToInstant(Through), new(Measure, Own, Shipped, Corrections), Content);
}

/// <summary>
/// Models in a table, not in files: processes on one PostgreSQL share them, and a backup of the database has them.
/// </summary>
internal sealed class OwnModels(StorageEngine engine) : IOwnModels
{
    private const string Keep =
        """
        INSERT INTO own_models (task, learned_at, through, measure, own, shipped, corrections, content)
        VALUES (@task, @learned, @through, @measure, @own, @shipped, @corrections, @content)
        ON CONFLICT (task) DO UPDATE SET learned_at = excluded.learned_at, through = excluded.through, measure = excluded.measure,
            own = excluded.own, shipped = excluded.shipped, corrections = excluded.corrections, content = excluded.content
        WHERE own_models.learned_at <= excluded.learned_at
        """;

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await context.OwnModels.MaxAsync(row => (long?)row.LearnedAt, cancellationToken) is { } ticks ? UtcTicks.ToInstant(ticks) : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<OwnModel>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.OwnModels.OrderBy(row => row.Task).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToModel())];
    }

    /// <inheritdoc />
    public Task KeepAsync(IReadOnlyCollection<OwnModel> models, CancellationToken cancellationToken) => models.Count == 0 ? Task.CompletedTask : engine.WriteAsync(
        WriteLane.Normal,
        async session =>
        {
            foreach (var model in models.OrderBy(model => model.Task)) // in one order, so that two processes do not wait for each other
                await KeepAsync(session, model, cancellationToken);
            return models.Count;
        },
        cancellationToken);

    private static Task<int> KeepAsync(WriteSession session, OwnModel model, CancellationToken cancellationToken) => session.ExecuteAsync(
        Keep, cancellationToken,
        ("@task", (int)model.Task), ("@learned", model.LearnedAt.UtcTicks), ("@through", model.Through.UtcTicks), ("@measure", model.Figures.Measure),
        ("@own", model.Figures.Own), ("@shipped", model.Figures.Shipped), ("@corrections", model.Figures.Rows), ("@content", model.Content));
}
