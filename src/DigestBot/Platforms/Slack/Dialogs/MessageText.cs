using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>The text of a message as people read it: without Slack's marks for people, channels and links.</summary>
internal static partial class MessageText
{
    /// <summary>The text; empty when the message has none (a picture, a message that an app made of blocks only).</summary>
    /// <param name="message">As a message shortcut brings it.</param>
    public static string Of(JsonElement message)
    {
        if (message.TextOf("text") is { } text && Plain(text) is { Length: > 0 } plain)
            return plain;
        // Apps often say everything in attachments.
        return message.PartOf("attachments") is { ValueKind: JsonValueKind.Array } attachments
            ? string.Join('\n', attachments.EnumerateArray().Select(Attachment).Where(said => said.Length > 0))
            : "";
    }

    /// <summary><c>&lt;https://a.example|a&gt;</c> is its address, <c>&lt;@U1|jane&gt;</c> is <c>@jane</c>, <c>&amp;amp;</c> is <c>&amp;</c>.</summary>
    public static string Plain(string mrkdwn)
    {
        var plain = new StringBuilder(Mark().Replace(mrkdwn, Read));
        plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");
        return plain.ToString().Trim();
    }

    private static string Attachment(JsonElement attachment) => Plain(attachment.TextOf("text") ?? attachment.TextOf("fallback") ?? "");

    private static string Read(Match mark)
    {
        var (target, label) = (mark.Groups["target"].Value, mark.Groups["label"].Value);
        return target[0] switch
        {
            '@' => $"@{(label.Length > 0 ? label : "somebody")}",
            '#' => $"#{(label.Length > 0 ? label : "channel")}",
            '!' => label.Length > 0 ? label : $"@{target[1..].Split('^')[0]}",
            _ => target,
        };
    }

    [GeneratedRegex("<(?<target>[^<>|]+)(\\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mark();
}
