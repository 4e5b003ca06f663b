namespace DigestBot.Core.Actions;

/// <summary>What reactions mean in this company, over the defaults that the actions say themselves.</summary>
/// <param name="Meanings">
/// What would be typed, by emoji or short name: <c>route finance</c> for <c>moneybag</c>, <c>claim 1</c> for <c>one</c> (on the
/// edition's first message, since it has a number); empty for a reaction that means nothing.
/// </param>
public sealed record ReactionMap(IReadOnlyDictionary<string, string> Meanings);

/// <summary>
/// Emoji that people of one platform give in place of others, because it offers them only a few. They mean the same as what they
/// stand for, unless this company's settings say something of them.
/// </summary>
/// <param name="Platform">Name of the platform.</param>
/// <param name="Instead">What each stands for, both in Unicode: 👍 for 👀.</param>
public sealed record StandInReactions(string Platform, IReadOnlyDictionary<string, string> Instead);

/// <summary>Who gets what is routed to a department.</summary>
/// <param name="Owners">Person ids by department, whatever the case.</param>
public sealed record DepartmentOwners(IReadOnlyDictionary<string, string> Owners)
{
    /// <summary>No department has an owner.</summary>
    public static DepartmentOwners None { get; } = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
}
