using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.Evaluation;

/// <summary>
/// Posts to several brands, each with topics of its own names: a reader is given a brand's names and no words, as a company
/// that has just begun, and must find which posts mean them.
/// </summary>
/// <param name="readers">The reader of a company.</param>
internal sealed class SupportTopicsSet(Func<ReadingRules, IMentionReader> readers) : IMeasure
{
    private const string Task = "support-topics";

    /// <inheritdoc />
    public IEnumerable<Figure> Measure(string folder, CancellationToken cancellationToken)
    {
        var set = Path.Combine(folder, Task);
        if (!Directory.Exists(set))
            yield break;
        var found = new Found(0, 0, 0);
        foreach (var file in Directory.GetFiles(set, "*.ndjson").Order(StringComparer.Ordinal))
        {
            foreach (var brand in LabelledRows.Of(file, cancellationToken).GroupBy(row => row.Text("brand") ?? ""))
                found += OfBrand(brand.Key, [.. brand]);
        }
        yield return new("topics by name alone", "micro F1", found.F1);
        yield return new("topics by name alone", "precision", found.Precision);
    }

    private Found OfBrand(string brand, List<JsonElement> rows)
    {
        var names = rows.SelectMany(Topics).Distinct(StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reader = readers(new(new Brand(brand)) { Topics = names.ToDictionary(name => name, _ => (IReadOnlyList<string>)[], StringComparer.OrdinalIgnoreCase) });
        return rows.Select(row => Compare(Topics(row), reader.Read(row.ToMention("text")).Topics.Where(names.Contains)))
            .Aggregate(new Found(0, 0, 0), (sum, one) => sum + one);
    }

    private static Found Compare(IEnumerable<string> gold, IEnumerable<string> told)
    {
        var (expected, given) = (gold.ToHashSet(StringComparer.OrdinalIgnoreCase), told.ToHashSet(StringComparer.OrdinalIgnoreCase));
        var right = given.Count(expected.Contains);
        return new(right, given.Count - right, expected.Count - right);
    }

    private static IEnumerable<string> Topics(JsonElement row) =>
        row.TryGetProperty("topics", out var topics) && topics.ValueKind is JsonValueKind.Array
            ? topics.EnumerateArray().Select(topic => topic.ToString())
            : [];

    private readonly record struct Found(int Right, int Wrong, int Missed)
    {
        public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2 * Right) + Wrong + Missed);

        public double Precision => Right == 0 ? 0 : (double)Right / (Right + Wrong);

        public static Found operator +(Found one, Found other) => new(one.Right + other.Right, one.Wrong + other.Wrong, one.Missed + other.Missed);
    }
}
