using System.Text;

namespace DigestBot.Sources.Folder;

/// <summary>Finds out how a file's text is written, and reads it as UTF-8.</summary>
internal static class FileText
{
    private const int Looked = 4_096;

    /// <summary>The file from its start, as UTF-8; to be disposed before the file.</summary>
    public static async Task<Stream> OpenAsync(FileStream file, CancellationToken cancellationToken)
    {
        var encoding = await EncodingOfAsync(file, cancellationToken);
        file.Position = 0;
        return Encoding.CreateTranscodingStream(file, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
    }

    /// <summary>UTF-8 or UTF-16 by its mark or its looks, or else Windows-1252, which any bytes are.</summary>
    public static async Task<Encoding> EncodingOfAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var start = new byte[Looked];
        var length = await file.ReadAtLeastAsync(start, Looked, throwOnEndOfStream: false, cancellationToken);
        return OfWide(start.AsSpan(0, length))
            ?? (await IsUtf8Async(file, cancellationToken) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
    }

    // Text in UTF-16 without a mark shows in the zeros of its Latin letters.
    private static UnicodeEncoding? OfWide(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..])
            return new(bigEndian: false, byteOrderMark: true);
        if (start is [0xFE, 0xFF, ..])
            return new(bigEndian: true, byteOrderMark: true);
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] == 0)
                zeros = (i & 1) == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        }
        if (zeros.Odd > start.Length / 5 && zeros.Even < start.Length / 50)
            return new(bigEndian: false, byteOrderMark: false);
        return zeros.Even > start.Length / 5 && zeros.Odd < start.Length / 50 ? new(bigEndian: true, byteOrderMark: false) : null;
    }

    private static async Task<bool> IsUtf8Async(FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, characters) = (new byte[64 * 1024], new char[64 * 1024 + 1]);
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(bytes, cancellationToken);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
