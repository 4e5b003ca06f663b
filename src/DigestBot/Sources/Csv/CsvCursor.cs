using System.Globalization;
using System.Security.Cryptography;

namespace DigestBot.Sources.Csv;

/// <summary>How many rows were read, and a print of the last of them, so that a replaced file is noticed.</summary>
/// <param name="Rows">Rows below the header, at least 1.</param>
/// <param name="Print">Of the last one, as <see cref="PrintOf"/> makes it.</param>
internal sealed record CsvCursor(long Rows, string Print)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static CsvCursor? Parse(string? cursor) =>
        cursor?.Split(':') is [var rows, var print] && long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new(count, print)
            : null;

    /// <summary>Print of a row as it stands in the file.</summary>
    public static string PrintOf(ReadOnlySpan<byte> rawRow) => Convert.ToHexStringLower(SHA256.HashData(rawRow).AsSpan(0, 8));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows}:{Print}");
}
