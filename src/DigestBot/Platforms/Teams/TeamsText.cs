using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// The one way for text that is not ours into a card. It stands in a TextRun, which is not markdown; what is left to disarm
/// are mentions (<c>&lt;at&gt;</c>) and the date functions that card renderers fill in wherever they find them.
/// </summary>
internal static partial class TeamsText
{
    /// <summary>The text with tags of mentions and date functions broken; reads the same.</summary>
    public static string Inert(string text) => Brace().Replace(Tag().Replace(text, "‹"), "{ ");

    // Any tag, not only <at>: a client that reads XML in text would read the others too.
    [GeneratedRegex("<(?=[/!?a-zA-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{(?=\{)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brace();
}
