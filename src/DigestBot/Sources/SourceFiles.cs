using DigestBot.Core.Mentions;

namespace DigestBot.Sources;

/// <summary>Opens files for sources, and says in plain words why one cannot be read.</summary>
internal static class SourceFiles
{
    /// <summary>The file, open for reading while others may go on writing to it.</summary>
    /// <exception cref="SourceException">There is no such file, or it may not be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            // The readers have buffers of their own.
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException($"There is no file {path}. Check the path; it is taken from the folder the program was started in.", error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw new SourceException($"The file {path} cannot be read. Check that it is a file and that this user may read it.", error);
        }
    }
}
