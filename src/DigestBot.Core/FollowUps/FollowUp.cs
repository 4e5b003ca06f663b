using DigestBot.Core.Editions;

namespace DigestBot.Core.FollowUps;

/// <summary>Where a follow-up stands.</summary>
public enum FollowUpState
{
    /// <summary>Given, not begun.</summary>
    Open = 0,

    /// <summary>The owner is on it.</summary>
    InProgress = 1,

    /// <summary>Done, with its outcome.</summary>
    Done = 2,

    /// <summary>No, because ...</summary>
    Declined = 3,

    /// <summary>Taken back before anything was built on it; shown nowhere but in the audit.</summary>
    Withdrawn = 4,
}

/// <summary>What somebody owes because of a touch point.</summary>
public sealed partial record FollowUp
{
    /// <summary>The number people use ("done 17"); given by the store when first committed, 0 before.</summary>
    public int Number { get; init; }

    /// <summary>The edition.</summary>
    public required EditionKey Edition { get; init; }

    /// <summary>The touch point.</summary>
    public required string TouchPointId { get; init; }

    /// <summary>The story, so that next week's edition finds it.</summary>
    public required string StoryKey { get; init; }

    /// <summary>Headline of the touch point when it was taken.</summary>
    public required string Headline { get; init; }

    /// <summary>Id of the person who owes it.</summary>
    public required string Owner { get; init; }

    /// <summary>Id of the person who asked; the owner himself when he claimed it.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Ids of people who were added as help, in the order they came; they may close it, but do not owe it.</summary>
    public IReadOnlyList<string> Helpers { get; init; } = [];

    /// <summary>It came from an executive's pick of a suggestion.</summary>
    public bool IsPick { get; init; }

    /// <summary>What should change, in the executive's words ("bookings completed up"), or null.</summary>
    public string? Expected { get; init; }

    /// <summary>A note for the owner, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Due date in the owner's zone, or null.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Where it stands.</summary>
    public FollowUpState State { get; init; }

    /// <summary>What happened, in the owner's words.</summary>
    public string? Outcome { get; init; }

    /// <summary>When it was taken, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done or declined, UTC; null before.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Every change, oldest first.</summary>
    public IReadOnlyList<FollowUpChange> History { get; init; } = [];

    /// <summary>Counts changes, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Open or in progress.</summary>
    public bool IsOpen => State is FollowUpState.Open or FollowUpState.InProgress;
}

/// <summary>One change of a follow-up.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Id of the person, or <c>digestbot</c>.</param>
/// <param name="What">What changed, one sentence for people.</param>
/// <param name="State">The state after it.</param>
public sealed record FollowUpChange(DateTimeOffset At, string By, string What, FollowUpState State);

/// <summary>Keeps follow-ups.</summary>
public interface IFollowUpStore
{
    /// <summary>By the number people use, or null.</summary>
    Task<FollowUp?> FindAsync(int number, CancellationToken cancellationToken);

    /// <summary>Of an edition's touch points, by number; withdrawn ones too.</summary>
    Task<IReadOnlyList<FollowUp>> OfEditionAsync(EditionKey edition, CancellationToken cancellationToken);

    /// <summary>Open ones of a person, by due date, then number.</summary>
    Task<IReadOnlyList<FollowUp>> OpenOfAsync(string owner, CancellationToken cancellationToken);

    /// <summary>All open ones of a digest, by due date, then number.</summary>
    Task<IReadOnlyList<FollowUp>> OpenAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Open ones, and those closed at or after the given time, of a digest; by number. What the ledger is made of.</summary>
    Task<IReadOnlyList<FollowUp>> SinceAsync(string digest, DateTimeOffset closedSince, CancellationToken cancellationToken);

    /// <summary>Stages a new follow-up; the returned one carries its number already.</summary>
    Task<FollowUp> AddAsync(FollowUp followUp, CancellationToken cancellationToken);

    /// <summary>Stages a changed one; its version must be one above the stored one, otherwise the commit throws.</summary>
    void Save(FollowUp followUp);
}

/// <summary>Thanks given on a win.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="TouchPointId">The win.</param>
/// <param name="By">Id of the person who thanked; once per touch point.</param>
/// <param name="At">When, UTC.</param>
public sealed record Kudos(EditionKey Edition, string TouchPointId, string By, DateTimeOffset At);

/// <summary>Keeps kudos.</summary>
public interface IKudosStore
{
    /// <summary>Of an edition, oldest first.</summary>
    Task<IReadOnlyList<Kudos>> OfEditionAsync(EditionKey edition, CancellationToken cancellationToken);

    /// <summary>Stages thanks; a person's second thanks for the same touch point is a no-op.</summary>
    void Add(Kudos kudos);

    /// <summary>Stages taking thanks back; without effect when there is none.</summary>
    void Remove(string touchPointId, string by);
}
