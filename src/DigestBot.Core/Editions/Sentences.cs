namespace DigestBot.Core.Editions;

/// <summary>Sentences of a one-line text.</summary>
internal static class Sentences
{
    /// <summary>The sentences, marks included. A text without marks is one sentence.</summary>
    public static List<string> Of(string line)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (!EndsAt(line, i))
                continue;
            Add(sentences, line[start..(i + 1)]);
            start = i + 1;
        }
        Add(sentences, line[start..]);
        return sentences;
    }

    /// <summary>As many sentences from the front as fit; a first one that is too long by itself is cut between words.</summary>
    public static string Within(string line, int longest)
    {
        if (line.Length <= longest)
            return line;
        var fit = "";
        foreach (var sentence in Of(line))
        {
            var more = fit.Length == 0 ? sentence : $"{fit} {sentence}";
            if (more.Length > longest)
                break;
            fit = more;
        }
        return fit.Length > 0 ? fit : DisplayText.Cut(line, longest);
    }

    // A mark ends a sentence before a space or the end ("4.2" and "acme.com" go on); CJK marks always do.
    private static bool EndsAt(string line, int index)
    {
        if (line[index] is '。' or '！' or '？' || IsStroke(line, index))
            return true;
        if (line[index] is not ('.' or '!' or '?' or '…'))
            return false;
        return index + 1 == line.Length || (line[index + 1] == ' ' && !IsAbbreviation(line, index));
    }

    // " / " stands where a line ended.
    private static bool IsStroke(string line, int index) =>
        line[index] == '/' && index > 0 && line[index - 1] == ' ' && index + 1 < line.Length && line[index + 1] == ' ';

    // "St. Louis", "e.g. this", "J. Smith": a very short word with a capital or a second point.
    private static bool IsAbbreviation(string line, int index)
    {
        if (line[index] != '.')
            return false;
        var start = line.LastIndexOf(' ', index) + 1;
        var word = line.AsSpan(start, index - start);
        return word.Contains('.') || (word.Length is 1 or 2 && char.IsUpper(word[0])) || word is "vs" or "Mrs" or "etc" or "approx";
    }

    private static void Add(List<string> sentences, string sentence)
    {
        var trimmed = sentence.Trim(' ', '/');
        if (trimmed.Length > 0)
            sentences.Add(trimmed);
    }
}
