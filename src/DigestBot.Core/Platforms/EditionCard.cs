using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>An edition as it is shown now: the edition and the state of what people did with it. Views are pure functions of this.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="States">State of its touch points, by touch point id; a missing one has no state yet.</param>
/// <param name="PageAddress">Address of the edition's page, or null when there is none to reach.</param>
public sealed record EditionCard(Edition Edition, IReadOnlyDictionary<string, TouchPointState> States, string? PageAddress)
{
    /// <summary>The state of a touch point.</summary>
    public TouchPointState StateOf(TouchPoint point) =>
        States.TryGetValue(point.Id, out var state) ? state : TouchPointState.None;
}

/// <summary>What people did with a touch point.</summary>
public sealed record TouchPointState
{
    /// <summary>Nothing yet.</summary>
    public static TouchPointState None { get; } = new();

    /// <summary>Who owns it, as shown; null when nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>Id of the person who owns it; null when nobody does.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Number of the follow-up that the owner closes it by; null when nobody owns it or it is closed.</summary>
    public int? FollowUp { get; init; }

    /// <summary>Due date in the digest's zone, or null.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Days past its date; null or at least 1.</summary>
    public int? OverdueDays { get; init; }

    /// <summary>What became of it; null when nobody took it.</summary>
    public PromiseState? Promise { get; init; }

    /// <summary>What happened, in the owner's words.</summary>
    public string? Outcome { get; init; }

    /// <summary>Executive who picked it, as shown; null when nobody did.</summary>
    public string? PickedBy { get; init; }

    /// <summary>What should change ("bookings completed up by 1 December"), or null.</summary>
    public string? Expected { get; init; }

    /// <summary>How many people thanked.</summary>
    public int Kudos { get; init; }
}

/// <summary>A button: a verb of the Actions folder with its arguments, and how it is called.</summary>
/// <param name="Verb">The verb, for example <c>pick</c>.</param>
/// <param name="Title">What stands on it.</param>
/// <param name="Arguments">As the command would be typed after the verb; opaque ids, no customer text.</param>
/// <param name="IsPrimary">The one that stands out; at most one a card.</param>
public sealed record CardAction(string Verb, string Title, string Arguments, bool IsPrimary = false)
{
    /// <summary>Asks for more before it does anything (who, by when): opens a dialog instead of acting at once.</summary>
    public bool OpensDialog { get; init; }

    /// <summary>Shows something and changes nothing: where a platform can, it is shown over the message instead of being answered.</summary>
    public bool OnlyShows { get; init; }

    /// <summary>Stands in the menu rather than in sight.</summary>
    public bool IsInMenu { get; init; }
}
