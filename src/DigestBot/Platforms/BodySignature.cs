using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Platforms;

/// <summary>
/// A signature of an HTTP request as the field does it: HMAC-SHA256 over <c>version:timestamp:</c> and the raw body, keyed with a
/// secret as text, in a header as <c>version=hex</c>. While a secret is being changed the previous one counts as well.
/// </summary>
/// <param name="version">Of the scheme, for example <c>v0</c>.</param>
/// <param name="secrets">All that count.</param>
/// <param name="clock">Our time.</param>
internal sealed class BodySignature(string version, IEnumerable<string> secrets, TimeProvider clock)
{
    /// <summary>How far the time of sending may be from ours, either way: a request that was overheard is of no use later.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int LongestTimestamp = 12;

    private readonly byte[][] _keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The request was sent within <see cref="Tolerance"/> of now. Looked at before the body is read.</summary>
    /// <param name="timestamp">Unix seconds, as the header came; null when there was none.</param>
    public bool IsFresh(string? timestamp) =>
        timestamp is { Length: > 0 and <= LongestTimestamp }
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - sent) <= (long)Tolerance.TotalSeconds;

    /// <summary>The body was signed by who knows a secret, with this timestamp, just now. Takes the same time whatever part of it is wrong.</summary>
    /// <param name="timestamp">As above.</param>
    /// <param name="signature">The signature header as it came; null when there was none.</param>
    /// <param name="body">The body, byte for byte.</param>
    public bool IsGenuine(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return IsFresh(timestamp) && TryRead(signature, given) && IsSignedWithAny(timestamp!, body, given);
    }

    private bool TryRead(string? signature, Span<byte> digest) =>
        signature is not null
        && signature.StartsWith(version + "=", StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(version.Length + 1), digest, out _, out var length) == OperationStatus.Done
        && length == digest.Length;

    private bool IsSignedWithAny(string timestamp, ReadOnlySpan<byte> body, ReadOnlySpan<byte> given)
    {
        var prefix = Encoding.ASCII.GetBytes($"{version}:{timestamp}:");
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
