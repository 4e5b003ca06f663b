using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Core.Editions;

/// <summary>Numbers and ids that follow from content alone: the same on every machine and in every run.</summary>
internal static class StableHash
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>12 letters and digits: 60 bits, opaque.</summary>
    public static string Id(params ReadOnlySpan<string> parts)
    {
        var bits = Number(parts);
        return string.Create(12, bits, static (id, left) =>
        {
            for (var i = 0; i < id.Length; i++, left >>= 5)
                id[i] = Alphabet[(int)(left & 31)];
        });
    }

    /// <summary>A number without order or meaning.</summary>
    public static ulong Number(params ReadOnlySpan<string> parts) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
