namespace DigestBot.Core.Understanding.Learning;

/// <summary>The natural logarithm by + - * / alone: the system's own differs in the last bit from machine to machine.</summary>
internal static class Logarithm
{
    private const double OfTwo = 0.6931471805599453;

    /// <summary>Of a positive, normal number; wrong by less than 1e-9.</summary>
    internal static double Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var power = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        double sum = 0;
        for (var n = 17; n >= 1; n -= 2)
            sum = (sum * square) + (1.0 / n);
        return (power * OfTwo) + (2 * z * sum);
    }
}
