using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli.OneShot;

/// <summary>A feed in a file, read as its extension says.</summary>
internal static class FeedFile
{
    /// <summary>Its items in batches.</summary>
    /// <exception cref="CommandException">The file cannot be opened.</exception>
    public static async IAsyncEnumerable<FeedBatch> ReadAsync(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = Open(path);
        await foreach (var batch in NdjsonFeed.ReadAsync(stream, new() { DefaultSource = Path.GetFileNameWithoutExtension(path) }, cancellationToken))
            yield return batch;
    }

    /// <summary>When its items were said; null when none says so.</summary>
    /// <exception cref="CommandException">The file cannot be opened.</exception>
    public static async Task<FeedSpan?> SpanAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = Open(path);
        return await NdjsonFeed.SpanAsync(stream, cancellationToken);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException($"{path} cannot be read: {Why(error)}", innerException: error);
        }
    }

    private static string Why(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
        UnauthorizedAccessException => "it is a folder, or this user may not read it.",
        _ => error.Message,
    };
}
