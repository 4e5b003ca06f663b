namespace DigestBot.Sources.Ndjson;

/// <summary>Cuts a stream into lines as spans over one buffer, so that a file of any size costs one buffer of memory.</summary>
/// <param name="stream">Read from where it stands.</param>
/// <param name="start">Where that is.</param>
internal sealed class LineReader(Stream stream, FeedPosition start)
{
    /// <summary>Longest line that is read, in bytes: 1 MB. A longer one is passed over, without being kept.</summary>
    public const int LongestLine = 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];
    private byte[] _buffer = new byte[256 * 1024];
    private int _begin;
    private int _end;
    private long _dropped;
    private bool _ended;

    /// <summary>After the last line that ended with a line break.</summary>
    public FeedPosition Position { get; private set; } = start;

    /// <summary>Number of the line read last, from 1.</summary>
    public long Line { get; private set; } = start.Lines;

    /// <summary>The line read last was longer than <see cref="LongestLine"/>, and is not there.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>
    /// The next line that is in the buffer, without its line break; false when <see cref="FillAsync"/> is needed first.
    /// The span is valid until the next call.
    /// </summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var rest = _buffer.AsSpan(_begin, _end - _begin);
        var length = rest.IndexOf((byte)'\n');
        if (length < 0)
            return TryReadLast(rest, out line);
        line = Take(rest[..length]);
        Position = new(Position.Bytes + _dropped + length + 1, Line);
        _begin += length + 1;
        _dropped = 0;
        return true;
    }

    /// <summary>Reads on; false when the stream is at its end and no line is left.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_ended)
            return false;
        MakeRoom();
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _ended = read == 0;
        return true;
    }

    // The last line may lack its line break; it is read, but the position stays before it, since it may still be growing.
    private bool TryReadLast(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        line = default;
        if (!_ended || rest.Length + _dropped == 0)
            return false;
        line = Take(rest);
        _begin = _end;
        _dropped = 0;
        return true;
    }

    private ReadOnlySpan<byte> Take(ReadOnlySpan<byte> line)
    {
        Line++;
        IsTooLong = _dropped + line.Length > LongestLine;
        if (IsTooLong)
            return default;
        if (Line == 1 && line.StartsWith(ByteOrderMark))
            line = line[ByteOrderMark.Length..];
        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private void MakeRoom()
    {
        if (_end - _begin > LongestLine)
        {
            _dropped += _end - _begin;
            _begin = _end = 0;
        }
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            _end -= _begin;
            _begin = 0;
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
