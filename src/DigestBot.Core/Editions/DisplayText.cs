using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Core.Editions;

/// <summary>What a person wrote, made fit to be shown as plain text in a line: still hostile to every format, escaped by each view.</summary>
internal static partial class DisplayText
{
    /// <summary>One line: white space of any kind and length becomes one space; what steers a terminal or turns text around is dropped.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
                AppendSpace(line);
            else if (!IsSteering(character))
                line.Append(character);
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>
    /// The customer's words without what belongs to the network or the form they were typed into: leading handles, repost
    /// marks, links, markup. Lines that end without a mark are joined by a stroke, as verses are quoted.
    /// </summary>
    public static string Words(string text) => string.Concat(Joined(Lines(text)));

    /// <summary>The lines that say something, each as <see cref="Words"/> has it.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        var words = Link().Replace(Tag().Replace(MarkdownLink().Replace(Hidden().Replace(text, " "), "${words}"), " "), "");
        return words.Split(['\n', '\r', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries).Select(Line).Where(SaysSomething);
    }

    private static string Line(string line)
    {
        var words = SpaceBeforeMark().Replace(LeadingHandles().Replace(OneLine(line), ""), "${mark}");
        return words.TrimStart(' ', '-', '–', '—', '|', ':', ',', '#', '*', '>', '.').TrimEnd(' ', '-', '–', '|', ':', ',');
    }

    private static bool SaysSomething(string line) => (line.Any(char.IsLetterOrDigit) || line.Any(char.IsSurrogate)) && !IsOfForm(line);

    // What the form of an issue tracker asks, and the short answer it gets: nobody said it of their own.
    private static bool IsOfForm(string line) => Array.Exists(FormLines, form => line.StartsWith(form, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] FormLines =
    [
        "Type: ", "Does this issue occur", "ADD ISSUE DESCRIPTION", "User Agent:", "Item|Value", "Licensed under", "See License", "Steps to reproduce", "VS Code version", "OS version", "Extension version", "Version: ", "Modes:",
        "Is your feature request", "Describe the", "Expected behavior", "Actual behavior", "Copyright (c)", "System Info", "Remote OS version", "Commit: ", "Testing #",
    ];

    private static IEnumerable<string> Joined(IEnumerable<string> lines)
    {
        var last = "";
        foreach (var line in lines)
        {
            if (last.Length > 0)
                yield return char.IsPunctuation(last[^1]) ? " " : " / ";
            yield return last = line;
        }
    }

    /// <summary>At most <paramref name="longest"/> units, cut between words and closed by an ellipsis; never inside a surrogate pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = text.LastIndexOf(' ', longest - 1);
        if (end < longest / 2)
            end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '.') + "…";
    }

    /// <summary>With a capital in front.</summary>
    public static string Capitalised(string text) =>
        text.Length == 0 || !char.IsLower(text[0]) ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    // Zero-width joiners stay: emoji and several scripts are spelt with them.
    private static bool IsSteering(char character) =>
        char.IsControl(character) || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\uFEFF';

    [GeneratedRegex(@"(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // Comments of a form, pictures and code blocks: nothing in them was said.
    [GeneratedRegex(@"<!--(?:[^>]|[^-]>)*-->|<!--[^\n]*|!\[[^\]]*\]\([^)]*\)|```[^`]*```", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\((?:https?:|#|/)[^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,200}>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:RT\b:?\s*|via\s+@\w+|[.""“]?@[\w•]+[:,]?\s*)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingHandles();

    [GeneratedRegex(@"\s+(?<mark>[.,!?;:])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SpaceBeforeMark();
}
