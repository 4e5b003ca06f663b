namespace DigestBot.Outgoing;

/// <summary>Reads the header <c>Link</c> (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The address with <c>rel="next"</c>, or null.</summary>
    public static string? Next(string header)
    {
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
                return null;
            var address = rest[(rest[..close].LastIndexOf('<') + 1)..close].ToString();
            rest = rest[(close + 1)..];
            var end = rest.IndexOf('<');
            if (address.Length > 0 && IsNext(end < 0 ? rest : rest[..end]))
                return address;
        }
        return null;
    }

    private static bool IsNext(ReadOnlySpan<char> parameters) => parameters.ToString()
        .Split([';', ','], StringSplitOptions.TrimEntries)
        .Any(parameter => parameter.Replace("\"", "", StringComparison.Ordinal).Equals("rel=next", StringComparison.OrdinalIgnoreCase));
}
