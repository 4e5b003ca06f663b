namespace DigestBot.Core.FollowUps;

/// <summary>The states of a follow-up and every way between them; pure, so that a retry from fresh state is safe.</summary>
public sealed partial record FollowUp
{
    /// <summary>Longest outcome, reason or note that is kept, in characters; what is longer is cut.</summary>
    public const int LongestText = 500;

    /// <summary>Nothing happened to it since it was taken.</summary>
    public bool IsUntouched => Version == 1 && State == FollowUpState.Open;

    /// <summary>Closed by this person as the last thing that happened to it.</summary>
    public bool WasClosedBy(string person) => State == FollowUpState.Done && History is [.., var last] && last.By == person;

    /// <summary>The same follow-up with the first line of its history: what a new one is stored with.</summary>
    public FollowUp Taken(string by, DateTimeOffset at) => this with
    {
        CreatedAt = at,
        Note = Cut(Note),
        Expected = Cut(Expected),
        History = [new FollowUpChange(at, by, by == Owner ? "taken" : "given", FollowUpState.Open)],
    };

    /// <summary>The owner is on it.</summary>
    public FollowUpStep Begin(string by, DateTimeOffset at) => State switch
    {
        FollowUpState.Open => Next(by, at, "begun", FollowUpState.InProgress),
        FollowUpState.InProgress => Refused(FollowUpRefusal.AlreadySo),
        _ => Refused(FollowUpRefusal.Closed),
    };

    /// <summary>Closes it with what came of it; one that was closed without an outcome can be told it later.</summary>
    /// <param name="by">Id of the person.</param>
    /// <param name="outcome">What happened, in the person's words; null or blank when nothing was said.</param>
    /// <param name="at">When, UTC.</param>
    public FollowUpStep Done(string by, string? outcome, DateTimeOffset at)
    {
        var told = Cut(outcome);
        if (IsOpen)
            return (this with { Outcome = told }).Next(by, at, "done", FollowUpState.Done);
        return State == FollowUpState.Done && Outcome is null && told is not null
            ? new FollowUpStep.Changed(this with { Outcome = told, Version = Version + 1, History = [.. History, new(at, by, "outcome told", State)] })
            : Refused(FollowUpRefusal.Closed);
    }

    /// <summary>Says no, with the reason, which is kept as the outcome.</summary>
    public FollowUpStep Decline(string by, string? reason, DateTimeOffset at)
    {
        if (!IsOpen)
            return Refused(FollowUpRefusal.Closed);
        return Cut(reason) is { } why
            ? (this with { Outcome = why }).Next(by, at, "declined", FollowUpState.Declined)
            : Refused(FollowUpRefusal.NeedsReason);
    }

    /// <summary>Opens a done or declined one again; what came of it stays in the history only.</summary>
    public FollowUpStep Reopen(string by, DateTimeOffset at) => State switch
    {
        FollowUpState.Done or FollowUpState.Declined => (this with { Outcome = null }).Next(by, at, Reopening(), FollowUpState.Open),
        FollowUpState.Withdrawn => Refused(FollowUpRefusal.Closed),
        _ => Refused(FollowUpRefusal.StillOpen),
    };

    /// <summary>Takes it back as if it had never been; only while nothing has happened to it.</summary>
    public FollowUpStep Withdraw(string by, DateTimeOffset at) => IsUntouched
        ? Next(by, at, "taken back", FollowUpState.Withdrawn)
        : Refused(FollowUpRefusal.BuiltUpon);

    /// <summary>Gives it to somebody else, who has not begun.</summary>
    public FollowUpStep HandOver(string to, string by, DateTimeOffset at)
    {
        if (!IsOpen)
            return Refused(FollowUpRefusal.Closed);
        return to == Owner
            ? Refused(FollowUpRefusal.AlreadySo)
            : (this with { Owner = to, Helpers = [.. Helpers.Where(helper => helper != to)] }).Next(by, at, $"handed from {Owner} to {to}", FollowUpState.Open);
    }

    /// <summary>Moves its due date.</summary>
    public FollowUpStep Snooze(DateOnly until, string by, DateTimeOffset at)
    {
        if (!IsOpen)
            return Refused(FollowUpRefusal.Closed);
        return until == Due
            ? Refused(FollowUpRefusal.AlreadySo)
            : (this with { Due = until }).Next(by, at, $"due {until:yyyy-MM-dd}", State);
    }

    /// <summary>Adds somebody as help.</summary>
    public FollowUpStep Join(string helper, DateTimeOffset at)
    {
        if (!IsOpen)
            return Refused(FollowUpRefusal.Closed);
        return helper == Owner || Helpers.Contains(helper, StringComparer.Ordinal)
            ? Refused(FollowUpRefusal.AlreadySo)
            : (this with { Helpers = [.. Helpers, helper] }).Next(helper, at, $"{helper} helps", State);
    }

    /// <summary>Makes it an executive's pick, with what should change.</summary>
    public FollowUpStep Pick(string by, string? expected, DateTimeOffset at)
    {
        if (!IsOpen)
            return Refused(FollowUpRefusal.Closed);
        return IsPick
            ? Refused(FollowUpRefusal.AlreadySo)
            : (this with { IsPick = true, AskedBy = by, Expected = Cut(expected) ?? Expected }).Next(by, at, "picked", State);
    }

    private static FollowUpStep.Refused Refused(FollowUpRefusal why) => new(why);

    private string Reopening() => Outcome is null ? "reopened" : $"reopened; before: {Outcome}";

    private FollowUpStep.Changed Next(string by, DateTimeOffset at, string what, FollowUpState state) => new(this with
    {
        State = state,
        ClosedAt = state is FollowUpState.Open or FollowUpState.InProgress ? null : at,
        Version = Version + 1,
        History = [.. History, new FollowUpChange(at, by, what, state)],
    });

    /// <summary>Words as they are kept: trimmed, at most <see cref="LongestText"/> characters; null when nothing is left.</summary>
    internal static string? Cut(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Length <= LongestText)
            return trimmed;
        // Never between the two halves of an emoji: a lone surrogate cannot be stored.
        var end = char.IsHighSurrogate(trimmed[LongestText - 1]) ? LongestText - 1 : LongestText;
        return trimmed[..end];
    }
}
