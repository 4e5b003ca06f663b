using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Slack.Manifest;

/// <summary>Writes JSON as YAML in blocks, two spaces deep. A text that could be taken for something else is quoted as in JSON, which YAML reads too.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole document; ends with a line break.</summary>
    public static string Of(JsonObject document)
    {
        var text = new StringBuilder();
        WriteObject(document, indent: 0, text);
        return text.ToString();
    }

    private static void WriteObject(JsonObject node, int indent, StringBuilder text, bool isBegun = false)
    {
        foreach (var (key, value) in node)
        {
            text.Append(' ', isBegun ? 0 : indent).Append(key).Append(':');
            isBegun = false;
            WriteValue(value, indent, text);
        }
    }

    private static void WriteValue(JsonNode? value, int indent, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject child:
                WriteObject(child, indent + 2, text.Append('\n'));
                break;
            case JsonArray items:
                WriteItems(items, indent + 2, text.Append('\n'));
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $" {Scalar(value)}\n");
                break;
        }
    }

    private static void WriteItems(JsonArray items, int indent, StringBuilder text)
    {
        foreach (var item in items)
        {
            text.Append(' ', indent).Append("- ");
            if (item is JsonObject child)
                WriteObject(child, indent + 2, text, isBegun: true);
            else
                text.Append(CultureInfo.InvariantCulture, $"{Scalar(item)}\n");
        }
    }

    private static string Scalar(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var words && Plain().IsMatch(words) && !IsTaken(words)
            ? words
            : value?.ToJsonString(Readable) ?? "null";

    private static bool IsTaken(string word) => word.ToLowerInvariant() is "true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n";

    // A colon is one within a word and the end of a key before a space.
    [GeneratedRegex("^[A-Za-z/][A-Za-z0-9_./-]*(:[A-Za-z0-9_./-]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
