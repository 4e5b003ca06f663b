using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Core.Editions;

namespace DigestBot.Cli.Trying;

/// <summary>Tried weights as other programs read them. The shape is a promise: keys, their order and their meaning stay.</summary>
internal static class TrialJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // data, not part of a page: letters stay readable
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The weeks, oldest first, and the section of the settings that keeps the weights.</summary>
    public static string Of(IReadOnlyList<TriedWeek> weeks, IReadOnlyDictionary<string, double> tried, IReadOnlyDictionary<string, double> settings) =>
        JsonSerializer.Serialize(
            new TrialShape(tried, [.. weeks.Select(week => new WeekShape(week.Week.ToString(), [.. week.Points.Select(Shape)]))], new(new(settings))),
            Options);

    private static PointShape Shape(TriedPoint point) => new(
        point.Was?.Rank, point.Would?.Rank, point.Change.ToString().ToLowerInvariant(), point.Either.Kind.ToString().ToLowerInvariant(),
        point.Either.Headline, point.Was?.Score, point.Would?.Score);

    private sealed record TrialShape(IReadOnlyDictionary<string, double> Tried, IReadOnlyList<WeekShape> Weeks, SettingsShape Settings);

    private sealed record WeekShape(string Week, IReadOnlyList<PointShape> TouchPoints);

    private sealed record PointShape(int? Was, int? Would, string Change, string Kind, string Headline, double? ScoreWas, double? ScoreWould);

    private sealed record SettingsShape([property: System.Text.Json.Serialization.JsonPropertyName("Ranking")] RankingShape Ranking);

    private sealed record RankingShape([property: System.Text.Json.Serialization.JsonPropertyName("Weights")] IReadOnlyDictionary<string, double> Weights);
}
