using System.Text;
using System.Text.Json;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>Makes a mention of one line. Reads tokens by hand: half the time of deserialising, and a reason for each refusal.</summary>
/// <param name="options">What is needed of an item.</param>
internal sealed class ItemParser(NdjsonOptions options)
{
    private readonly byte[][] _textNames = [.. options.TextFields.Select(Encoding.UTF8.GetBytes)];
    private readonly string?[] _texts = new string?[options.TextFields.Count];
    private readonly SourceNames _sources = new();

    /// <summary>The mention, or null with the reason, which quotes nothing of the line.</summary>
    public Mention? Parse(ReadOnlySpan<byte> line, out string? fault)
    {
        try
        {
            return ParseWhole(line, out fault);
        }
        catch (InvalidOperationException) // half an emoji
        {
            return ParseMended(line, out fault);
        }
        catch (JsonException)
        {
            fault = "not valid JSON; expected one object on one line";
            return null;
        }
    }

    private Mention? ParseMended(ReadOnlySpan<byte> line, out string? fault)
    {
        try
        {
            return ParseWhole(BrokenJson.Mend(line), out fault);
        }
        catch (JsonException)
        {
            fault = "not valid JSON; expected one object on one line";
            return null;
        }
    }

    private Mention? ParseWhole(ReadOnlySpan<byte> line, out string? fault)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        Array.Clear(_texts);
        var fields = default(ItemFields);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(ref reader, ref fields);
        reader.Read(); // refuses anything behind the object
        fault = Fault(ref fields);
        return fault is null
            ? fields.ToMention(options.Source ?? fields.Source ?? options.DefaultSource, Text(), fields.SaidAt ?? NdjsonFeed.UnknownTime)
            : null;
    }

    private string? Fault(ref ItemFields fields)
    {
        if ((fields.Fault ?? (options.IsLenient ? null : fields.NumberFault)) is { } fault)
            return fault;
        if (string.IsNullOrWhiteSpace(fields.Id))
            return "no id; expected a text or a number";
        if (Array.TrueForAll(_texts, options.IsLenient ? IsNull : string.IsNullOrWhiteSpace))
            return $"no {string.Join(" or ", options.TextFields)}; expected what was said";
        return fields.SaidAt is null && !options.IsLenient ? $"no createdAt; expected {MentionLimits.TimeExpected}" : null;
    }

    private static bool IsNull(string? text) => text is null;

    private string Text() =>
        _texts.Length == 1 ? _texts[0]! : string.Join('\n', _texts.Where(text => !string.IsNullOrWhiteSpace(text)));

    private void ReadField(ref Utf8JsonReader reader, ref ItemFields fields)
    {
        for (var i = 0; i < _textNames.Length; i++)
        {
            if (!reader.ValueTextEquals(_textNames[i]))
                continue;
            reader.Read();
            _texts[i] = ItemValues.Text(ref reader, "text", ref fields.Fault);
            return;
        }
        if (!TryReadWho(ref reader, ref fields))
            ReadNumbers(ref reader, ref fields);
    }

    private bool TryReadWho(ref Utf8JsonReader reader, ref ItemFields fields)
    {
        if (reader.ValueTextEquals("id"u8))
            fields.Id = ItemValues.Name(ref reader, "id", ref fields.Fault);
        else if (reader.ValueTextEquals("author"u8))
            fields.Author = ItemValues.Name(ref reader, "author", ref fields.Fault)?.TrimStart('@');
        else if (reader.ValueTextEquals("source"u8))
            fields.Source = ReadSource(ref reader, ref fields.Fault);
        else if (reader.ValueTextEquals("url"u8))
            fields.Url = ItemValues.OptionalText(ref reader);
        else if (reader.ValueTextEquals("language"u8))
            fields.Language = ItemValues.Language(ref reader);
        else
            return false;
        return true;
    }

    private string? ReadSource(ref Utf8JsonReader reader, ref string? fault)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.String && _sources.Read(ref reader) is { Length: > 0 and <= MentionLimits.LongestName } name)
            return name;
        reader.Skip();
        fault ??= $"source is not a text of 1 to {MentionLimits.LongestName} characters";
        return null;
    }

    private static void ReadNumbers(ref Utf8JsonReader reader, ref ItemFields fields)
    {
        ref var fault = ref fields.NumberFault;
        if (reader.ValueTextEquals("createdAt"u8))
            fields.SaidAt = ItemValues.Time(ref reader, ref fault);
        else if (reader.ValueTextEquals("engagement"u8))
            ReadEngagement(ref reader, ref fields, ref fault);
        else if (reader.ValueTextEquals("authorFollowers"u8))
            fields.AuthorFollowers = ItemValues.Count(ref reader, "authorFollowers", ref fault);
        else if (reader.ValueTextEquals("rating"u8))
            fields.Rating = ItemValues.Rating(ref reader, ref fault);
        else
            reader.Skip();
    }

    private static void ReadEngagement(ref Utf8JsonReader reader, ref ItemFields fields, ref string? fault)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            if (reader.TokenType != JsonTokenType.Null)
                fault ??= "engagement is not an object";
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("likes"u8))
                fields.Likes = ItemValues.Count(ref reader, "engagement.likes", ref fault) ?? 0;
            else if (reader.ValueTextEquals("reposts"u8))
                fields.Reposts = ItemValues.Count(ref reader, "engagement.reposts", ref fault) ?? 0;
            else if (reader.ValueTextEquals("replies"u8))
                fields.Replies = ItemValues.Count(ref reader, "engagement.replies", ref fault) ?? 0;
            else if (reader.ValueTextEquals("views"u8))
                fields.Views = ItemValues.Count(ref reader, "engagement.views", ref fault);
            else
                reader.Skip();
        }
    }
}
