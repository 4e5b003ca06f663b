namespace DigestBot.Core.Understanding;

/// <summary>
/// Names that are introduced as such ("my name is Ann Lee", "Frau Weber", "agent Karen") and streets with a number.
/// Careful by intent: a name without an introduction is not told from a town.
/// </summary>
internal static class PersonalNames
{
    private const int LongestName = 3;

    private static readonly string[] Streets =
        ["street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "blvd", "straße", "strasse", "str", "platz", "weg"];

    /// <summary>Adds what is found.</summary>
    internal static void Find(in TokenizedText text, ref List<TextSpan>? found)
    {
        foreach (ref readonly var hit in text.Hits)
        {
            if ((text.MeaningOf(hit).Cues & Cue.NameFollows) != Cue.None)
                AddName(text, hit.End, ref found);
        }
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Number)
                AddStreet(text, i, ref found);
        }
    }

    private static void AddName(in TokenizedText text, int first, ref List<TextSpan>? found)
    {
        if (first < text.Tokens.Length && text.Of(text.Tokens[first]) is "." or ":")
            first++; // "Mr. Smith", "agent: Karen"
        var end = first;
        while (end < text.Tokens.Length && end - first < LongestName && IsNamePart(text, end))
            end++;
        if (end > first)
            PersonalData.Add(ref found, text.Tokens[first].Start, text.Tokens[end - 1].End);
    }

    private static bool IsNamePart(in TokenizedText text, int i)
    {
        var token = text.Tokens[i];
        return token.Kind == TokenKind.Word && token.Is(TokenShape.Capital) && !token.Is(TokenShape.HasDigit)
            && (text.CuesOf(i) & (Cue.Function | Cue.Self | Cue.You | Cue.Contrast)) == Cue.None;
    }

    // 12 Old Mill Road; Lindenstraße 12.
    private static void AddStreet(in TokenizedText text, int number, ref List<TextSpan>? found)
    {
        if (text.Tokens[number].Length > 5)
            return;
        if (number > 0 && IsStreet(text, number - 1) && text.Of(text.Tokens[number - 1]).Length > 5)
        {
            PersonalData.Add(ref found, text.Tokens[number - 1].Start, text.Tokens[number].End);
            return;
        }
        for (var i = number + 1; i < Math.Min(text.Tokens.Length, number + 4) && text.Tokens[i].Is(TokenShape.Capital); i++)
        {
            if (i > number + 1 && IsStreet(text, i))
                PersonalData.Add(ref found, text.Tokens[number].Start, text.Tokens[i].End);
        }
    }

    private static bool IsStreet(in TokenizedText text, int i)
    {
        var token = text.Tokens[i];
        if (token.Kind != TokenKind.Word || !token.Is(TokenShape.Capital))
            return false;
        var word = text.Of(token);
        foreach (var street in Streets)
        {
            var isGerman = street.StartsWith("stra", StringComparison.Ordinal) || street is "platz" or "weg";
            if (isGerman ? word.EndsWith(street, StringComparison.OrdinalIgnoreCase) : word.Equals(street, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
