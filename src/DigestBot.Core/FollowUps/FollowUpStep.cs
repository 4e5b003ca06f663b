namespace DigestBot.Core.FollowUps;

/// <summary>Why a follow-up cannot change as asked.</summary>
public enum FollowUpRefusal
{
    /// <summary>It is done, declined or withdrawn; reopen it first.</summary>
    Closed = 0,

    /// <summary>It is so already.</summary>
    AlreadySo = 1,

    /// <summary>It is open, so there is nothing to reopen.</summary>
    StillOpen = 2,

    /// <summary>A "no" needs its reason: it is kept and shown.</summary>
    NeedsReason = 3,

    /// <summary>Something happened to it since, so it cannot be taken back as if it had never been.</summary>
    BuiltUpon = 4,
}

/// <summary>What came of trying to change a follow-up.</summary>
public abstract record FollowUpStep
{
    private FollowUpStep()
    {
    }

    /// <summary>The follow-up after the change, one version up, with one more line of history.</summary>
    public sealed record Changed(FollowUp FollowUp) : FollowUpStep;

    /// <summary>Nothing changed.</summary>
    public sealed record Refused(FollowUpRefusal Why) : FollowUpStep;
}
