using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>One call of the Web API.</summary>
/// <param name="Method">Which.</param>
/// <param name="Arguments">By name; those without a value are left out. The nodes may belong to another document, which stays as it is.</param>
internal sealed record SlackCall(SlackMethod Method, params IReadOnlyList<(string Name, JsonNode? Value)> Arguments)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    // Slack reads JSON as JSON: escaping for a page inside <script> would only make it longer.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The channel that a paced method puts something into; null for any other.</summary>
    public string? Channel { get; init; }

    /// <summary>Basic authentication instead of a token: what <c>oauth.v2.access</c> asks for.</summary>
    public AuthenticationHeaderValue? Authentication { get; init; }

    /// <summary>The body to send; a new one for each try.</summary>
    public HttpContent Content() => Method.IsWrite ? Document() : Form();

    /// <summary>A JSON document of these members.</summary>
    public static HttpContent Document(IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var bytes = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(bytes, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members.Where(member => member.Value is not null))
            {
                writer.WritePropertyName(name);
                value!.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return new ReadOnlyMemoryContent(bytes.WrittenMemory) { Headers = { ContentType = Json } };
    }

    private HttpContent Document() => Document(Arguments);

    private FormUrlEncodedContent Form() => new(
        from argument in Arguments
        where argument.Value is not null
        select KeyValuePair.Create(argument.Name, argument.Value.ToString()));
}
