namespace DigestBot.Core.Understanding;

/// <summary>E-mail addresses and handles: everything around an <c>@</c>.</summary>
internal static class PersonalAddresses
{
    /// <summary>Adds what is found. Handles of the brand and of competitors are no persons.</summary>
    internal static void Find(ReadOnlySpan<char> text, NamesRule names, ref List<TextSpan>? found)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = NextAt(text, at + 1))
        {
            var (start, end) = (LocalStart(text, at), DomainEnd(text, at + 1));
            if (start < at && HasTopLevel(text[(at + 1)..end]))
                PersonalData.Add(ref found, start, end);
            else if (start == at && HandleEnd(text, at + 1) is var handleEnd && handleEnd > at + 1 && !names.IsConfigured(text[(at + 1)..handleEnd]))
                PersonalData.Add(ref found, at, handleEnd);
        }
    }

    private static int NextAt(ReadOnlySpan<char> text, int from) => text[from..].IndexOf('@') is var next and >= 0 ? from + next : -1;

    private static int LocalStart(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '%' or '+' or '-'))
            at--;
        return at;
    }

    private static int DomainEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '-'))
            at++;
        while (text[at - 1] is '.' or '-')
            at--;
        return at;
    }

    private static int HandleEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }

    private static bool HasTopLevel(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && char.IsLetter(domain[dot + 1]);
    }
}
