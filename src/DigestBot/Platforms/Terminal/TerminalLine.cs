using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Platforms.Terminal;

/// <summary>One line of a terminal channel's file.</summary>
/// <param name="Id">Id of the message; a change repeats the one it changes.</param>
/// <param name="Key">The delivery's key.</param>
/// <param name="IsChange">False for a message, true for a change of one.</param>
/// <param name="Thread">Id of the message whose thread it stands in, or null.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Text">What it shows, as plain text.</param>
internal sealed record TerminalLine(string Id, string Key, bool IsChange, string? Thread, DateTimeOffset At, string Text)
{
    /// <summary>As UTF-8 with its line end. JSON escapes line ends in the text, so one message is one line whatever a customer wrote.</summary>
    public byte[] ToUtf8() => [.. JsonSerializer.SerializeToUtf8Bytes(this, TerminalJson.Readable.TerminalLine), (byte)'\n'];

    /// <summary>Reads what <see cref="ToUtf8"/> wrote; null for anything else.</summary>
    public static TerminalLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TerminalJson.Readable.TerminalLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How lines are written: camel case, letters of every script as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TerminalLine))]
internal sealed partial class TerminalJson : JsonSerializerContext
{
    public static TerminalJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file of our own, never a web page
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}
