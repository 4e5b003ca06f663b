using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>Which configured names a text names. A name also matches as the start of a handle (decisions.md 1).</summary>
internal sealed class NamesRule
{
    private const int ShortestHandle = 3;

    private readonly string[] _competitors;
    private readonly (string Start, int Number)[] _handles;

    internal NamesRule(Brand brand)
    {
        _competitors = [.. brand.Competitors];
        _handles = [.. CompanyWords.NamesOf(brand).Select(n => (Joined(n.Name), n.Number)).Where(n => n.Item1.Length >= ShortestHandle)];
    }

    /// <summary>What was found.</summary>
    internal readonly record struct Found(bool Brand, bool Excluded, IReadOnlyList<string> Competitors);

    /// <summary>The names in a text.</summary>
    internal Found In(in TokenizedText text)
    {
        Span<bool> named = stackalloc bool[Math.Min(256, CompanyWords.FirstCompetitor + _competitors.Length)];
        foreach (ref readonly var hit in text.Hits)
        {
            foreach (var number in text.Lexicon.Sets[text.MeaningOf(hit).Names])
                Mark(named, number);
        }
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.Kind == TokenKind.Handle)
                Mark(named, OwnerOf(text.Of(token)[1..]));
        }
        return new(named[CompanyWords.Brand], named[CompanyWords.Excluded], CompetitorsOf(named[CompanyWords.FirstCompetitor..]));
    }

    /// <summary>Whether a handle (without <c>@</c>) belongs to the brand or a competitor.</summary>
    internal bool IsConfigured(ReadOnlySpan<char> handle) => OwnerOf(handle) >= 0;

    private int OwnerOf(ReadOnlySpan<char> handle)
    {
        foreach (var (start, number) in _handles)
        {
            if (handle.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return number;
        }
        return -1;
    }

    private static void Mark(Span<bool> named, int number)
    {
        if ((uint)number < (uint)named.Length)
            named[number] = true;
    }

    private string[] CompetitorsOf(ReadOnlySpan<bool> named)
    {
        if (!named.Contains(true))
            return [];
        var list = new List<string>();
        for (var i = 0; i < named.Length; i++)
        {
            if (named[i])
                list.Add(_competitors[i]);
        }
        return [.. list];
    }

    private static string Joined(string name) => string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
}
