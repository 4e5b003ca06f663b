namespace DigestBot.Core.Actions;

/// <summary>Who may use a verb.</summary>
public enum WhoMay
{
    /// <summary>Everybody.</summary>
    Anyone = 0,

    /// <summary>The owner or helper of the follow-up, the person who asked for it, curators and executives.</summary>
    Owner = 1,

    /// <summary>Executives; everybody while no executive is named (decisions.md 7).</summary>
    Executive = 2,

    /// <summary>Curators and admins.</summary>
    Curator = 3,
}

/// <summary>What a verb is done to.</summary>
public enum ActionTarget
{
    /// <summary>Nothing in particular, or an edition as a whole.</summary>
    None = 0,

    /// <summary>A touch point, by its number in the edition or its id.</summary>
    TouchPoint = 1,

    /// <summary>A follow-up, by its number.</summary>
    FollowUp = 2,
}

/// <summary>The message that a reaction is given to.</summary>
public enum ReactionTarget
{
    /// <summary>The message of one touch point.</summary>
    TouchPoint = 0,

    /// <summary>The edition's first message.</summary>
    Edition = 1,
}

/// <summary>A reaction that means a verb: one meaning per emoji and kind of message.</summary>
/// <param name="Emoji">Unicode, without variation selector and skin tone.</param>
/// <param name="Target">On which message.</param>
/// <param name="Arguments">What the verb is called with.</param>
public sealed record ReactionMeaning(string Emoji, ReactionTarget Target = ReactionTarget.TouchPoint, string Arguments = "");

/// <summary>What a verb says about itself; help, manifests and the platforms' buttons follow from it.</summary>
/// <param name="Verb">As it is typed; lower case, hyphens.</param>
/// <param name="Summary">What it does, one line, beginning with a verb.</param>
/// <param name="Example">One that works as typed ("assign 3 @jane by friday").</param>
/// <param name="Target">What it is done to.</param>
/// <param name="Allowed">Who may use it.</param>
public sealed record ActionDescription(
    string Verb, string Summary, string Example, ActionTarget Target = ActionTarget.None, WhoMay Allowed = WhoMay.Anyone)
{
    /// <summary>Other words for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>It shows something and changes nothing, so it may be asked for within another verb.</summary>
    public bool OnlyShows { get; init; }

    /// <summary>Nobody types it: a button carries what it needs. Left out of help where buttons can be pressed.</summary>
    public bool IsForButtons { get; init; }

    /// <summary>Somebody from another company, in a channel that two companies share, may use it too.</summary>
    public bool IsForGuests { get; init; }

    /// <summary>What stands on its button, or null when it has none.</summary>
    public string? Button { get; init; }

    /// <summary>Reactions that mean it.</summary>
    public IReadOnlyList<ReactionMeaning> Reactions { get; init; } = [];
}
