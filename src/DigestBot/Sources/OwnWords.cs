using System.Text.RegularExpressions;

namespace DigestBot.Sources;

/// <summary>What somebody wrote in a forum, without what they quote of others: whose words they are decides how somebody feels.</summary>
internal static partial class OwnWords
{
    /// <summary>The text without lines that begin with <c>&gt;</c> and without Markdown that nobody sees; the text as it is when nothing else is in it.</summary>
    public static string Of(string text) => Or(text, string.Join('\n', Unseen().Replace(text, "").Split('\n').Where(line => !line.TrimStart().StartsWith('>'))));

    /// <summary>The same for a post of Discourse as it was typed: <c>[quote]</c> and pictures are left out too.</summary>
    public static string OfDiscourse(string raw) => Or(raw, Of(Pictures().Replace(Quotes().Replace(raw, ""), "")));

    /// <summary>HTML without quotes and previews of other pages, as plain text.</summary>
    public static string OfHtml(string html) => Of(PlainText.Of(Or(html, Asides().Replace(html, ""))));

    /// <summary>A title and what stands below it.</summary>
    public static string Below(string? title, string? body) => string.Join('\n', new[] { title, body }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Or(string text, string own) => string.IsNullOrWhiteSpace(own) || own.Length == text.Length ? text : own.Trim();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"\[quote(=[^\]]*)?\].*?\[/quote\]", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"!\[[^\]]*\]\(upload://[^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Pictures();

    [GeneratedRegex("<aside.*?</aside>|<blockquote.*?</blockquote>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asides();
}
