using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;

namespace DigestBot.Sources.Folder;

/// <summary>What a row says.</summary>
/// <param name="shape">Where its fields stand.</param>
/// <param name="times">How times are written.</param>
internal sealed class CsvRow(CsvShape shape, FolderTime times)
{
    /// <summary>The row that a reader stands on.</summary>
    public SaidItem Read(CsvReader row) => new()
    {
        Id = Id(row),
        Author = Value(row, "author"),
        Text = Joined(row, "text", "\n"),
        At = times.Parse(Joined(row, "createdAt", " ")),
        Link = Value(row, "url"),
        Likes = Count(row, "likes"),
        Reposts = Count(row, "reposts"),
        Replies = Count(row, "replies"),
        Views = Count(row, "views"),
        Followers = Count(row, "authorFollowers"),
        Rating = Number(row, "rating"),
        Language = Value(row, "language"),
    };

    // Some exports have no id but the address, which may be longer than an id can be.
    private string? Id(CsvReader row) => Value(row, "id") is { Length: > MentionLimits.LongestName } address
        ? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))}"
        : Value(row, "id");

    private string? Value(CsvReader row, string field) => Parts(row, field).FirstOrDefault();

    // A title is often the beginning of the text.
    private string Joined(CsvReader row, string field, string between)
    {
        var parts = Parts(row, field).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(between, parts.Where(part => !parts.Exists(other => other.Length > part.Length && other.Contains(part.TrimEnd('.', '…', ' '), StringComparison.Ordinal))));
    }

    private IEnumerable<string> Parts(CsvReader row, string field) => shape.Columns.TryGetValue(field, out var parts)
        ? parts.Select(part => part.Where(at => at < row.FieldCount).Select(at => row.GetString(at).Trim()).FirstOrDefault(value => value.Length > 0)).OfType<string>()
        : [];

    private long? Count(CsvReader row, string field) => Number(row, field) is { } number ? (long)Math.Clamp(number, 0, MentionLimits.MostCounted) : null;

    private double? Number(CsvReader row, string field) =>
        double.TryParse(Value(row, field), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null;
}
