using System.Globalization;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Folder;

/// <summary>
/// The folder with its two drawers. A file that was read is moved to <c>done</c> under the time it was read and its own name, so that the
/// same name may come again; nothing is ever deleted here.
/// </summary>
internal sealed class DropFolder
{
    private const string Stamp = "yyyyMMdd'T'HHmmssfff'Z'";

    private static readonly string[] Unfinished = [".tmp", ".temp", ".part", ".partial", ".crdownload", ".filepart", ".download"];

    private readonly string _path;

    private DropFolder(string path) => _path = path;

    private string Done => Path.Combine(_path, "done");

    private string Failed => Path.Combine(_path, "failed");

    /// <summary>Opens it, and makes its drawers.</summary>
    /// <exception cref="SourceException">It is not there, or a drawer leads out of it.</exception>
    public static DropFolder Open(string path)
    {
        var folder = new DropFolder(Path.GetFullPath(path));
        try
        {
            if (!Directory.Exists(folder._path))
                throw new SourceException($"There is no folder {path}. Check the path; it is taken from the folder the program was started in.");
            foreach (var drawer in (string[])[folder.Done, folder.Failed])
            {
                if (Directory.CreateDirectory(drawer).LinkTarget is not null)
                    throw new SourceException($"The folder {drawer} is a link, which may lead anywhere. Check it, and put a real folder there.");
            }
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SourceException($"The folder {path} cannot be used. Check that this user may read it and write to it.", error);
        }
    }

    /// <summary>What waits to be read, the oldest first; what is plainly still being written is left out.</summary>
    public IReadOnlyList<DroppedFile> Waiting() =>
        [.. new DirectoryInfo(_path).EnumerateFiles().Where(file => !IsUnfinished(file.Name)).Select(DroppedFile.Of).OrderBy(file => file.ChangedAt).ThenBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>What was read after an instant, in that order; null is everything.</summary>
    public IReadOnlyList<(string Stamp, DroppedFile File)> ReadAfter(string? stamp) =>
        [.. from file in new DirectoryInfo(Done).EnumerateFiles()
            let read = StampOf(file.Name)
            where read is not null && string.CompareOrdinal(read, stamp) > 0 && file.LinkTarget is null && !file.Name.EndsWith(".why.txt", StringComparison.Ordinal)
            orderby file.Name
            select (read, DroppedFile.Of(file))];

    /// <summary>A stamp behind an earlier one, even where clocks stand still or go back.</summary>
    public static string StampAfter(string? earlier, DateTimeOffset now)
    {
        var time = now.UtcDateTime;
        if (DateTime.TryParseExact(earlier, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var last) && last.AddMilliseconds(1) > time)
            time = last.AddMilliseconds(1);
        return time.ToString(Stamp, CultureInfo.InvariantCulture);
    }

    /// <summary>The stamp that a text begins with, or null.</summary>
    public static string? StampOf(string? text) =>
        text?.Split('-')[0] is { } stamp && DateTime.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? stamp : null;

    /// <summary>Puts a file away.</summary>
    /// <param name="file">In the folder.</param>
    /// <param name="isGood">To <c>done</c>; otherwise to <c>failed</c>.</param>
    /// <param name="stamp">When it was read.</param>
    /// <param name="why">What was wrong, line by line; empty when nothing was.</param>
    /// <exception cref="SourceException">It cannot be moved.</exception>
    public void PutAway(DroppedFile file, bool isGood, string stamp, IReadOnlyList<string> why)
    {
        var target = Path.Combine(isGood ? Done : Failed, $"{stamp}-{file.Name}");
        try
        {
            if (why.Count > 0)
                File.WriteAllLines(target + ".why.txt", why);
            File.Move(file.Path, target, overwrite: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"The file {file.Name} was read but cannot be moved to {(isGood ? Done : Failed)}. Check that this user may write there; until then it is read again at every run.", error);
        }
    }

    private static bool IsUnfinished(string name) =>
        name[0] is '.' or '~' || Array.Exists(Unfinished, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
