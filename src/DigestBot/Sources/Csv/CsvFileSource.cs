using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Csv;

/// <summary>
/// A CSV file with a header, read row by row, of any size; it may grow between two runs. A row that cannot be read is reported
/// with the number of its first line and passed over. What stands between two fields (comma, semicolon, tab, bar) is found out.
/// </summary>
/// <param name="options">Name, path, columns and whether the brand must be named.</param>
internal sealed class CsvFileSource(CsvOptions options) : IMentionSource
{
    private const int PageSize = 2_000;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<CsvOptions>("Csv", "a CSV file with a header", (options, _) => new CsvFileSource(options));

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => options.RequireBrand;

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = SourceFiles.Open(options.Path);
        var start = await PassedOverAsync(file, CsvCursor.Parse(cursor), cancellationToken);
        using var table = new CsvTable(file);
        var row = new MentionRow(Name, await ColumnsAsync(table, cancellationToken));
        await table.SkipAsync(start, cancellationToken);
        while (await table.NextPageAsync(row, PageSize, cancellationToken) is { } page)
            yield return page;
    }

    // How many rows an earlier run has read; none when the file is another one than the cursor was taken in.
    private static async Task<long> PassedOverAsync(FileStream file, CsvCursor? known, CancellationToken cancellationToken)
    {
        if (known is null)
            return 0;
        using var table = new CsvTable(file);
        var isSame = await table.SkipAsync(known.Rows, cancellationToken) && table.Read == known;
        file.Position = 0;
        return isSame ? known.Rows : 0;
    }

    private async Task<Dictionary<string, int>> ColumnsAsync(CsvTable table, CancellationToken cancellationToken)
    {
        await table.ReadHeaderAsync(cancellationToken);
        var columns = CsvFields.All.ToDictionary(field => field, field => table.ColumnOf(HeaderOf(field)), StringComparer.OrdinalIgnoreCase);
        string[] needed = [CsvFields.Id, CsvFields.Text, CsvFields.CreatedAt];
        return Array.Find(needed, field => columns[field] < 0) is { } missing
            ? throw new SourceException($"The file {options.Path} has no column {HeaderOf(missing)} in its first line. Call it so, or say which column it is: setting Columns:{missing} of source {Name}.")
            : columns;
    }

    private string HeaderOf(string field) => options.Columns.TryGetValue(field, out var header) ? header : field;
}
