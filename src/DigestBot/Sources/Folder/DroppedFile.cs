namespace DigestBot.Sources.Folder;

/// <summary>A file as it was seen.</summary>
/// <param name="Path">Whole path.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ChangedAt">When it was written to last, UTC.</param>
/// <param name="IsLink">It leads somewhere else.</param>
internal sealed record DroppedFile(string Path, long Length, DateTime ChangedAt, bool IsLink)
{
    /// <summary>Its name in the folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Its ending in lower case, with the dot.</summary>
    public string Ending => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>It is still as it was.</summary>
    public bool IsUnchanged => Of(new(Path)) == this;

    /// <summary>The file as it is now.</summary>
    public static DroppedFile Of(FileInfo file) => file.LinkTarget is not null
        ? new(file.FullName, 0, default, IsLink: true)
        : new(file.FullName, file.Exists ? file.Length : -1, file.Exists ? file.LastWriteTimeUtc : default, IsLink: false);
}
