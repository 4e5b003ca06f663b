using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Platforms.Teams.Reading;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Help: groups of verbs, one example each.</summary>
internal static class HelpRows
{
    /// <summary>The groups that have something in them; below a single verb its other words and emoji.</summary>
    /// <param name="help">The verbs that the reader may use.</param>
    /// <param name="command">What is said before a verb; empty where the verb alone does.</param>
    public static IEnumerable<JsonObject?> Of(HelpReply help, string command)
    {
        if (help.Actions is [var only])
            return [Words([Code(HelpWords.Typed(only, command))]), .. Else(only)];
        return HelpWords.Groups(help).Select(Group).Prepend(Words(HelpWords.How(command), Look.Subtle));
    }

    private static JsonObject Group(HelpGroup group) =>
        Together(group.Verbs.Select(Row).Prepend(Own(group.Title, Look.Strong)), hasLine: true);

    private static JsonObject Row(ActionDescription action) => Words([Code(action.Example), Run($"  {action.Summary}{Reactions(action, "  ")}", Look.Small)], spacing: "small");

    private static IEnumerable<JsonObject> Else(ActionDescription action) => new[] { HelpWords.Also(action), Reactions(action, "") }
        .Where(words => !string.IsNullOrEmpty(words))
        .Select(words => Words(words!, Look.Small with { Spacing = "small" }));

    private static string Reactions(ActionDescription action, string before) =>
        string.Concat(HelpWords.Reactions(action, TeamsEmoji.StandIns)) is { Length: > 0 } words ? before + words : "";
}
