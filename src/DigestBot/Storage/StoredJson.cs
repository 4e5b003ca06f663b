using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Core.Mentions;

namespace DigestBot.Storage;

/// <summary>
/// How records are written as documents. By reflection and not by generated code: generated code resets a property that an older
/// document lacks to null, where reflection leaves the record's own default. Fields this program does not know are passed over.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never put into a page as it is; keeps other scripts readable and short
        Converters = { new WeekAsText(), new CleanString(), new JsonStringEnumConverter() },
    };

    /// <summary>The record as a document.</summary>
    public static string Write<T>(T record) => JsonSerializer.Serialize(record, Options);

    /// <summary>The record of a document.</summary>
    /// <exception cref="StorageException">The document is damaged, or misses what the record cannot be without.</exception>
    public static T Read<T>(string document)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(document, Options) ?? throw Damaged<T>(null);
        }
        catch (JsonException error)
        {
            throw Damaged<T>(error.Path);
        }
    }

    // Without the parser's message: it may quote what a customer wrote.
    private static StorageException Damaged<T>(string? path) =>
        new($"A stored {typeof(T).Name} cannot be read (at {path ?? "its root"}). Restore the database from a backup.");

    private sealed class WeekAsText : JsonConverter<DigestWeek>
    {
        public override DigestWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DigestWeek.TryParse(reader.GetString(), out var week) ? week : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DigestWeek value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    // Notes and commands are typed by people and arrive from chat: a lone surrogate in them must not stop a commit.
    private sealed class CleanString : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(CleanText.Of(value));

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(CleanText.Of(value));
    }
}
