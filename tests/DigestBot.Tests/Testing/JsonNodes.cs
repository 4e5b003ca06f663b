using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing;

/// <summary>What tests of JSON views look at.</summary>
internal static class JsonNodes
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Indented(this JsonNode node) => node.ToJsonString(Readable);

    public static string Sent(this JsonNode node) => node.ToJsonString(Compact);

    /// <summary>The object and all objects inside it.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => property.Value.Objects()).Prepend(found),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    public static IEnumerable<JsonObject> OfType(this JsonNode node, string type) => node.Objects().Where(found => found.Text("type") == type);

    public static string? Text(this JsonObject node, string property) =>
        node[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Names and types of everything, without the texts: what an attack would change.</summary>
    public static string Shape(this JsonNode? node) => node switch
    {
        JsonObject found => $"{{{string.Join(',', found.Select(property => $"{property.Key}:{(property.Key is "type" or "style" ? property.Value!.ToJsonString() : property.Value.Shape())}"))}}}",
        JsonArray array => $"[{string.Join(',', array.Select(Shape))}]",
        _ => "",
    };
}
