using System.Globalization;
using System.Security.Cryptography;

namespace DigestBot.Sources.Ndjson;

/// <summary>
/// A place in a file that can be found again: bytes, lines, and a print of what stands right before it, so that a file that
/// was replaced by another one is read from its start instead of from its middle.
/// </summary>
internal static class FileCursor
{
    private const int PrintedBytes = 256;

    /// <summary>The cursor for a position.</summary>
    public static async Task<string> AtAsync(FeedPosition position, string path, CancellationToken cancellationToken)
    {
        await using var file = SourceFiles.Open(path);
        var print = await PrintAsync(file, position.Bytes, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{position.Bytes}:{position.Lines}:{print}");
    }

    /// <summary>Moves the file to where the cursor was taken, or to its start when it is another file now.</summary>
    public static async Task<FeedPosition> ResumeAsync(string? cursor, FileStream file, CancellationToken cancellationToken)
    {
        if (TryParse(cursor, out var position, out var print)
            && position.Bytes <= file.Length
            && await PrintAsync(file, position.Bytes, cancellationToken) == print)
        {
            file.Position = position.Bytes;
            return position;
        }
        file.Position = 0;
        return default;
    }

    private static async Task<string> PrintAsync(FileStream file, long end, CancellationToken cancellationToken)
    {
        var before = new byte[Math.Min(PrintedBytes, end)];
        file.Position = end - before.Length;
        await file.ReadExactlyAsync(before, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(before).AsSpan(0, 8));
    }

    private static bool TryParse(string? cursor, out FeedPosition position, out string print)
    {
        position = default;
        print = "";
        if (cursor?.Split(':') is not [var bytes, var lines, var printed]
            || !long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var byteCount)
            || !long.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var lineCount))
            return false;
        position = new(byteCount, lineCount);
        print = printed;
        return true;
    }
}
