using CsvHelper;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Csv;

/// <summary>The rows of an open CSV file, below its header.</summary>
internal sealed class CsvTable : IDisposable
{
    private const int LongestRow = 1024 * 1024;
    private const string NeverClosed = "a quote is opened here and never closed; this and everything behind it was left out";

    private readonly CsvReader _csv;
    private long _unclosedLine;

    /// <summary>Reads from where the file stands, and leaves it open.</summary>
    public CsvTable(Stream file) => _csv = CsvReader.Create(file, new()
    {
        MaxRecordSize = LongestRow,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        // A stray quote is part of what was said; one that is never closed would swallow the rest of the file.
        OnMalformedRecord = OnMalformed,
    }, leaveOpen: true);

    /// <inheritdoc />
    public void Dispose() => _csv.Dispose();

    /// <summary>Reads the names of the columns.</summary>
    public ValueTask ReadHeaderAsync(CancellationToken cancellationToken) => _csv.ReadHeaderAsync(cancellationToken);

    /// <summary>Index of the column with a header, in any case; -1 when there is none.</summary>
    public int ColumnOf(string header) => _csv.TryGetFieldIndex(header, out var index) ? index : -1;

    /// <summary>Passes over rows; false when the file has fewer.</summary>
    public async Task<bool> SkipAsync(long rows, CancellationToken cancellationToken)
    {
        while (Read.Rows < rows)
        {
            if (await NextRowAsync(cancellationToken) is not RowState.Good)
                return false;
        }
        return true;
    }

    /// <summary>How many rows were read, with a print of the last one.</summary>
    public CsvCursor Read { get; private set; } = new(0, "");

    /// <summary>The next rows, or null at the end.</summary>
    public async Task<MentionPage?> NextPageAsync(MentionRow row, int size, CancellationToken cancellationToken)
    {
        var mentions = new List<Mention>();
        var skipped = new List<SkippedItem>();
        while (mentions.Count + skipped.Count < size)
        {
            var state = await NextRowAsync(cancellationToken);
            if (state == RowState.Unclosed)
                skipped.Add(new(_unclosedLine, NeverClosed));
            if (state != RowState.Good)
                break;
            if (row.Read(_csv, out var fault) is { } mention)
                mentions.Add(mention);
            else
                skipped.Add(new(_csv.LineNumber, fault!));
        }
        return mentions.Count + skipped.Count == 0 ? null : new(mentions, Read.Rows > 0 ? Read.ToString() : null, skipped);
    }

    private async ValueTask<RowState> NextRowAsync(CancellationToken cancellationToken)
    {
        if (_unclosedLine > 0)
            return RowState.End;
        try
        {
            if (!await _csv.ReadAsync(cancellationToken))
                return RowState.End;
        }
        catch (CsvFormatException error)
        {
            _unclosedLine = Math.Max(1, error.LineNumber);
        }
        if (_unclosedLine > 0)
            return RowState.Unclosed;
        Read = new(Read.Rows + 1, CsvCursor.PrintOf(_csv.RawRecord));
        return RowState.Good;
    }

    private void OnMalformed(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            _unclosedLine = record.LineNumber;
    }

    private enum RowState
    {
        Good = 0,
        Unclosed = 1,
        End = 2,
    }
}
