using System.Globalization;

namespace DigestBot.Platforms.Terminal;

/// <summary>
/// One channel: a file that only grows, on disk before a message counts as sent. What a killed process left half written at
/// its end is taken away at the next start, so that a line is there whole or not at all.
/// </summary>
internal sealed class TerminalChannel : IDisposable
{
    private readonly FileStream _file;
    private readonly Dictionary<string, string> _idByKey = new(StringComparer.Ordinal);

    private TerminalChannel(FileStream file) => _file = file;

    /// <summary>Opens the channel's file, making it when there is none.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="IOException">The file cannot be opened; another process may hold it.</exception>
    public static TerminalChannel Open(string path)
    {
        var channel = new TerminalChannel(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        channel.Load();
        return channel;
    }

    /// <summary>Id of the message of a delivery, or null when it does not stand here.</summary>
    public string? Find(string key) => _idByKey.GetValueOrDefault(key);

    /// <summary>Adds a message; its id. On disk when the task ends.</summary>
    public async Task<string> AddAsync(string key, string? thread, DateTimeOffset at, string text)
    {
        var id = (_idByKey.Count + 1).ToString(CultureInfo.InvariantCulture);
        await AppendAsync(new(id, key, IsChange: false, thread, at, text));
        _idByKey.Add(key, id);
        return id;
    }

    /// <summary>Adds a change of a message. On disk when the task ends.</summary>
    public Task ChangeAsync(string id, string key, string? thread, DateTimeOffset at, string text) =>
        AppendAsync(new(id, key, IsChange: true, thread, at, text));

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    // Not cancellable: half a line is worse than a late one.
    private async Task AppendAsync(TerminalLine line)
    {
        await _file.WriteAsync(line.ToUtf8(), CancellationToken.None);
        _file.Flush(flushToDisk: true);
    }

    private void Load()
    {
        using var reader = new StreamReader(_file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (TerminalLine.Parse(line) is { IsChange: false } message)
                _idByKey.TryAdd(message.Key, message.Id);
        }
        _file.SetLength(EndOfWholeLines());
        _file.Seek(0, SeekOrigin.End);
    }

    private long EndOfWholeLines()
    {
        for (var end = _file.Length; end > 0; end--)
        {
            _file.Seek(end - 1, SeekOrigin.Begin);
            if (_file.ReadByte() == '\n')
                return end;
        }
        return 0;
    }
}
