using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// The ways for text that is not ours into a card. It stands in a TextRun, which is not markdown; what is left to disarm
/// are mentions (<c>&lt;at&gt;</c>) and the date functions that card renderers fill in wherever they find them.
/// </summary>
internal static partial class TeamsText
{
    private const string Marks = "<>[]*_`~#\\{}&";
    private const string LookAlikes = "‹›［］∗＿ˋ∼＃＼｛｝＆";

    /// <summary>The text with tags of mentions and date functions broken; reads the same.</summary>
    public static string Inert(string text) => Brace().Replace(Tag().Replace(text, "‹"), "{ ");

    /// <summary>
    /// The text for places of which nobody knows what each client reads in them (previews, what is said in place of a card): every
    /// sign that markdown, HTML or a mention begins with is replaced by one that only looks like it.
    /// </summary>
    public static string Bare(string text) => string.Create(text.Length, text, static (bare, given) =>
    {
        for (var at = 0; at < given.Length; at++)
            bare[at] = Marks.IndexOf(given[at], StringComparison.Ordinal) is >= 0 and var mark ? LookAlikes[mark] : given[at];
    });

    // Any tag, not only <at>: a client that reads XML in text would read the others too.
    [GeneratedRegex("<(?=[/!?a-zA-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{(?=\{)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brace();
}
