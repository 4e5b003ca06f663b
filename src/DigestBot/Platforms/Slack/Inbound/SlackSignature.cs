using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// Slack's signature of an HTTP request: HMAC-SHA256 over <c>v0:timestamp:</c> and the raw body, keyed with the signing secret as text
/// (docs.slack.dev, "Verifying requests from Slack"). While a secret is being changed the previous one counts as well.
/// </summary>
internal sealed class SlackSignature(SlackOptions options, TimeProvider clock)
{
    /// <summary>Header with <c>v0=</c> and the lower-case hex digest.</summary>
    public const string Header = "X-Slack-Signature";

    /// <summary>Header with the time of sending in Unix seconds.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>How far the time of sending may be from ours, either way: a request that was overheard is of no use later.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v0";
    private const int LongestTimestamp = 12;

    private readonly byte[][] _keys =
        [.. new[] { options.SigningSecret, options.PreviousSigningSecret }.OfType<string>().Select(Encoding.UTF8.GetBytes)];

    /// <summary>The request was sent within <see cref="Tolerance"/> of now. Looked at before the body is read.</summary>
    public bool IsFresh(string? timestamp) =>
        timestamp is { Length: > 0 and <= LongestTimestamp }
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - sent) <= (long)Tolerance.TotalSeconds;

    /// <summary>The body was signed by Slack, with this timestamp, just now. Takes the same time whatever part of it is wrong.</summary>
    /// <param name="timestamp">The timestamp header as it came; null when there was none.</param>
    /// <param name="signature">The signature header as it came; null when there was none.</param>
    /// <param name="body">The body, byte for byte.</param>
    public bool IsGenuine(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return IsFresh(timestamp) && TryRead(signature, given) && IsSignedWithAny(timestamp!, body, given);
    }

    private static bool TryRead(string? signature, Span<byte> digest) =>
        signature is not null
        && signature.StartsWith(Version + "=", StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(Version.Length + 1), digest, out _, out var length) == OperationStatus.Done
        && length == digest.Length;

    private bool IsSignedWithAny(string timestamp, ReadOnlySpan<byte> body, ReadOnlySpan<byte> given)
    {
        var prefix = Encoding.ASCII.GetBytes($"{Version}:{timestamp}:");
        var signed = ArrayPool<byte>.Shared.Rent(prefix.Length + body.Length);
        try
        {
            prefix.CopyTo(signed, 0);
            body.CopyTo(signed.AsSpan(prefix.Length));
            return IsSignedWithAny(signed.AsSpan(0, prefix.Length + body.Length), given);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(signed);
        }
    }

    // Every key is tried even after one matched: the time taken says nothing about which secret is in use.
    private bool IsSignedWithAny(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isSigned = false;
        foreach (var key in _keys)
        {
            HMACSHA256.HashData(key, signed, expected);
            isSigned |= CryptographicOperations.FixedTimeEquals(expected, given);
        }
        return isSigned;
    }
}
