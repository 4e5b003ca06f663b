using System.Text.RegularExpressions;

namespace DigestBot.Sources.JsonHttp;

/// <summary>Texts with names in braces.</summary>
internal static partial class JsonTemplate
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> NamesIn(string template) => [.. Place().Matches(template).Select(match => match.Groups["name"].Value)];

    /// <summary>The text with what each name stands for.</summary>
    public static string Fill(string template, Func<string, string> value) => Place().Replace(template, match => value(match.Groups["name"].Value));

    // A document to post has braces of its own; with a quote, a space or a colon in them they are not ours.
    [GeneratedRegex(@"\{(?<name>[A-Za-z][\w.\[\]*=']*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Place();
}
