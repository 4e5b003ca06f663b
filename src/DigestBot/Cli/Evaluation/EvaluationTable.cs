using System.Globalization;
using System.Text.Json;

namespace DigestBot.Cli.Evaluation;

/// <summary>What was measured, beside what was recorded.</summary>
internal static class EvaluationTable
{
    /// <summary>One line a figure: task, metric, figure, previous figure, and a word where it fell.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, double> recorded)
    {
        var width = (Task: figures.Max(figure => figure.Task.Length), Metric: figures.Max(figure => figure.Metric.Length));
        output.WriteLine($"{"task".PadRight(width.Task)}  {"metric".PadRight(width.Metric)}  figure  previous");
        foreach (var figure in figures)
        {
            var previous = recorded.TryGetValue(figure.Key, out var before) ? Number(before) : "-";
            var fell = recorded.ContainsKey(figure.Key) && figure.IsWorseThan(before) ? "  worse" : "";
            output.WriteLine($"{figure.Task.PadRight(width.Task)}  {figure.Metric.PadRight(width.Metric)}  {Number(figure.Rounded),6}  {previous,8}{fell}");
        }
    }

    /// <summary>The same as JSON, one object a line.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, double> recorded)
    {
        foreach (var figure in figures)
        {
            double? previous = recorded.TryGetValue(figure.Key, out var before) ? before : null;
            output.WriteLine(JsonSerializer.Serialize(
                new { task = figure.Task, metric = figure.Metric, figure = figure.Rounded, previous, worse = previous is { } known && figure.IsWorseThan(known) }));
        }
    }

    private static string Number(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);
}
