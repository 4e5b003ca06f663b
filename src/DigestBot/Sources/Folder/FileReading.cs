using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Folder;

/// <summary>One file being read; what is wrong with it is told in a page, and kept for the note beside it.</summary>
internal sealed class FileReading(DroppedFile file, FolderOptions options, TimeProvider clock) : IAsyncDisposable
{
    private const int MostTold = 100;

    private readonly List<string> _why = [];
    private IAsyncEnumerator<MentionPage>? _pages;
    private FileStream? _open;
    private bool _isOver;
    private long _found;
    private long _skipped;

    /// <summary>It cannot be read now, but perhaps later; null when that is not so.</summary>
    public SourceException? Failure { get; private set; }

    /// <summary>There was something in it, or nothing at all.</summary>
    public bool IsGood => _found > 0 || _skipped == 0;

    /// <summary>What was wrong, line by line.</summary>
    public IReadOnlyList<string> Why => _skipped > MostTold ? [.. _why, $"and {_skipped - MostTold} more"] : _why;

    /// <summary>The next page; null at the end.</summary>
    public async Task<MentionPage?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_isOver || !await MoveAsync(cancellationToken))
                return null;
            return Noted(_pages!.Current);
        }
        catch (FileFault fault)
        {
            _isOver = true;
            return Noted(new([], Cursor: null, [new(1, fault.Message)]));
        }
        catch (SourceException failure)
        {
            Failure = failure;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failure = new($"The file {file.Name} cannot be read. Check that this user may read it; it is tried again at the next run.", error);
        }
        _isOver = true;
        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_pages is not null)
            await _pages.DisposeAsync();
        if (_open is not null)
            await _open.DisposeAsync();
        (_pages, _open, _isOver) = (null, null, true);
    }

    private async ValueTask<bool> MoveAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _pages ??= Open(cancellationToken);
        return _pages is not null && await _pages.MoveNextAsync();
    }

    // An empty file is not opened: it may be no file at all, but a pipe on which one would wait for ever.
    private IAsyncEnumerator<MentionPage>? Open(CancellationToken cancellationToken)
    {
        if (file.IsLink)
            throw new FileFault("It is a link, which may lead anywhere. Put the file itself here.");
        if (file.Length <= 0)
            return null;
        _open = SourceFiles.Open(file.Path);
        if (!file.IsUnchanged)
            throw new SourceException($"The file {file.Name} changed while it was opened. Look at what writes it; it is tried again at the next run.");
        return file.Ending switch
        {
            ".csv" or ".tsv" or ".txt" => new CsvPages(options.Name, options, clock).ReadAsync(_open, cancellationToken).GetAsyncEnumerator(cancellationToken),
            ".ndjson" or ".jsonl" or ".json" => LinesAsync(_open, cancellationToken).GetAsyncEnumerator(cancellationToken),
            _ => throw new FileFault($"Files ending in '{file.Ending}' are not read. Drop .csv, .tsv, .txt, .ndjson, .jsonl or .json; unpack archives, and save spreadsheets as CSV."),
        };
    }

    private async IAsyncEnumerable<MentionPage> LinesAsync(FileStream open, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var text = await FileText.OpenAsync(open, cancellationToken);
        await foreach (var page in new FeedItems(options.Name, clock).PagesAsync(text, cancellationToken))
            yield return page;
    }

    private MentionPage Noted(MentionPage page)
    {
        _found += page.Mentions.Count + page.Gone.Count;
        _skipped += page.Skipped.Count;
        _why.AddRange(page.Skipped.Take(MostTold - _why.Count).Select(skipped => $"line {skipped.Line}: {skipped.Reason}"));
        return page;
    }
}
