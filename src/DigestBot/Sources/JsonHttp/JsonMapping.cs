using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Sources.JsonHttp;

/// <summary>What items of a vendor mean, as the settings tell.</summary>
internal sealed class JsonMapping(JsonHttpOptions options, string vendor)
{
    private const int EnoughToTell = 3;

    private readonly JsonPath _items = JsonPath.Parse(options.Items)!;
    private readonly JsonPath _deleted = JsonPath.Parse(options.Deleted.Split('=')[0])!;
    private readonly string? _deletedValue = options.Deleted.Split('=', 2) is [_, var value] ? value : null;
    private readonly Dictionary<string, List<JsonPath>> _fields = options.Fields.ToDictionary(
        field => field.Key, field => JsonPath.Split(field.Value).Select(path => JsonPath.Parse(path)!).ToList(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The items of an answer.</summary>
    /// <exception cref="SourceException">The answer has no list there.</exception>
    public IReadOnlyList<JsonElement> ItemsOf(JsonElement body)
    {
        var found = _items.In(body).ToList();
        if (found is [{ ValueKind: JsonValueKind.Array } list])
            return [.. list.EnumerateArray()];
        if (options.Items.Contains("[*]", StringComparison.Ordinal) && found.Count > 0)
            return found;
        if (found is [{ ValueKind: JsonValueKind.Null }])
            return [];
        throw new SourceException(options.Items.Length == 0
            ? $"What {vendor} answers is no list. Check Items of this source: it says where the list stands. {NamesThere(_items, body)}"
            : $"What {vendor} answers has no list at '{options.Items}'. Check Items of this source. {NamesThere(_items, body)}");
    }

    /// <summary>Sees to it that the needed fields stand where the settings say.</summary>
    /// <exception cref="SourceException">One stands nowhere; the message shows the names that are there.</exception>
    public void Check(IReadOnlyList<JsonElement> items)
    {
        var whole = items.Where(item => item.ValueKind == JsonValueKind.Object).ToList();
        foreach (var field in JsonFields.Needed.Where(_ => whole.Count >= EnoughToTell))
        {
            var path = _fields[field][0];
            if (!whole.Exists(item => _fields[field].Exists(path => path.In(item).Any())))
                throw new SourceException($"The items of {vendor} have no '{path.Written}'. Check Fields:{field} of this source. {NamesThere(path, whole[0])}");
        }
    }

    /// <summary>What an item says.</summary>
    public SaidItem Meaning(JsonItem item) => IsGone(item.Value)
        ? new() { Id = Text(item.Value, JsonFields.Id), IsGone = true }
        : new()
        {
            Id = Text(item.Value, JsonFields.Id),
            Text = Words(item.Value),
            Author = Text(item.Value, JsonFields.Author),
            At = JsonValues.Time(Value(item.Value, JsonFields.CreatedAt), options.Times),
            ChangedAt = JsonValues.Time(Value(item.Value, JsonFields.ChangedAt), options.Times),
            Link = options.Link is null ? Text(item.Value, JsonFields.Url) : LinkOf(item.Value, options.Link),
            Likes = JsonValues.Count(Value(item.Value, JsonFields.Likes)),
            Reposts = JsonValues.Count(Value(item.Value, JsonFields.Reposts)),
            Replies = JsonValues.Count(Value(item.Value, JsonFields.Replies)),
            Views = JsonValues.Count(Value(item.Value, JsonFields.Views)),
            Followers = JsonValues.Count(Value(item.Value, JsonFields.Followers)),
            Rating = JsonValues.Number(Value(item.Value, JsonFields.Rating)),
            Language = Text(item.Value, JsonFields.Language),
        };

    private bool IsGone(JsonElement item)
    {
        if (options.Deleted.Length == 0)
            return false;
        var told = _deleted.First(item);
        return _deletedValue is null ? JsonValues.Says(told) : JsonValues.Text(told) == _deletedValue;
    }

    private JsonElement Value(JsonElement item, string field) =>
        _fields.TryGetValue(field, out var paths) ? paths.Select(path => path.First(item)).FirstOrDefault(value => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)) : default;

    private string? Text(JsonElement item, string field) => JsonValues.Text(Value(item, field));

    private string Words(JsonElement item) => string.Join('\n', _fields[JsonFields.Text]
        .SelectMany(path => path.In(item))
        .Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : "")
        .Select(text => options.Html ? PlainText.Of(text) : text)
        .Where(text => !string.IsNullOrWhiteSpace(text)));

    private static string LinkOf(JsonElement item, string template) =>
        JsonTemplate.Fill(template, path => Uri.EscapeDataString(JsonValues.Text(JsonPath.Parse(path)!.First(item)) ?? ""));

    private static string NamesThere(JsonPath path, JsonElement at) => path.NamesNear(at) is { Count: > 0 } names
        ? $"Names there: {string.Join(", ", names.Select(name => VisibleText.Line(name, 40)))}."
        : "There are no names there.";
}

/// <summary>An item as the vendor gave it.</summary>
/// <param name="Value">All of it.</param>
[JsonConverter(typeof(AsItIs))]
internal sealed record JsonItem(JsonElement Value)
{
    internal sealed class AsItIs : JsonConverter<JsonItem>
    {
        public override JsonItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, JsonItem value, JsonSerializerOptions options) => value.Value.WriteTo(writer);
    }
}

/// <summary>Generated code.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonItem))]
internal sealed partial class JsonHttpJson : JsonSerializerContext;
