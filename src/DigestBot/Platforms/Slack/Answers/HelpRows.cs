using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Help, made of what the verbs say about themselves: grouped, one example each.</summary>
internal static class HelpRows
{
    /// <summary>The groups that have something in them; below a single verb its other words and emoji.</summary>
    /// <param name="help">The verbs that the reader may use.</param>
    /// <param name="command">What is typed before a verb.</param>
    public static IEnumerable<JsonObject?> Of(HelpReply help, string command)
    {
        if (help.Actions is [var only])
            return [RichText(Paragraph([Code($"{command} {only.Example}"), .. Else(only)]))];
        var groups = help.Actions.Where(action => !action.IsForButtons).GroupBy(Title, StringComparer.Ordinal).OrderBy(group => Place(group.First()));
        return groups.Select(group => RichText(Paragraph(Run(group.Key, isBold: true)), Listed(group.Select(Row)))).Prepend(Context($"Type {command} and one of these."));
    }

    private static JsonObject Row(ActionDescription action) => Paragraph([Code(action.Example), Run($"  {action.Summary}"), .. Emoji(action)]);

    private static IEnumerable<JsonObject> Else(ActionDescription action)
    {
        if (action.Aliases.Count > 0)
            yield return Run($"\nAlso: {string.Join(", ", action.Aliases)}.");
        foreach (var run in Emoji(action))
            yield return run;
    }

    // The keycaps are one reaction for each number, so one of them says it all. The selector asks for the colourful form.
    private static IEnumerable<JsonObject> Emoji(ActionDescription action)
    {
        var emoji = action.Reactions.Where(reaction => reaction.Target == ReactionTarget.TouchPoint).Select(reaction => reaction.Emoji + "\uFE0F").ToList();
        if (emoji.Count > 0)
            yield return Run($"  Or react to it with {string.Join(' ', emoji)}");
        if (action.Reactions.Any(reaction => reaction.Target == ReactionTarget.Edition))
            yield return Run(", to the edition with its number (3\uFE0F\u20E3)");
    }

    private static string Title(ActionDescription action) => Place(action) switch
    {
        0 => "See",
        1 => "Act on a number of the edition",
        2 => "Follow-ups",
        3 => "For curators",
        _ => "And",
    };

    private static int Place(ActionDescription action) => action switch
    {
        { Allowed: WhoMay.Curator } => 3,
        { OnlyShows: true } => 0,
        { Target: ActionTarget.TouchPoint } => 1,
        { Target: ActionTarget.FollowUp } => 2,
        _ => 4,
    };
}
