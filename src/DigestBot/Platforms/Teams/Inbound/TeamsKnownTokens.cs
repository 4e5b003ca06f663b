using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// Tokens that were found good before: the service uses one for an hour, and a signature costs a hundred times what everything else
/// does. Kept by their digest, so that no token lies in memory for longer than its request.
/// </summary>
internal sealed class TeamsKnownTokens(TimeProvider clock)
{
    // One for each of the service's machines that calls at once; only good tokens get in.
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(UInt128, UInt128), TeamsToken> _tokens = [];

    /// <summary>The token, while it and its keys are current.</summary>
    /// <param name="token">As it came.</param>
    /// <param name="current">The keys as they stand.</param>
    public TeamsToken? Find(string token, TeamsSigningKeys? current) =>
        _tokens.TryGetValue(Digest(token), out var known) && ReferenceEquals(known.Keys, current) && clock.GetUtcNow() < known.ExpiresAt ? known : null;

    /// <summary>Keeps a good one.</summary>
    public void Add(string token, TeamsToken good)
    {
        if (_tokens.Count >= Most)
            _tokens.Clear(); // each of them costs one more check, once an hour at most
        _tokens[Digest(token)] = good;
    }

    private static (UInt128 High, UInt128 Low) Digest(string token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), digest);
        return (BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
    }
}
