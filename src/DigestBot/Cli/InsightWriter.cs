using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary>Writes insights as other programs read them: one JSON object a line, in a fixed order of fields.</summary>
/// <param name="output">Written to in batches; left open.</param>
internal sealed class InsightWriter(Stream output) : IAsyncDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _lines = new(256 * 1024);

    /// <summary>Writes a batch and sends it on.</summary>
    public async Task WriteAsync(IReadOnlyList<Mention> mentions, IReadOnlyList<Insight> insights, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(_lines, Plain);
        for (var i = 0; i < mentions.Count; i++)
        {
            Write(json, mentions[i].Id.ExternalId, insights[i]);
            json.Flush();
            json.Reset();
            _lines.Write("\n"u8);
        }
        await output.WriteAsync(_lines.WrittenMemory, cancellationToken);
        _lines.ResetWrittenCount();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await output.FlushAsync();

    private static void Write(Utf8JsonWriter json, string id, Insight insight)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("language"u8, insight.Language);
        json.WriteString("sentiment"u8, NameOf(insight.Sentiment));
        json.WriteNumber("sentimentScore"u8, insight.SentimentScore);
        json.WriteString("kind"u8, insight.KindName ?? NameOf(insight.Kind));
        json.WriteBoolean("isSuggestion"u8, insight.IsSuggestion);
        json.WriteNumber("suggestionScore"u8, insight.SuggestionScore);
        json.WriteString("department"u8, insight.Department);
        json.WriteStartArray("topics"u8);
        foreach (var topic in insight.Topics)
            json.WriteStringValue(topic);
        json.WriteEndArray();
        json.WriteBoolean("spam"u8, insight.IsSpam);
        json.WriteEndObject();
    }

    private static string NameOf(Sentiment sentiment) => sentiment switch
    {
        Sentiment.Positive => "positive",
        Sentiment.Negative => "negative",
        _ => "neutral",
    };

    private static string NameOf(MentionKind kind) => kind switch
    {
        MentionKind.Win => "win",
        MentionKind.Issue => "issue",
        MentionKind.Suggestion => "suggestion",
        MentionKind.Question => "question",
        _ => "other",
    };
}
