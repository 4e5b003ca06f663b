using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams;

/// <summary>Reads better than an initializer where one property differs.</summary>
internal static class JsonObjects
{
    /// <summary>The same element with a property set.</summary>
    public static JsonObject With(this JsonObject element, string name, JsonNode value)
    {
        element[name] = value;
        return element;
    }
}
