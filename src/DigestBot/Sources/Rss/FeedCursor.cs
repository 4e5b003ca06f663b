using System.Security.Cryptography;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Rss;

/// <summary>What was read last: the server's own marks of it, and a print of its bytes for servers that give none.</summary>
/// <param name="ETag">As the server gave it, or empty.</param>
/// <param name="LastModified">As the server gave it, or empty.</param>
/// <param name="Print">Of the body, or empty.</param>
internal sealed record FeedCursor(string ETag, string LastModified, string Print)
{
    /// <summary>Nothing was read yet.</summary>
    public static FeedCursor None { get; } = new("", "", "");

    /// <summary>Reads what <see cref="ToString"/> wrote; <see cref="None"/> for anything else.</summary>
    public static FeedCursor Parse(string? cursor) =>
        cursor?.Split('\n') is [var tag, var modified, var print] ? new(tag, modified, print) : None;

    /// <summary>What to ask with after an answer.</summary>
    public static FeedCursor Of(ApiAnswer answer) => new(
        Short(answer.Header("ETag")), Short(answer.Header("Last-Modified")), Convert.ToHexStringLower(SHA256.HashData(answer.Body).AsSpan(0, 8)));

    /// <inheritdoc />
    public override string ToString() => $"{ETag}\n{LastModified}\n{Print}";

    // Kept and sent back as it came; a header of kilobytes is not worth keeping.
    private static string Short(string value) => value.Length <= 512 ? value : "";
}
