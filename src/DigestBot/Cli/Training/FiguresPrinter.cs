using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Training;

/// <summary>The figures of a model beside those of what ships.</summary>
internal static class FiguresPrinter
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a small table.</summary>
    internal static string Table(TrainedModel model)
    {
        var figures = model.Figures;
        return string.Create(CultureInfo.InvariantCulture, $"""
            task        {NameOf(model.Task)}
            labels      {string.Join(", ", model.Labels)}
            rows        {figures.Rows}
            measure     {figures.Measure}, cross-validated
            this model  {figures.Own:0.000}
            shipped     {figures.Shipped:0.000}
            better      {(figures.IsBetter ? "yes" : "no")}

            """);
    }

    /// <summary>As one JSON object on one line.</summary>
    internal static string Json(TrainedModel model, int leftOut) => JsonSerializer.Serialize(
        new
        {
            Task = NameOf(model.Task),
            model.Labels,
            model.Figures.Rows,
            LeftOut = leftOut,
            model.Figures.Measure,
            Own = Math.Round(model.Figures.Own, 4),
            Shipped = Math.Round(model.Figures.Shipped, 4),
            Better = model.Figures.IsBetter,
        },
        OneLine) + "\n";

    /// <summary>One line on what to do with it.</summary>
    internal static string Verdict(TrainingFigures figures, string? path) => (figures.IsBetter, path) switch
    {
        (true, null) => "Better than what ships; --out FILE keeps it.",
        (true, _) => $"Better than what ships. Use it: digestbot read FILE --model {path}",
        _ => "Not better than what ships: leave it, or label more texts.",
    };

    private static string NameOf(ReadingTask task) => task.ToString().ToLowerInvariant();
}
