using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Help: groups of verbs, one example each.</summary>
internal static class HelpRows
{
    /// <summary>The groups that have something in them; below a single verb its other words and emoji.</summary>
    /// <param name="help">The verbs that the reader may use.</param>
    /// <param name="command">What is typed before a verb.</param>
    public static IEnumerable<JsonObject?> Of(HelpReply help, string command)
    {
        if (help.Actions is [var only])
            return [RichText(Paragraph([Code(HelpWords.Typed(only, command)), .. Else(only)]))];
        return HelpWords.Groups(help)
            .Select(group => RichText(Paragraph(Run(group.Title, isBold: true)), Listed(group.Verbs.Select(Row))))
            .Prepend(Context(HelpWords.How(command)));
    }

    private static JsonObject Row(ActionDescription action) => Paragraph([Code(action.Example), Run($"  {action.Summary}"), .. Reactions(action)]);

    private static IEnumerable<JsonObject> Else(ActionDescription action) =>
        HelpWords.Also(action) is { } also ? [Run($"\n{also}"), .. Reactions(action)] : Reactions(action);

    private static IEnumerable<JsonObject> Reactions(ActionDescription action) =>
        HelpWords.Reactions(action).Select((words, at) => Run(at == 0 ? $"  {words}" : words));
}
