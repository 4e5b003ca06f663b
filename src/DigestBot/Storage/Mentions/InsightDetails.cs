using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Storage.Mentions;

/// <summary>The lists of an insight, packed into one short document; generated code, because every mention passes here.</summary>
internal sealed record InsightDetails
{
    private static readonly InsightDetails Empty = new();

    [JsonPropertyName("t")]
    public IReadOnlyList<string> Topics { get; set; } = [];

    [JsonPropertyName("p")]
    public IReadOnlyList<string> Phrases { get; set; } = [];

    [JsonPropertyName("c")]
    public IReadOnlyList<string> Competitors { get; set; } = [];

    /// <summary>Start and length by turns.</summary>
    [JsonPropertyName("d")]
    public IReadOnlyList<int> Spans { get; set; } = [];

    /// <summary>The spans as an insight has them.</summary>
    [JsonIgnore]
    public IReadOnlyList<TextSpan> PersonalData => Spans.Count == 0 ? [] : [.. Spans.Chunk(2).Select(pair => new TextSpan(pair[0], pair[1]))];

    /// <summary>The lists of an insight, or null when all are empty.</summary>
    public static string? Write(Insight insight)
    {
        if (insight is { Topics.Count: 0, Phrases.Count: 0, Competitors.Count: 0, PersonalData.Count: 0 })
            return null;
        var details = new InsightDetails
        {
            Topics = Clean(insight.Topics),
            Phrases = Clean(insight.Phrases),
            Competitors = Clean(insight.Competitors),
            Spans = [.. insight.PersonalData.SelectMany(span => (int[])[span.Start, span.Length])],
        };
        return JsonSerializer.Serialize(details, PackedJson.Short.InsightDetails);
    }

    /// <summary>The lists of a packed column.</summary>
    public static InsightDetails Read(string? packed) =>
        packed is null ? Empty : JsonSerializer.Deserialize(packed, PackedJson.Short.InsightDetails) ?? Empty;

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> words) => words.Count == 0 ? words : [.. words.Select(CleanText.Of)];
}

/// <summary>Generated code for what every mention passes through.</summary>
[JsonSerializable(typeof(InsightDetails))]
internal sealed partial class PackedJson : JsonSerializerContext
{
    /// <summary>Other scripts as they are, not as escapes of six characters a letter.</summary>
    public static PackedJson Short { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
