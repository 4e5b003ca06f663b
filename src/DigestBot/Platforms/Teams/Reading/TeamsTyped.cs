using System.Net;
using System.Text.RegularExpressions;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>What somebody typed in Teams, as the verbs read it: Teams' own marks become plain words.</summary>
internal static partial class TeamsTyped
{
    /// <summary>Longer texts are cut: nobody types so much, and nothing reads it.</summary>
    private const int Longest = 8_000;

    /// <summary>More mentions than this are left as they are written.</summary>
    private const int MostMentions = 50;

    /// <summary>What is typed before a verb where a client does not do it by itself; may be left out.</summary>
    private const string Command = "socialwins";

    /// <summary>Stands for the bot while its mentions are looked for; in no text of people's.</summary>
    private const char Bot = '\uFDD0';

    /// <summary>Who is mentioned beside the bot.</summary>
    public static IEnumerable<ChannelAccount> Mentioned(Activity activity, string bot) =>
        Mentions(activity).Select(mention => mention.Mentioned!).Where(mentioned => mentioned.Id != bot);

    /// <summary>The bot is mentioned: by an entity of Teams', not by a name that anybody can type.</summary>
    public static bool IsToTheBot(Activity activity, string bot) => bot.Length > 0 && Mentions(activity).Any(mention => mention.Mentioned!.Id == bot);

    /// <summary>
    /// What was said, without the bot's name: what follows it, or what stands before it. People become <c>@teams:ID</c>, or
    /// <c>@first.last</c> where nobody can tell who it is; <c>socialwins</c> in front is taken off.
    /// </summary>
    /// <param name="activity">The message.</param>
    /// <param name="bot">Teams' id of the bot.</param>
    /// <param name="people">Person ids by Teams' ids of accounts.</param>
    public static string Of(Activity activity, string bot, IReadOnlyDictionary<string, string> people)
    {
        var text = Cut(activity.Text ?? "").Replace(Bot, ' ');
        foreach (var mention in Mentions(activity))
            text = Replaced(text, mention.Text!, mention.Mentioned!.Id == bot ? Bot.ToString() : Word(mention.Mentioned, people));
        return WithoutCommand(Said(Plain(text, isMarkup: activity.TextFormat == "xml")));
    }

    /// <summary>Teams' markup as people read it: without its tags, lines as lines.</summary>
    public static string Markup(string html) => Plain(Cut(html), isMarkup: true).Trim();

    private static IEnumerable<Entity> Mentions(Activity activity) => (activity.Entities ?? [])
        .Where(entity => entity is { Type: "mention", Mentioned.Id: not null } && entity.Text?.StartsWith("<at", StringComparison.OrdinalIgnoreCase) == true)
        .Take(MostMentions);

    private static string Word(ChannelAccount account, IReadOnlyDictionary<string, string> people) => people.TryGetValue(account.Id!, out var person)
        ? $"@{person}"
        : $"@{string.Join('.', (account.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))}";

    // Two people of one name stand in the order of their entities.
    private static string Replaced(string text, string mention, string word)
    {
        var at = text.IndexOf(mention, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), word, text.AsSpan(at + mention.Length));
    }

    private static string Said(string text)
    {
        var at = text.IndexOf(Bot, StringComparison.Ordinal);
        if (at < 0)
            return text.Trim();
        var after = text[(at + 1)..].Replace(Bot, ' ').TrimStart(' ', ':', ',', '\n').TrimEnd();
        return after.Length > 0 ? after : text[..at].Trim();
    }

    // Typed signs come escaped; hidden spaces come with every mention.
    private static string Plain(string text, bool isMarkup)
    {
        var bare = isMarkup ? Tag().Replace(LineBreak().Replace(text, "\n"), "") : text;
        return WebUtility.HtmlDecode(bare).Replace('\u00A0', ' ').Replace("\0", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
    }

    private static string WithoutCommand(string text)
    {
        var words = new ActionArguments(text);
        return words.TryTake(Command) || words.TryTake($"/{Command}") ? words.Rest : text;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    [GeneratedRegex("<(br|/p|/div|/li)\\b[^>]{0,50}>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreak();

    [GeneratedRegex("</?[a-z][^<>]{0,2000}>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
