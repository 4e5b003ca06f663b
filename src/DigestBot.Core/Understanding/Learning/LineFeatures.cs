namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// Whole lines, which forms put into texts ("Steps to reproduce"), and marks of code, lists and pictures, whose insides the
/// words leave out. None in a text of one line.
/// </summary>
internal static class LineFeatures
{
    private const int Shortest = 3;
    private const int Longest = 80;
    private const int Most = 100;
    private const ulong Line = 0x5C, Mark = 0x5D;

    private static readonly string[] Marks = ["```", "<!--", "![", "- [ ]", "- [x]", "http", "\n    ", "\n1.", "\n#", "\n>", "\n- ", "\n* ", "`", "Error:"];

    /// <summary>Adds the features of <paramref name="text"/> to the group that has begun.</summary>
    internal static void Add(ReadOnlySpan<char> text, FeatureBuffer features)
    {
        if (!text.Contains('\n'))
            return;
        AddLines(text, features);
        for (var i = 0; i < Marks.Length; i++)
        {
            if (text.Contains(Marks[i], StringComparison.Ordinal))
                features.Add(WordFeatures.Mix(Mark, (ulong)i + 1));
        }
    }

    private static void AddLines(ReadOnlySpan<char> text, FeatureBuffer features)
    {
        var left = Most;
        foreach (var line in text.EnumerateLines())
        {
            var said = line.Trim();
            if (said.Length is >= Shortest and <= Longest && left-- > 0)
                features.Add(WordFeatures.Mix(Line, Folding.HashOf(said)));
        }
    }
}
