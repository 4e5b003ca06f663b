using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources;

/// <summary>Reads any whole number, however large or written as text; null for everything else. One wrong count is no reason to lose a post.</summary>
internal sealed class LooseCount : JsonConverter<long?>
{
    /// <inheritdoc />
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var number = LooseNumber.Of(ref reader);
        return number is { } count ? (long)Math.Clamp(count, -MentionLimits.MostCounted, MentionLimits.MostCounted) : null;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value);
}

/// <summary>Reads any number, also written as text; null for everything else.</summary>
internal sealed class LooseNumber : JsonConverter<double?>
{
    /// <inheritdoc />
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(ref reader);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value);

    internal static double? Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Number)
            return reader.TryGetDouble(out var number) && !double.IsNaN(number) ? number : null;
        if (reader.TokenType is JsonTokenType.String)
            return double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) && !double.IsNaN(written) ? written : null;
        reader.Skip();
        return null;
    }
}

/// <summary>Reads text, and numbers as text (ids are one or the other); null for everything else.</summary>
internal sealed class LooseText : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return reader.GetString();
        if (reader.TokenType is JsonTokenType.Number)
            return System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? [] : reader.ValueSpan);
        reader.Skip();
        return null;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
