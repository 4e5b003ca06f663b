using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> strictly. The framework's reader mends what is broken and keeps the first of two
/// fields of one name; what a signature covers is taken as it is, or not at all.
/// </summary>
internal static class SlackForm
{
    private const int MostFields = 64;

    /// <summary>The fields; null when one is broken: a bad escape, not UTF-8, without a name, there twice, or more than 64 of them.</summary>
    public static Dictionary<string, string>? FieldsOf(ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in body.Split((byte)'&'))
        {
            if (range.Start.Equals(range.End))
                continue;
            if (fields.Count == MostFields || !TryAdd(fields, body[range]))
                return null;
        }
        return fields;
    }

    private static bool TryAdd(Dictionary<string, string> fields, ReadOnlySpan<byte> field)
    {
        var equals = field.IndexOf((byte)'=');
        var name = TextOf(equals < 0 ? field : field[..equals]);
        var value = TextOf(equals < 0 ? [] : field[(equals + 1)..]);
        return name is { Length: > 0 } && value is not null && fields.TryAdd(name, value);
    }

    private static string? TextOf(ReadOnlySpan<byte> coded)
    {
        if (coded.IndexOfAny((byte)'%', (byte)'+') < 0)
            return Utf8.IsValid(coded) ? Encoding.UTF8.GetString(coded) : null;
        var decoded = ArrayPool<byte>.Shared.Rent(coded.Length);
        try
        {
            var length = Decode(coded, decoded);
            return length >= 0 && Utf8.IsValid(decoded.AsSpan(0, length)) ? Encoding.UTF8.GetString(decoded, 0, length) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    // The number of bytes written; -1 when an escape is broken.
    private static int Decode(ReadOnlySpan<byte> coded, Span<byte> decoded)
    {
        var length = 0;
        for (var i = 0; i < coded.Length; i++)
        {
            var next = coded[i] == (byte)'+' ? (byte)' ' : coded[i];
            if (next == (byte)'%')
            {
                if (i + 2 >= coded.Length || !byte.TryParse(coded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out next))
                    return -1;
                i += 2;
            }
            decoded[length++] = next;
        }
        return length;
    }
}
