namespace DigestBot.Core.Understanding;

/// <summary>A read-mostly map from 64-bit hashes to small numbers: one multiplication and mostly one look into memory.</summary>
internal sealed class HashMap64
{
    /// <summary>What is returned for a key that is not there.</summary>
    internal const int Missing = -1;

    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int _mask;

    /// <summary>Takes over the pairs; of equal keys the last wins.</summary>
    internal HashMap64(IReadOnlyCollection<KeyValuePair<ulong, int>> pairs)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, pairs.Count * 3));
        _keys = new ulong[size];
        _values = new int[size];
        _mask = size - 1;
        foreach (var (key, value) in pairs)
            Set(key, value);
    }

    /// <summary>The number kept for the key, or <see cref="Missing"/>.</summary>
    internal int Find(ulong key)
    {
        for (var slot = SlotOf(key); ; slot = (slot + 1) & _mask)
        {
            var kept = _keys[slot];
            if (kept == key)
                return _values[slot];
            if (kept == 0)
                return Missing;
        }
    }

    private void Set(ulong key, int value)
    {
        var slot = SlotOf(key);
        while (_keys[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & _mask;
        _keys[slot] = key;
        _values[slot] = value;
    }

    private int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> 33) & _mask;
}
