using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Editions;

namespace DigestBot.Cli.Trying;

/// <summary>Tried weights as a table for people: each week's ten, their places before and after, and the lines that keep the weights.</summary>
internal static class TrialText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the weeks, oldest first, and then what to write into the settings.</summary>
    public static void Write(TextWriter output, IReadOnlyList<TriedWeek> weeks, IReadOnlyDictionary<string, double> tried, IReadOnlyDictionary<string, double> settings)
    {
        output.Write($"Tried: {string.Join(", ", tried.Select(weight => $"{weight.Key} {Number(weight.Value)}"))}. Nothing is saved.\n");
        foreach (var week in weeks)
            Write(output, week);
        output.Write($"\nTo keep these weights, put this into the settings:\n\n{Lines(settings)}\n");
    }

    /// <summary>The section of the settings, without the braces around it.</summary>
    private static string Lines(IReadOnlyDictionary<string, double> settings)
    {
        var section = JsonSerializer.Serialize(new { Ranking = new { Weights = settings } }, Indented);
        return string.Join('\n', section.Split('\n')[1..^1]);
    }

    private static void Write(TextWriter output, TriedWeek week)
    {
        output.Write($"\n{week.Week}: {Summary(week)}\n");
        if (week.Points.Count == 0)
            return;
        output.Write("  was  would           kind        headline\n");
        foreach (var point in week.Points)
            output.Write($"  {Place(point.Was)}   {Place(point.Would)}   {Words(point),-9}  {point.Either.Kind.ToString().ToLowerInvariant(),-10}  {point.Either.Headline}\n");
    }

    private static string Summary(TriedWeek week)
    {
        if (week.Points.Count == 0)
            return "nothing to tell of";
        var changes = week.Points.CountBy(point => point.Change).ToDictionary();
        int Count(TriedChange change) => changes.GetValueOrDefault(change);
        return changes.Count == 1 && Count(TriedChange.Stays) > 0
            ? "nothing changes"
            : $"{Count(TriedChange.Enters)} in, {Count(TriedChange.Leaves)} out, {Count(TriedChange.Moves)} moved, {Count(TriedChange.Stays)} as they were";
    }

    private static string Words(TriedPoint point) => point.Change switch
    {
        TriedChange.Enters => "enters",
        TriedChange.Leaves => "leaves",
        TriedChange.Moves => point.Would!.Rank < point.Was!.Rank ? $"up {point.Was.Rank - point.Would.Rank}" : $"down {point.Would.Rank - point.Was.Rank}",
        _ => "",
    };

    private static string Place(TouchPoint? point) => (point is null ? "-" : Number(point.Rank)).PadLeft(3);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
