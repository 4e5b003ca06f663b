namespace DigestBot.Core.Understanding;

/// <summary>Phone, card and account numbers. A run of digits that is none of these (an order, a date, a price) stays.</summary>
internal static class PersonalNumbers
{
    private const int FewestCardDigits = 13;
    private const int MostCardDigits = 19;
    private const int FewestPhoneDigits = 8;
    private const int MostPhoneDigits = 15;
    private const int LongestRun = 48; // a text of nothing but digits must not be read again from each of them

    /// <summary>Adds what is found.</summary>
    internal static void Find(ReadOnlySpan<char> text, ref List<TextSpan>? found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAnyInRange('0', '9');
            if (step < 0)
                return;
            at += step;
            var start = StartOf(text, at);
            var end = Iban.EndAt(text, start);
            if (end == 0 && RunEnd(text, at) is var runEnd && IsPersonal(text, start, runEnd))
                end = runEnd;
            if (end > 0)
                PersonalData.Add(ref found, start, end);
            at = Math.Max(end, GroupEnd(text, at)) - 1;
        }
    }

    /// <summary>Whether the digits make a card number: their count and their check digit (Luhn).</summary>
    internal static bool IsCard(ReadOnlySpan<char> run)
    {
        var (sum, count) = (0, 0);
        for (var i = run.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(run[i]))
                continue;
            var digit = (run[i] - '0') * (1 + (count++ & 1));
            sum += digit > 9 ? digit - 9 : digit;
        }
        return count is >= FewestCardDigits and <= MostCardDigits && sum % 10 == 0 && sum > 0 && run[0] != '+';
    }

    // An IBAN begins with its country, a phone number often with + or (.
    private static int StartOf(ReadOnlySpan<char> text, int at)
    {
        if (at >= 2 && char.IsAsciiLetterUpper(text[at - 1]) && char.IsAsciiLetterUpper(text[at - 2]) && (at == 2 || !char.IsLetterOrDigit(text[at - 3])))
            return at - 2;
        var start = at;
        while (start > 0 && text[start - 1] is '+' or '(')
            start--;
        return start;
    }

    private static bool IsPersonal(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '#' or '$' or '€' or '£' or '/' or '=' or '-' or '_' or '.'))
            return false;
        if (end < text.Length && (char.IsLetter(text[end]) || text[end] is '_' or '%'))
            return false;
        var run = text[start..end];
        return !char.IsLetter(run[0]) && (IsCard(run) || IsSocialSecurity(run) || IsPhone(text, start, run));
    }

    /// <summary>Whether it has the form of a US social security number.</summary>
    internal static bool IsSocialSecurity(ReadOnlySpan<char> run) =>
        run.Length == 11 && run[3] == '-' && run[6] == '-' && !run[..3].ContainsAnyExceptInRange('0', '9') && !run[7..].ContainsAnyExceptInRange('0', '9');

    private static bool IsPhone(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> run)
    {
        var (digits, groups) = CountDigits(run);
        if (digits is < FewestPhoneDigits or > MostPhoneDigits || LooksLikeDate(run))
            return false;
        if (run[0] is '+')
            return true;
        if (run[0] is '(' or '0' && (groups > 1 || digits >= 10))
            return digits >= 9 && !IsPartOfLongerNumber(text, start);
        return (digits is 10 or 11 && groups >= 3 && IsAmericanLast(run)) || (digits >= 9 && PhoneWordBefore(text[..start]));
    }

    // The tail of an account number in groups begins with a zero as often as a phone number does.
    private static bool IsPartOfLongerNumber(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2]);

    // ...-555-0134
    private static bool IsAmericanLast(ReadOnlySpan<char> run) =>
        run.Length >= 12 && !char.IsAsciiDigit(run[^5]) && !char.IsAsciiDigit(run[^9]);

    private static bool LooksLikeDate(ReadOnlySpan<char> run) =>
        run.Length >= 8 && (run.StartsWith("19") || run.StartsWith("20")) && run[4] is '-' or '/' or '.';

    private static bool PhoneWordBefore(ReadOnlySpan<char> before)
    {
        var near = before[Math.Max(0, before.Length - 24)..];
        foreach (var word in (ReadOnlySpan<string>)["phone", "call", "tel", "cell", "mobil", "whatsapp", "text me", "numero", "número", "numéro", "nummer", "portable"])
        {
            if (near.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static (int Digits, int Groups) CountDigits(ReadOnlySpan<char> run)
    {
        var (digits, groups) = (0, 0);
        for (var i = 0; i < run.Length; i++)
        {
            if (!char.IsAsciiDigit(run[i]))
                continue;
            digits++;
            groups += i == 0 || !char.IsAsciiDigit(run[i - 1]) ? 1 : 0;
        }
        return (digits, groups);
    }

    private static int GroupEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    // Digits with at most two marks between their groups: "(0711) 22 33-44".
    private static int RunEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        var limit = Math.Min(text.Length, at + LongestRun);
        for (var gap = 0; at < limit && gap <= 2; at++)
        {
            if (char.IsAsciiDigit(text[at]))
                (end, gap) = (at + 1, 0);
            else if (text[at] is ' ' or '-' or '.' or '(' or ')' or '/')
                gap++;
            else
                break;
        }
        return end;
    }
}
