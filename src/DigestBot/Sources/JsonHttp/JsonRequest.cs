using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DigestBot.Outgoing;

namespace DigestBot.Sources.JsonHttp;

/// <summary>How a page is asked for, and how it leads to the next.</summary>
internal sealed class JsonRequest(JsonHttpOptions options)
{
    private readonly JsonPath _next = JsonPath.Parse(options.Next)!;

    /// <summary>The address of a page.</summary>
    /// <param name="since">Nothing older is needed.</param>
    /// <param name="mark">Of the page; null is the first.</param>
    /// <param name="follow">Checks an address that an answer gave, against the first one.</param>
    public Uri Address(DateTimeOffset since, string? mark, Func<Uri, string, Uri> follow)
    {
        var isLink = options.Paging is JsonPaging.NextLink or JsonPaging.LinkHeader;
        var first = new Uri(JsonTemplate.Fill(options.Address, name => Uri.EscapeDataString(Value(name, since, isLink ? null : mark))));
        return isLink && mark is not null ? follow(first, mark) : first;
    }

    /// <summary>The request.</summary>
    public HttpRequestMessage Make(Uri address, DateTimeOffset since, string? mark)
    {
        var request = new HttpRequestMessage(options.Method == JsonMethod.Post ? HttpMethod.Post : HttpMethod.Get, address);
        if (options.Method == JsonMethod.Post)
        {
            var body = JsonTemplate.Fill(options.Body ?? "{}", name => JsonEncodedText.Encode(Value(name, since, mark)).ToString());
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }
        return request;
    }

    /// <summary>The mark of the page behind an answer; null when there is none.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="mark">The mark of its page.</param>
    /// <param name="items">How many items it had.</param>
    public string? Next(ApiReply<JsonElement> reply, string? mark, int items) => options.Paging switch
    {
        JsonPaging.LinkHeader => reply.Answer.NextLink,
        JsonPaging.NextLink or JsonPaging.Cursor => JsonValues.Text(_next.First(reply.Body)),
        JsonPaging.Page when HasMore(reply.Body, items) => Number(Place(mark, options.FirstPage) + 1),
        JsonPaging.Offset when HasMore(reply.Body, items) => Number(Place(mark, 0) + items),
        _ => null,
    };

    private bool HasMore(JsonElement body, int items) => items > 0 && (options.Next.Length == 0 || JsonValues.Says(_next.First(body)));

    private string Value(string name, DateTimeOffset since, string? mark) => name switch
    {
        "since" => Since(since.ToUniversalTime()),
        "page" => Number(Place(mark, options.FirstPage)),
        "offset" => Number(Place(mark, 0)),
        _ => mark ?? "",
    };

    private string Since(DateTimeOffset since) => options.SinceAs switch
    {
        JsonTime.Seconds => Number(since.ToUnixTimeSeconds()),
        JsonTime.Milliseconds => Number(since.ToUnixTimeMilliseconds()),
        JsonTime.Date => since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    // A mark comes from a cursor that may be of another paging.
    private static long Place(string? mark, long first) =>
        long.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : first;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
