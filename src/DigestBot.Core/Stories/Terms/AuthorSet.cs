using System.Numerics;

namespace DigestBot.Core.Stories.Terms;

/// <summary>
/// How many different people, without keeping who: exact up to 64, then an estimate (HyperLogLog, 1,024 registers) that is
/// within about 3 percent, so that a term which a hundred thousand people use costs one kilobyte.
/// </summary>
internal sealed class AuthorSet
{
    private const int MostExact = 64;
    private const int RegisterBits = 10;
    private const int Registers = 1 << RegisterBits;
    private ulong[]? _exact = new ulong[4];
    private int _count;
    private byte[]? _registers;

    /// <summary>The number; an estimate above 64.</summary>
    public int Count => _exact is null ? Estimate() : _count;

    /// <summary>Adds one person by a well mixed hash; see <see cref="Hash"/>.</summary>
    public void Add(ulong author)
    {
        if (_exact is null)
        {
            Note(author);
            return;
        }
        // So few are found faster by looking through them than by hashing, and most terms never have more than four.
        if (_exact.AsSpan(0, _count).Contains(author))
            return;
        if (_count == MostExact)
        {
            Condense(_exact);
            Note(author);
            return;
        }
        if (_count == _exact.Length)
            Array.Resize(ref _exact, 2 * _count);
        _exact[_count++] = author;
    }

    /// <summary>Handle and source as one number; the same person on two sources counts twice, since nobody can know.</summary>
    public static ulong Hash(string source, string author)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in source)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '/') * 1099511628211UL;
        foreach (var c in author)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }

    private void Condense(ulong[] exact)
    {
        _registers = new byte[Registers];
        _exact = null;
        foreach (var author in exact)
            Note(author);
    }

    private void Note(ulong author)
    {
        ref var register = ref _registers![author & (Registers - 1)];
        var rank = (byte)(BitOperations.LeadingZeroCount(author | (Registers - 1)) + 1);
        register = Math.Max(register, rank);
    }

    private int Estimate()
    {
        double sum = 0;
        var empty = 0;
        foreach (var register in _registers!)
        {
            sum += Math.ScaleB(1, -register);
            empty += register == 0 ? 1 : 0;
        }
        var raw = 0.7213 / (1 + (1.079 / Registers)) * Registers * Registers / sum;
        var isSmall = raw <= 2.5 * Registers && empty > 0;
        return (int)Math.Round(isSmall ? Registers * Math.Log(Registers / (double)empty) : raw);
    }
}
