using System.Globalization;
using System.Text;

namespace DigestBot.Core.Mentions;

/// <summary>
/// Mends what System.Text.Json refuses to hand out as a string: bytes that are no UTF-8 and escapes of half a surrogate pair.
/// Both come from posts that were cut in the middle of an emoji, and are no reason to lose the post.
/// </summary>
public static class BrokenJson
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>The JSON with U+FFFD for each of them.</summary>
    /// <param name="json">Any bytes.</param>
    public static byte[] Mend(ReadOnlySpan<byte> json) =>
        Encoding.UTF8.GetBytes(MendEscapes(Encoding.UTF8.GetString(json)));

    private static string MendEscapes(string json)
    {
        var mended = new StringBuilder(json);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;
            if (UnitAt(json, i) is not { } unit)
                i++; // a short escape: what follows the backslash is no backslash of its own
            else
                i += EscapeLength - 1 + (char.IsSurrogate(unit) ? MendSurrogate(json, i, unit, mended) : 0);
        }
        return mended.ToString();
    }

    // Returns how much further than this one escape is done.
    private static int MendSurrogate(string json, int at, char unit, StringBuilder mended)
    {
        if (UnitAt(json, at + EscapeLength) is { } next && char.IsSurrogatePair(unit, next))
            return EscapeLength;
        mended.Remove(at + 2, 4).Insert(at + 2, "fffd");
        return 0;
    }

    private static char? UnitAt(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
