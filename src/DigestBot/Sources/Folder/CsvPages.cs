using System.Runtime.CompilerServices;
using CsvHelper;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Folder;

/// <summary>Reads a CSV file of any size row by row.</summary>
/// <param name="source">Name given to every mention.</param>
/// <param name="options">Which columns, which times.</param>
/// <param name="clock">What lies more than a day ahead of it is no time.</param>
internal sealed class CsvPages(string source, FolderOptions options, TimeProvider clock)
{
    private const int PageSize = 2_000;
    private const string NeverClosed = "a quote is opened here and never closed; this and everything behind it was left out";

    private readonly FolderTime _times = new(TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone), options.DayFirst);
    private long _unclosed;

    /// <summary>Its mentions page by page; a row that makes no sense is skipped with its line.</summary>
    /// <exception cref="FileFault">The needed columns are not there.</exception>
    public async IAsyncEnumerable<MentionPage> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CsvShape shape;
        await using (var start = await FileText.OpenAsync(file, cancellationToken))
            shape = await CsvShape.FindAsync(start, FolderPresets.ColumnsOf(options), cancellationToken);
        await using var text = await FileText.OpenAsync(file, cancellationToken);
        using var reader = await shape.ReaderAsync(text, OnMalformed, cancellationToken);
        var (row, page) = (new CsvRow(shape, _times), new FeedPage());
        while (await NextAsync(reader, cancellationToken))
        {
            page.Add(Item(row.Read(reader)), reader.LineNumber);
            if (page.Count >= PageSize)
                yield return page.Take();
        }
        if (_unclosed > 0)
            page.Add(new(null, null, NeverClosed), _unclosed);
        yield return page.Take();
    }

    private FoundItem Item(SaidItem said)
    {
        var mention = said.ToMention(source, clock.GetUtcNow(), out var fault);
        return new(mention, null, fault);
    }

    private async ValueTask<bool> NextAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return _unclosed == 0 && await reader.ReadAsync(cancellationToken) && _unclosed == 0;
        }
        catch (CsvFormatException error)
        {
            _unclosed = Math.Max(1, error.LineNumber);
            return false;
        }
    }

    private void OnMalformed(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            _unclosed = record.LineNumber;
    }
}
