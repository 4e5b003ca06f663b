using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Core.Mentions;
using DigestBot.Platforms;

namespace DigestBot.Sources.Webhook;

/// <summary>A delivery as it is kept. Private: never log it.</summary>
/// <param name="Source">Name of the source it was sent to.</param>
/// <param name="Items">Each an object of the feed format, checked before it was kept.</param>
internal sealed record WebhookDelivery(string Source, IReadOnlyList<JsonElement> Items)
{
    private const int Deepest = 32;

    /// <summary>As the inbox keeps it.</summary>
    public string ToPayload() => JsonSerializer.Serialize(this, WebhookJson.Default.WebhookDelivery);

    /// <summary>What was kept; null when it is none.</summary>
    public static WebhookDelivery? Of(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, WebhookJson.Default.WebhookDelivery) is { Source: not null, Items: not null } kept ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Its mentions and deletions; of an id that comes twice the last word counts.</summary>
    public MentionPage ToPage(TimeProvider clock)
    {
        var (items, page) = (new FeedItems(Source, clock), new FeedPage());
        foreach (var (at, item) in Items.Index())
            page.Add(items.Read(JsonMarshal.GetRawUtf8Value(item)), at + 1);
        return page.Take();
    }

    /// <summary>Reads a body strictly; null with a fault when any part of it is wrong.</summary>
    /// <param name="source">Where it was sent to.</param>
    /// <param name="body">As it came.</param>
    /// <param name="isLines">An item a line; otherwise one item, or an array of them.</param>
    /// <param name="clock">For times that lie ahead.</param>
    /// <param name="fault">What is wrong, without a word of the body.</param>
    public static WebhookDelivery? Read(string source, ReadOnlyMemory<byte> body, bool isLines, TimeProvider clock, out WebhookAnswer? fault)
    {
        fault = null;
        if (!System.Text.Unicode.Utf8.IsValid(body.Span))
            return Wrong("The body is not UTF-8.", null, null, out fault);
        var feed = new FeedItems(source, clock);
        var items = new List<JsonElement>();
        foreach (var (place, text) in isLines ? LinesOf(body) : [(0, body)])
        {
            if (Parse(text, place, out fault) is not { } parsed)
                return null;
            var isArray = !isLines && parsed.ValueKind == JsonValueKind.Array;
            foreach (var (at, item) in (isArray ? parsed.EnumerateArray().ToArray() : [parsed]).Index())
            {
                if (FaultOf(feed, item) is { } wrong)
                    return Wrong(wrong, isLines ? place : null, isLines ? null : at + 1, out fault);
                items.Add(item);
            }
        }
        return items.Count > 0 ? new(source, items) : Wrong("There is no item in it.", null, null, out fault);
    }

    private static string? FaultOf(FeedItems feed, JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? feed.Read(JsonMarshal.GetRawUtf8Value(item)).Fault : "not an object";

    private static JsonElement? Parse(ReadOnlyMemory<byte> text, int line, out WebhookAnswer? fault)
    {
        fault = null;
        try
        {
            var parsed = JsonElement.Parse(text.Span, new() { AllowDuplicateProperties = false, MaxDepth = Deepest });
            if (InboundJson.IsSound(text.Span))
                return parsed;
            Wrong("A text holds half a character (a lone surrogate).", line > 0 ? line : null, null, out fault);
        }
        catch (JsonException error) // its message may quote what was sent
        {
            Wrong("It is not valid JSON, names a field twice, or is too deep.", Math.Max(1, line) + (error.LineNumber ?? 0), null, out fault);
        }
        return null;
    }

    private static List<(int Line, ReadOnlyMemory<byte> Text)> LinesOf(ReadOnlyMemory<byte> body)
    {
        var lines = new List<(int, ReadOnlyMemory<byte>)>();
        var number = 0;
        foreach (var range in body.Span.Split((byte)'\n'))
        {
            number++;
            if (!body.Span[range].Trim(" \t\r"u8).IsEmpty)
                lines.Add((number, body[range]));
        }
        return lines;
    }

    private static WebhookDelivery? Wrong(string error, long? line, long? item, out WebhookAnswer? fault)
    {
        fault = new(error) { Line = line, Item = item };
        return null;
    }
}

/// <summary>What a sender is told when something is wrong; never a word of what was sent.</summary>
/// <param name="Error">What, and what is expected; it names the field.</param>
internal sealed record WebhookAnswer(string? Error)
{
    /// <summary>Line of the body, from 1.</summary>
    public long? Line { get; init; }

    /// <summary>Number of the item in the body, from 1.</summary>
    public long? Item { get; init; }

    /// <summary>What became of a good one: <c>accepted</c> or <c>repeated</c>.</summary>
    public string? Status { get; init; }
}

/// <summary>Generated code for both.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookDelivery))]
[JsonSerializable(typeof(WebhookAnswer))]
internal sealed partial class WebhookJson : JsonSerializerContext;
