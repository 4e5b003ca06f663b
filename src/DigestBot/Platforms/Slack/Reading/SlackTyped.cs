using System.Text;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>What somebody typed in Slack, as the verbs read it: Slack's own marks become plain words.</summary>
internal static class SlackTyped
{
    /// <summary>Longer texts are cut: nobody types so much, and nothing reads it.</summary>
    private const int Longest = 8_000;

    /// <summary>
    /// Reads a text. <c>&lt;@U1|jane&gt;</c> becomes <c>@slack:U1</c>, a channel <c>slack:C1</c>, a link its address, an announcement
    /// (<c>&lt;!here&gt;</c>) its bare word; the three escaped characters themselves.
    /// </summary>
    /// <param name="text">As Slack sent it.</param>
    /// <param name="workspace">Whose people and channels are named, as in <see cref="SlackAddress.Workspace"/>.</param>
    public static string Of(string text, string? workspace)
    {
        var typed = new StringBuilder(text.Length);
        var rest = text.AsSpan(0, Math.Min(text.Length, Longest));
        while (rest.IndexOf('<') is >= 0 and var start)
        {
            var length = rest[(start + 1)..].IndexOf('>');
            if (length < 0)
                break;
            typed.Append(rest[..start]).Append(Mark(rest.Slice(start + 1, length).ToString(), workspace));
            rest = rest[(start + length + 2)..];
        }
        return Unescaped(typed.Append(rest)).Trim();
    }

    /// <summary>What is said to the bot in a text that mentions it: what follows the mention, or what stands before it.</summary>
    public static string SaidTo(string bot, string text)
    {
        var at = text.IndexOf($"<@{bot}", StringComparison.Ordinal);
        var end = at < 0 ? -1 : text.IndexOf('>', at);
        if (end < 0)
            return text;
        var after = text[(end + 1)..].TrimStart(' ', ':', ',', '\u00A0');
        return after.Length > 0 ? after : text[..at];
    }

    /// <summary>The bot is mentioned.</summary>
    public static bool Mentions(string bot, string text) => bot.Length > 0
        && (text.Contains($"<@{bot}>", StringComparison.Ordinal) || text.Contains($"<@{bot}|", StringComparison.Ordinal));

    private static string Mark(string mark, string? workspace)
    {
        var bar = mark.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (mark, "") : (mark[..bar], mark[(bar + 1)..]);
        return target switch
        {
            ['@', .. var user] => $"@{new SlackAddress(workspace, user).PersonId}",
            ['#', .. var channel] => $"{SlackAddress.Platform}:{new SlackAddress(workspace, channel)}",
            ['!', .. var announcement] => label.Length > 0 ? label : announcement.Split('^')[0],
            _ when target.StartsWith("mailto:", StringComparison.Ordinal) => target["mailto:".Length..],
            _ => target,
        };
    }

    // The ampersand last, once: "&amp;lt;" was typed as "&lt;".
    private static string Unescaped(StringBuilder text) =>
        text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Replace('\u00A0', ' ').ToString();
}
