using System.Text;

namespace DigestBot.Tests.Testing;

/// <summary>Spoils good bodies in ways that people and broken programs do; the same seed spoils them the same way.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly byte[][] Nasty =
    [
        [.. "\\ud800"u8], [.. "\\uDFFF\\uD800"u8], [.. "%00"u8], [.. "%ff"u8], [.. "%"u8], [.. "%u0041"u8], [.. "&&&&"u8], [.. "="u8], [.. "\0"u8],
        [.. "\"type\":\"url_verification\","u8], [.. "\"type\":{},"u8], [.. "null"u8], [.. "-0.0e-0"u8], [.. "1e999999"u8], [.. "{}"u8], [.. "}}]]"u8],
        [.. "<!channel> <@U1> <https://evil.example|here>"u8], [.. "'; DROP TABLE inbox; --"u8], [.. "\u202e\u0000"u8], [.. "\\u0000"u8], [0xff, 0xfe], [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80], [.. Enumerable.Repeat((byte)'[', 200)], [.. Enumerable.Repeat((byte)'a', 5_000)], [.. "&payload=%7B%7D"u8], [.. "&command=x"u8],
    ];

    private readonly Random _random = new(seed);

    /// <summary>One of them.</summary>
    public T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => _random.Next(times) == 0;

    /// <summary>The body, spoiled one to four times.</summary>
    public byte[] Spoil(byte[] body)
    {
        for (var times = _random.Next(1, 5); times > 0; times--)
            body = SpoilOnce(body);
        return body;
    }

    private byte[] SpoilOnce(byte[] body)
    {
        var (at, length) = Part(body.Length);
        return _random.Next(8) switch
        {
            0 => Flipped(body),
            1 => body[..at],
            2 => [.. body[..at], .. body[(at + length)..]],
            3 => [.. body[..at], .. body[at..(at + length)], .. body[at..]],
            4 => [.. body[at..], .. body[..at]],
            5 => Noise(),
            _ => [.. body[..at], .. Any(Nasty), .. body[(at + (Once(2) ? 0 : length))..]],
        };
    }

    private (int At, int Length) Part(int size)
    {
        var at = _random.Next(size + 1);
        return (at, _random.Next(Math.Min(40, size - at) + 1));
    }

    private byte[] Flipped(byte[] body)
    {
        var spoiled = body.ToArray();
        for (var flips = Math.Min(body.Length, _random.Next(1, 6)); flips > 0; flips--)
            spoiled[_random.Next(spoiled.Length)] = (byte)_random.Next(256);
        return spoiled;
    }

    private byte[] Noise()
    {
        var noise = new byte[_random.Next(300)];
        _random.NextBytes(noise);
        return Once(2) ? noise : Encoding.ASCII.GetBytes(Convert.ToBase64String(noise));
    }
}
