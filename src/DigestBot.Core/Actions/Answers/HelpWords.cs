namespace DigestBot.Core.Actions.Answers;

/// <summary>Verbs that belong together.</summary>
/// <param name="Title">What they are for.</param>
/// <param name="Verbs">The verbs, in the order of help.</param>
internal sealed record HelpGroup(string Title, IReadOnlyList<ActionDescription> Verbs);

/// <summary>Help, made of what the verbs say about themselves: grouped, one example each.</summary>
internal static class HelpWords
{
    /// <summary>The groups that have something in them; without verbs that nobody types.</summary>
    public static IReadOnlyList<HelpGroup> Groups(HelpReply help) =>
    [
        .. help.Actions.Where(action => !action.IsForButtons)
            .GroupBy(Title, StringComparer.Ordinal)
            .OrderBy(group => Place(group.First()))
            .Select(group => new HelpGroup(group.Key, [.. group])),
    ];

    /// <summary>"Type /socialwins and one of these."</summary>
    public static string How(string command) => command.Length == 0 ? "Type one of these." : $"Type {command} and one of these.";

    /// <summary>The example as it is typed where the reader is.</summary>
    public static string Typed(ActionDescription action, string command) => $"{command} {action.Example}".TrimStart();

    /// <summary>"Also: mine, my."; null when the verb has no other word.</summary>
    public static string? Also(ActionDescription action) => action.Aliases.Count > 0 ? $"Also: {string.Join(", ", action.Aliases)}." : null;

    /// <summary>By which reactions the same is said; nothing for a verb without any.</summary>
    /// <param name="action">The verb.</param>
    /// <param name="standIns">Those that stand in for others where a platform offers few; null for none.</param>
    public static IEnumerable<string> Reactions(ActionDescription action, StandInReactions? standIns = null)
    {
        var meant = action.Reactions.Where(reaction => reaction.Target == ReactionTarget.TouchPoint).Select(reaction => reaction.Emoji).ToList();
        var instead = standIns?.Instead.Where(standIn => meant.Contains(standIn.Value, StringComparer.Ordinal)).Select(standIn => standIn.Key) ?? [];
        // The selector asks for the colourful form.
        var emoji = meant.Concat(instead).Select(reaction => reaction + "\uFE0F").ToList();
        if (emoji.Count > 0)
            yield return $"Or react to it with {string.Join(' ', emoji)}";
        // The keycaps are one reaction for each number, so one of them says it all.
        if (action.Reactions.Any(reaction => reaction.Target == ReactionTarget.Edition))
            yield return ", to the edition with its number (3\uFE0F\u20E3)";
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
