namespace DigestBot.Core.Understanding.Learning;

/// <summary>Orders that look random and are the same on every machine and in every release (splitmix64).</summary>
internal sealed class Shuffle(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Puts <paramref name="items"/> into another order.</summary>
    internal void Run(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
