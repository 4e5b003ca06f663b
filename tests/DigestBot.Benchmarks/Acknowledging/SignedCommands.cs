using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>
/// Slash commands as whole HTTP requests, each with a trigger of its own (two of the same bytes are one command) and signed
/// beforehand, so that the load costs the one who makes it next to nothing.
/// </summary>
internal sealed class SignedCommands : IRequests
{
    /// <summary>The secret that both sides know.</summary>
    public const string Secret = "a-secret-of-the-benchmark";

    private const string Command =
        "token=deprecated&team_id=T0FAKE0001&team_domain=example&channel_id=C0FAKE0001&channel_name=exec-digest&user_id=U0FAKE0001&user_name=ann"
        + "&command=%2Fsocialwins&text=issues&api_app_id=A0FAKE0001&is_enterprise_install=false"
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0FAKE0001%2F1%2Ffake&trigger_id=";

    private readonly byte[] _template;
    private readonly byte[] _macs;
    private readonly int _signatureAt;
    private readonly int _triggerAt;
    private int _next;

    /// <summary>Signs so many.</summary>
    /// <param name="count">How many there will be; more cannot be sent.</param>
    /// <param name="first">Number of the first; no two runs on one server share a number.</param>
    /// <param name="now">When Slack sends them.</param>
    public SignedCommands(int count, long first, DateTimeOffset now)
    {
        First = first;
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = Encoding.ASCII.GetBytes(Command + Trigger(first));
        var head =
            $"POST /slack/commands HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0=";
        _template = [.. Encoding.ASCII.GetBytes(head + new string('0', HexLength) + "\r\n\r\n"), .. body];
        _signatureAt = head.Length;
        _triggerAt = _template.Length - TriggerLength;
        _macs = Sign(count, Encoding.ASCII.GetBytes($"v0:{timestamp}:"), body);
    }

    /// <inheritdoc />
    public int Length => _template.Length;

    /// <summary>Number of the first.</summary>
    public long First { get; }

    private const int TriggerLength = 12;
    private const int HexLength = HMACSHA256.HashSizeInBytes * 2;

    /// <inheritdoc />
    public void Next(Span<byte> request)
    {
        _template.CopyTo(request);
        Convert.TryToHexStringLower(_macs.AsSpan(_next * HMACSHA256.HashSizeInBytes, HMACSHA256.HashSizeInBytes), request[_signatureAt..], out _);
        WriteTrigger(First + _next, request[_triggerAt..]);
        _next++;
    }

    private byte[] Sign(int count, byte[] prefix, byte[] body)
    {
        var key = Encoding.UTF8.GetBytes(Secret);
        byte[] signed = [.. prefix, .. body];
        var macs = new byte[count * HMACSHA256.HashSizeInBytes];
        for (var i = 0; i < count; i++)
        {
            WriteTrigger(First + i, signed.AsSpan(signed.Length - TriggerLength));
            HMACSHA256.HashData(key, signed, macs.AsSpan(i * HMACSHA256.HashSizeInBytes));
        }
        return macs;
    }

    private static string Trigger(long number) => number.ToString("D12", CultureInfo.InvariantCulture);

    private static void WriteTrigger(long number, Span<byte> where) => number.TryFormat(where, out _, "D12", CultureInfo.InvariantCulture);
}
