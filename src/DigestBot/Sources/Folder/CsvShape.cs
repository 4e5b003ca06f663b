using CsvHelper;

namespace DigestBot.Sources.Folder;

/// <summary>Where the rows of an export begin and what stands in them.</summary>
/// <param name="Separator">Between two fields.</param>
/// <param name="Above">Records up to the header, and it.</param>
/// <param name="Columns">Indexes of each field: parts to join, alternatives of each.</param>
internal sealed record CsvShape(char Separator, int Above, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<int>>> Columns)
{
    private const int Most = 60; // suites put a handful of lines above the header
    private const int Looked = 256 * 1024;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Finds the header: the first record that has the needed columns, with whatever separator.</summary>
    /// <param name="text">UTF-8, read from its start.</param>
    /// <param name="wanted">Headers of each field.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FileFault">There is no such record; the message shows headers, and nothing that is none.</exception>
    public static async Task<CsvShape> FindAsync(Stream text, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> wanted, CancellationToken cancellationToken)
    {
        var start = new byte[Looked];
        var length = await text.ReadAtLeastAsync(start, Looked, throwOnEndOfStream: false, cancellationToken);
        var records = Separators.SelectMany(separator => Records(start[..length], separator)).Select(record => record with { Columns = Match(record.Fields, wanted) }).ToList();
        var header = records.FirstOrDefault(record => FolderPresets.Needed.All(field => IsThere(record, field)));
        return header is not null ? new(header.Separator, header.Number, header.Columns) : throw Missing(records, wanted);
    }

    /// <summary>A reader that stands on the header.</summary>
    public async Task<CsvReader> ReaderAsync(Stream text, Action<CsvMalformedRecord> onMalformed, CancellationToken cancellationToken)
    {
        var reader = CsvReader.Create(text, Options(Separator) with { OnMalformedRecord = onMalformed }, leaveOpen: true);
        for (var i = 0; i < Above; i++)
            await reader.ReadAsync(cancellationToken);
        return reader;
    }

    private static CsvReaderOptions Options(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        MaxRecordSize = 1024 * 1024,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    private static List<Line> Records(byte[] start, char separator)
    {
        var records = new List<Line>();
        using var reader = CsvReader.Create(start, Options(separator));
        try
        {
            while (records.Count < Most && reader.Read())
                records.Add(new(separator, records.Count + 1, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        }
        catch (CsvFormatException)
        {
            // With this separator it makes no sense beyond here; another one may.
        }
        return records;
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyList<int>>> Match(
        List<string> fields, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> wanted) => wanted.ToDictionary(
            field => field.Key,
            field => (IReadOnlyList<IReadOnlyList<int>>)[.. field.Value
                .Select(part => (IReadOnlyList<int>)[.. part.Select(header => fields.FindIndex(name => name.Trim(' ', '\uFEFF').Equals(header, StringComparison.OrdinalIgnoreCase))).Where(at => at >= 0)])
                .Where(part => part.Count > 0)],
            StringComparer.OrdinalIgnoreCase);

    private static bool IsThere(Line record, string field) => record.Columns[field].Count > 0;

    // What has none of the needed columns may be no header but what a customer said, and is not shown.
    private static FileFault Missing(List<Line> records, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> wanted)
    {
        var nearest = records.MaxBy(record => FolderPresets.Needed.Count(field => IsThere(record, field)));
        var lacks = FolderPresets.Needed.Where(field => nearest is null || !IsThere(nearest, field)).ToList();
        var sought = string.Join("; ", lacks.Select(field => $"{field}: {string.Join(" or ", wanted[field].SelectMany(part => part))}"));
        var there = nearest is not null && lacks.Count < FolderPresets.Needed.Count ? $" Names there: {string.Join(", ", nearest.Fields.Where(name => name.Length is > 0 and <= 60))}." : "";
        return new($"No line among the first {Most} names the columns that are needed. Not found ({sought}). Name them in Columns of this source, or choose its Preset.{there}");
    }

    private sealed record Line(char Separator, int Number, List<string> Fields)
    {
        public Dictionary<string, IReadOnlyList<IReadOnlyList<int>>> Columns { get; init; } = [];
    }
}

/// <summary>A file that cannot be read however often it is tried. The message is for people and quotes nothing that was said.</summary>
internal sealed class FileFault(string message) : Exception(message);
