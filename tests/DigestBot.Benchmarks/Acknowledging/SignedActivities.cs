using System.Globalization;
using System.Text;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>
/// Messages in a personal chat as whole HTTP requests, each with an id of its own (two of the same id are one message), all under one
/// token: the service uses a token for an hour.
/// </summary>
internal sealed class SignedActivities : IRequests
{
    /// <summary>The bot.</summary>
    public const string AppId = "11111111-1111-4111-8111-111111111111";

    /// <summary>The tenant.</summary>
    public const string Tenant = "22222222-2222-4222-8222-222222222222";

    /// <summary>Where answers would go.</summary>
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/22222222-2222-4222-8222-222222222222/";

    private const int IdLength = 13;

    private const string Rest =
        $$$$"""
        ,"type":"message","timestamp":"2026-11-22T10:00:00.000Z","serviceUrl":"{{{{ServiceUrl}}}}","channelId":"msteams","from":{"id":"29:1FakeUserMri","name":"Ann Example","aadObjectId":"33333333-3333-4333-8333-333333333333"},"conversation":{"conversationType":"personal","tenantId":"{{{{Tenant}}}}","id":"a:fakePersonal0001"},"recipient":{"id":"28:{{{{AppId}}}}","name":"DigestBot"},"textFormat":"plain","locale":"en-US","text":"issues","entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Paris"}],"channelData":{"tenant":{"id":"{{{{Tenant}}}}"}}}
        """;

    private readonly byte[] _template;
    private readonly int _idAt;
    private readonly long _end;
    private long _next;

    /// <summary>So many.</summary>
    /// <param name="count">How many there will be; more cannot be sent.</param>
    /// <param name="first">Number of the first; no two runs on one server share a number.</param>
    /// <param name="token">The token of all of them.</param>
    public SignedActivities(int count, long first, string token)
    {
        (_next, _end) = (first, first + count);
        const string Begin = "{\"id\":\"";
        var body = $"{Begin}{new string('0', IdLength)}\"{Rest}";
        var head =
            $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n"
            + $"Authorization: Bearer {token}\r\n\r\n";
        _template = Encoding.ASCII.GetBytes(head + body);
        _idAt = head.Length + Begin.Length;
    }

    /// <inheritdoc />
    public int Length => _template.Length;

    /// <inheritdoc />
    public void Next(Span<byte> request)
    {
        if (_next == _end)
            throw new InvalidOperationException("More were asked for than there are.");
        _template.CopyTo(request);
        _next++.TryFormat(request[_idAt..], out _, "D13", CultureInfo.InvariantCulture);
    }
}
