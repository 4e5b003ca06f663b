using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Core.Understanding.OwnModels;

namespace DigestBot.Cli.Training;

/// <summary>Learns from the corrections in the store: every task, kept where it is better, or one into a file.</summary>
internal static class CorrectionTraining
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Learns and tells; the exit code.</summary>
    /// <param name="services">The program, its store taken.</param>
    /// <param name="order">What was asked for.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="CommandException">There is too little to write a model of, or it cannot be written.</exception>
    internal static async Task<int> RunAsync(IServiceProvider services, CorrectionOrder order, TextWriter output, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var learning = scope.ServiceProvider.GetRequiredService<WorkspaceLearning>();
        var learned = order.Task is { } task ? [await learning.TryAsync(task, stop)] : await learning.RunAsync(stop);
        if (order.Model is { } path)
            Write(learned[0], path);
        foreach (var line in order.IsJson ? learned.Select(one => Json(one, order)) : Table(learned, order))
            await output.WriteLineAsync(line);
        return 0;
    }

    private static void Write(LearnedTask learned, string path) => TrainingRun.Write(
        learned.Model ?? throw new CommandException($"{learned.Corrections} corrections are too few to write a model of: {Needed}."), path);

    private static string Needed => string.Create(
        CultureInfo.InvariantCulture, $"at least {CorrectionRows.Fewest} are needed, with two labels that {CorrectionRows.FewestOfLabel} have each");

    private static IEnumerable<string> Table(IReadOnlyList<LearnedTask> learned, CorrectionOrder order) =>
    [
        "task        corrections  measure       own    shipped  used",
        .. learned.Select(one => Row(one, order)),
        .. learned.Any(one => one.Model is null) ? [$"-: {Needed}."] : Array.Empty<string>(),
    ];

    private static string Row(LearnedTask learned, CorrectionOrder order) => learned.Model?.Figures is { } figures
        ? string.Create(CultureInfo.InvariantCulture, $"{Name(learned),-10}  {learned.Corrections,11}  {figures.Measure,-12}  {figures.Own:0.000}  {figures.Shipped:0.000}    {Use(learned, order)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Name(learned),-10}  {learned.Corrections,11}  {"-",-12}  {"-",-5}  {"-",-5}    no");

    // Of one task alone nothing is kept.
    private static string Use(LearnedTask learned, CorrectionOrder order) => (learned.IsUsed, order.Task) switch
    {
        (true, null) => "yes",
        (true, _) => "better; kept by: digestbot train --corrections",
        _ => "no",
    };

    private static string Json(LearnedTask learned, CorrectionOrder order) => JsonSerializer.Serialize(
        new
        {
            Task = Name(learned),
            learned.Corrections,
            Measure = learned.Model?.Figures.Measure,
            Own = Rounded(learned.Model?.Figures.Own),
            Shipped = Rounded(learned.Model?.Figures.Shipped),
            Better = learned.IsUsed,
            Used = learned.IsUsed && order.Task is null,
        },
        OneLine);

    private static double? Rounded(double? figure) => figure is { } number ? Math.Round(number, 4) : null;

    private static string Name(LearnedTask learned) => learned.Task.ToString().ToLowerInvariant();
}

/// <summary>What <c>train --corrections</c> was asked for.</summary>
/// <param name="Task">One task, of which nothing is kept; null is all of them.</param>
/// <param name="Model">Where the one goes, or null.</param>
/// <param name="IsJson">The figures as JSON, one line a task.</param>
internal sealed record CorrectionOrder(ReadingTask? Task, string? Model, bool IsJson);
