namespace DigestBot.Core.Editions;

/// <summary>How an edition goes on: Draft, Approved, Published, Closed; or Skipped. It never goes back.</summary>
public static class EditionLife
{
    /// <summary>A curator says yes to a draft.</summary>
    public static EditionChange Approve(this Edition edition) =>
        edition.Enter(EditionState.Approved, edition.State is EditionState.Draft);

    /// <summary>A curator decides that the week has none.</summary>
    /// <param name="edition">The draft or approved edition.</param>
    /// <param name="because">Why, or null; at most <see cref="EditionLimits.Comment"/> characters.</param>
    public static EditionChange Skip(this Edition edition, string? because = null) => because?.Length > EditionLimits.Comment
        ? EditionChange.Refused(CurationRefusal.TextTooLong)
        : (edition with { SkippedBecause = because }).Enter(EditionState.Skipped, edition.IsBeforePublishing());

    /// <summary>It goes out: a draft nobody touched just as an approved one.</summary>
    /// <param name="edition">The draft or approved edition.</param>
    /// <param name="at">When, UTC.</param>
    public static EditionChange Publish(this Edition edition, DateTimeOffset at) =>
        edition.IsBeforePublishing()
            ? EditionChange.To(edition with { State = EditionState.Published, PublishedAt = at.ToUniversalTime(), Version = edition.Version + 1 })
            : EditionChange.Refused(CurationRefusal.WrongState);

    /// <summary>The next one is out.</summary>
    public static EditionChange Close(this Edition edition) =>
        edition.Enter(EditionState.Closed, edition.State is EditionState.Published);

    /// <summary>It can still be curated.</summary>
    public static bool IsBeforePublishing(this Edition edition) => edition.State is EditionState.Draft or EditionState.Approved;

    /// <summary>It was shown to its audiences: corrections and retractions only.</summary>
    public static bool IsOut(this Edition edition) => edition.State is EditionState.Published or EditionState.Closed;

    private static EditionChange Enter(this Edition edition, EditionState next, bool allowed) =>
        allowed
            ? EditionChange.To(edition with { State = next, Version = edition.Version + 1 })
            : EditionChange.Refused(edition.State == next ? CurationRefusal.AlreadySo : CurationRefusal.WrongState);
}
