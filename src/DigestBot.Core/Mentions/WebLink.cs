using System.Buffers;

namespace DigestBot.Core.Mentions;

/// <summary>The only addresses a mention may carry.</summary>
public static class WebLink
{
    private const int Longest = 2048;
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\"<>\\^`{|}\u007f");

    /// <summary>The address when it is an absolute http or https one of at most 2,048 characters, otherwise null.</summary>
    /// <param name="address">An address from outside, or null.</param>
    public static string? OrNull(string? address) =>
        address is { Length: > 7 and <= Longest } && HasWebScheme(address) && !HasUnsafe(address) ? address : null;

    private static bool HasWebScheme(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    // White space, control characters, quotes and angle or other brackets never belong unescaped into an address (RFC 3986),
    // and are what breaks out of an attribute, a markdown link or a Slack link.
    private static bool HasUnsafe(string address) =>
        address.AsSpan().ContainsAnyInRange('\0', ' ') || address.AsSpan().ContainsAny(Unsafe);
}
