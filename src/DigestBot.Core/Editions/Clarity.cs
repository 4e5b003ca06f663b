namespace DigestBot.Core.Editions;

/// <summary>How well words read aloud.</summary>
internal static class Clarity
{
    /// <summary>1 for a clear sentence, less for shouting, tags and handles, cut-off ends and lists of marks; never below 0.05.</summary>
    public static double Of(string text)
    {
        var clarity = 1d;
        if (ShareOf(text, char.IsUpper) > 0.3)
            clarity *= 0.4;
        if (ShareOf(text, IsNoWord) > 0.12)
            clarity *= 0.6;
        clarity *= Math.Pow(0.8, text.Count(character => character is '#' or '@'));
        if (text.EndsWith('…') || text.EndsWith("..", StringComparison.Ordinal) || !EndsClean(text))
            clarity *= 0.75;
        if (text.Contains("!!", StringComparison.Ordinal) || text.Contains("??", StringComparison.Ordinal))
            clarity *= 0.8;
        if (Array.Exists(Asides, aside => text.Contains(aside, StringComparison.OrdinalIgnoreCase)))
            clarity *= 0.5;
        if (Profanity.IsIn(text))
            clarity *= 0.3;
        if (Array.Exists(Answers, answer => text.StartsWith(answer, StringComparison.OrdinalIgnoreCase)))
            clarity *= 0.7;
        return Math.Max(0.05, clarity);
    }

    // What begins so answers somebody, and means little without the question.
    private static readonly string[] Answers = ["yes", "no,", "nope", "ok", "and ", "but ", "or ", "also", "done", "dm", "it ", "that ", "he ", "she ", "they ", "lol"];

    // What is said to whoever answers for the company, and tells others nothing.
    private static readonly string[] Asides = [" dm", "direct message", "follow me", "following me", "[email]", "[phone]", "confirmation number", "number is", "name is", "my name", "record locator", " conf ", "case number", " ticket #", "•"];

    private static bool IsNoWord(char character) => !char.IsLetterOrDigit(character) && character is not (' ' or ',' or '.' or '\'' or '’' or '-');

    private static double ShareOf(string text, Func<char, bool> has) => text.Count(has) / (double)Math.Max(1, text.Length);

    // Ends in a mark or a letter, not in a comma or an article that was cut off.
    private static bool EndsClean(string text) =>
        text.Length > 0 && text[^1] is not (',' or ';' or ':' or '-' or '&' or '(' or '/')
        && !text.EndsWith(" the", StringComparison.Ordinal) && !text.EndsWith(" to", StringComparison.Ordinal)
        && !text.EndsWith(" a", StringComparison.Ordinal) && !text.EndsWith(" and", StringComparison.Ordinal);
}

/// <summary>Words that nobody reads out to a board; a quote with one is taken only when there is no other.</summary>
internal static class Profanity
{
    private static readonly string[] Stems =
        ["fuck", "shit", "bitch", "asshole", "bastard", "damn", "crap", "wtf", "stfu", "dick", "balls", "scheiß", "scheiss", "mierda", "puta", "merde", "cazzo", " ass", "sucks"];

    public static bool IsIn(string text) => Array.Exists(Stems, stem => text.Contains(stem, StringComparison.OrdinalIgnoreCase));
}
