using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>Which of Teams' limits a call counts for ("Optimize your bot with rate limiting").</summary>
internal enum ConnectorQuota
{
    /// <summary>Sends, changes, creates conversations.</summary>
    Write = 0,

    /// <summary>Reads members or channels.</summary>
    Read = 1,
}

/// <summary>One call to the Connector.</summary>
/// <param name="Name">As logs name it: <c>send</c>, <c>update</c>...</param>
/// <param name="Verb">HTTP's.</param>
/// <param name="Service">Address of the Connector as it was told to us.</param>
/// <param name="Path">Below the address, ids escaped.</param>
/// <param name="Conversation">Whose limits it counts for.</param>
internal sealed record ConnectorCall(string Name, HttpMethod Verb, Uri Service, string Path, string Conversation)
{
    // Letters beyond ASCII as they are: escaped, a Japanese card would be twice as large for the same words.
    private static readonly TeamsJson Relaxed = new(new JsonSerializerOptions(TeamsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private byte[]? _body;

    /// <summary>Twice is like once: may be tried again when no answer came.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Which limits it counts for.</summary>
    public ConnectorQuota Quota { get; init; }

    /// <summary>The whole address, one slash between the service's and the path.</summary>
    public Uri Address => new($"{Service.AbsoluteUri.TrimEnd('/')}/{Path}");

    /// <summary>An address below <c>v3</c> with every id escaped: ids hold colons, at signs and semicolons.</summary>
    public static string At(params ReadOnlySpan<string> parts)
    {
        var path = new System.Text.StringBuilder("v3");
        foreach (var part in parts)
            path.Append('/').Append(Uri.EscapeDataString(part));
        return path.ToString();
    }

    /// <summary>The same with a body.</summary>
    public ConnectorCall With<T>(T body, Func<TeamsJson, JsonTypeInfo<T>> shape) =>
        this with { _body = JsonSerializer.SerializeToUtf8Bytes(body, shape(Relaxed)) };

    /// <summary>The request, new for each try.</summary>
    /// <param name="token">The bot's token.</param>
    public HttpRequestMessage Request(string token)
    {
        var request = new HttpRequestMessage(Verb, Address);
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.Add(new("application/json"));
        if (_body is not null)
            request.Content = new ByteArrayContent(_body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        return request;
    }

    /// <summary>Says what, not to whom.</summary>
    public override string ToString() => $"{nameof(ConnectorCall)} {Name}";
}
