using System.Text.Json;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;

namespace DigestBot.Cli.Evaluation;

/// <summary>What is known of a feed: <c>labels.ndjson</c> says it of each item, <c>gold.json</c> of each week. Both may be missing.</summary>
internal sealed class FeedGold
{
    private readonly Dictionary<string, JsonElement> _labels;
    private readonly Dictionary<int, IReadOnlyList<string>> _reasons = [];

    private FeedGold(Dictionary<string, JsonElement> labels, JsonElement gold)
    {
        _labels = labels;
        Brand = gold.Text("company") is { } company ? new(NameOf(company)) { Competitors = Words(gold, "competitors") } : null;
        foreach (var week in Array(gold, "weeks"))
            _reasons[week.GetProperty("week").GetInt32()] = [.. Array(week, "topIssues").Select(reason => reason.Text("reason")!)];
        IsPlanted = gold.TryGetProperty("plantedTrends", out _);
        Happenings =
        [
            .. Array(gold, "eventRules").Select(rule => new Happening(rule.GetProperty("week").GetInt32(), rule.Text("id")!, Words(rule, "keywords"))),
            .. Array(gold, "plantedTrends").Select(trend => new Happening(trend.GetProperty("week").GetInt32(), trend.Text("intent")!, [])),
        ];
    }

    /// <summary>The company and its competitors; null where nobody says.</summary>
    public Brand? Brand { get; }

    /// <summary>What really happened, or was planted.</summary>
    public IReadOnlyList<Happening> Happenings { get; }

    /// <summary>Its happenings were planted, so that every other trend is a false one.</summary>
    public bool IsPlanted { get; }

    /// <summary>Reads what is known of a feed.</summary>
    /// <exception cref="CommandException">A file is there and cannot be read.</exception>
    public static FeedGold Load(string folder, CancellationToken cancellationToken)
    {
        var (labels, gold) = (Path.Combine(folder, "labels.ndjson"), Path.Combine(folder, "gold.json"));
        var rows = File.Exists(labels) ? LabelledRows.Of(labels, cancellationToken) : [];
        try
        {
            using var document = JsonDocument.Parse(File.Exists(gold) ? File.ReadAllText(gold) : "{}");
            return new(rows.ToDictionary(row => row.Text("id") ?? "", StringComparer.Ordinal), document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new CommandException($"{gold} is not shaped like gold.json of a feed.", innerException: error);
        }
    }

    /// <summary>The most frequent reasons of complaints of a week.</summary>
    public IReadOnlyList<string> TopReasons(int week) => _reasons.GetValueOrDefault(week, []);

    /// <summary>Share of the week's top reasons that at least one of the ten is about.</summary>
    public double Covered(int week, IEnumerable<TouchPoint> ten)
    {
        var told = ten.Select(point => Most(point.MentionIds, "reason")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return (double)TopReasons(week).Count(told.Contains) / TopReasons(week).Count;
    }

    /// <summary>Most of what a touch point cites is about somebody else.</summary>
    public bool IsOffBrand(TouchPoint point) => string.Equals(Most(point.MentionIds, "isCompany"), bool.FalseString, StringComparison.Ordinal);

    /// <summary>A keyword stands in the trend's name, or more than half of what it cites belongs to the happening.</summary>
    public bool Matches(Happening happening, Story trend) =>
        happening.Keywords.Any(keyword => trend.Subject.Contains(keyword, StringComparison.OrdinalIgnoreCase))
        || 2 * trend.Mentions.Count(read => Belongs(happening, read.Mention.Id)) > trend.Mentions.Count;

    private bool Belongs(Happening happening, MentionId id) => _labels.TryGetValue(id.ExternalId, out var label)
        && (label.Text("intent") == happening.Id || Words(label, "events").Contains(happening.Id, StringComparer.Ordinal));

    private string? Most(IReadOnlyList<MentionId> ids, string field) => ids
        .Select(id => _labels.TryGetValue(id.ExternalId, out var label) ? label.Text(field) : null)
        .OfType<string>()
        .CountBy(value => value)
        .OrderByDescending(value => value.Value)
        .Select(value => value.Key)
        .FirstOrDefault();

    // "microsoft/vscode" is talked of as vscode.
    private static string NameOf(string company) => company[(company.LastIndexOf('/') + 1)..];

    private static JsonElement.ArrayEnumerator Array(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var array) && array.ValueKind is JsonValueKind.Array ? array.EnumerateArray() : default;

    private static string[] Words(JsonElement owner, string name) => [.. Array(owner, name).Select(word => word.GetString() ?? "")];
}

/// <summary>Something that happened in a week of a feed.</summary>
/// <param name="Week">Its week, from 1.</param>
/// <param name="Id">Its name in the labels.</param>
/// <param name="Keywords">Words that name it.</param>
internal sealed record Happening(int Week, string Id, IReadOnlyList<string> Keywords);
