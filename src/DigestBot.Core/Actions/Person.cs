namespace DigestBot.Core.Actions;

/// <summary>What a person may do. Everybody is <see cref="Anyone"/>.</summary>
[Flags]
public enum Roles
{
    /// <summary>May look, thank, own, nominate.</summary>
    Anyone = 0,

    /// <summary>May pick, assign, decline, share.</summary>
    Executive = 1,

    /// <summary>May curate, retract, skip, publish.</summary>
    Curator = 2,

    /// <summary>May do what settings and the command line may.</summary>
    Admin = 4,
}

/// <summary>Somebody who uses the bot.</summary>
/// <param name="Id">Stable id: <c>platform:id</c>, for example <c>terminal:ana</c>; or the e-mail address where people are matched across platforms.</param>
/// <param name="Name">As shown.</param>
/// <param name="Zone">IANA id of the zone in which this person's dates are read; empty when unknown: the digest's counts.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record Person(string Id, string Name, string Zone, Roles Roles)
{
    /// <summary>BCP 47 tag; numbers and dates are shown by it.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>Where the person is reached, as <c>platform:id</c>, when that is not the id: an e-mail address that somebody in chat has.</summary>
    public string? Reached { get; init; }

    /// <summary>Ids under which the settings say that this is the same person, as <c>platform:id</c>; none where they say nothing.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>From another company, in a channel that two companies share: may look at what stands there and thank, nothing else.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Platform on which the person is reached: what stands before the colon of the id, <c>email</c> for an address.</summary>
    public string Platform => OnPlatform.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? OnPlatform[..colon] : "email";

    /// <summary>
    /// Whose directory the person stands in: the id without the platform's own part. <c>slack</c> of <c>slack:U024</c>,
    /// <c>slack:T01</c> of <c>slack:T01/U024</c>, <c>email</c> of an address.
    /// </summary>
    public string Circle => Platform == "email" ? Platform : OnPlatform[..OnPlatform.LastIndexOfAny([':', '/'])];

    /// <summary>The platform's own id of the person.</summary>
    public string Channel => OnPlatform[(OnPlatform.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The person as the platform on which they are reached knows them: <c>platform:id</c>, or an address.</summary>
    public string OnPlatform => Reached ?? Id;
}

/// <summary>One line of the audit: every action, also a refused one.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Id of the person.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Subject">What it was done to (touch point id, follow-up number, edition), or null. No customer text.</param>
/// <param name="Result"><c>done</c> or the reason of the refusal; no customer text.</param>
/// <param name="Through"><c>button</c>, <c>reaction</c>, <c>command</c>, <c>page</c>, <c>reply</c>, <c>cli</c>.</param>
public sealed record AuditLine(DateTimeOffset At, string By, string Verb, string? Subject, string Result, string Through);

/// <summary>The audit log: append only.</summary>
public interface IAuditLog
{
    /// <summary>Stages a line for the unit of work's commit.</summary>
    void Append(AuditLine line);

    /// <summary>What a person has done a verb to, each subject once, in no order; refused tries do not count.</summary>
    Task<IReadOnlyList<string>> SubjectsAsync(string by, string verb, CancellationToken cancellationToken);

    /// <summary>The newest lines, newest first.</summary>
    Task<IReadOnlyList<AuditLine>> NewestAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>Keeps what curators and executives taught the ranking, and the imported customers.</summary>
public interface ITeachings
{
    /// <summary>Feedback of a digest given at or after a time, oldest first.</summary>
    Task<IReadOnlyList<Ranking.Feedback>> FeedbackAsync(string digest, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Stages feedback by a person; the same person on the same story replaces what it said before.</summary>
    void Add(string digest, string by, Ranking.Feedback feedback);

    /// <summary>Stages taking it back.</summary>
    void Remove(string digest, string by, string storyKey);

    /// <summary>All imported customers.</summary>
    Task<IReadOnlyList<Ranking.Customer>> CustomersAsync(CancellationToken cancellationToken);

    /// <summary>Replaces or adds customers by handle in one transaction; the number kept now.</summary>
    Task<int> ImportCustomersAsync(IReadOnlyList<Ranking.Customer> customers, CancellationToken cancellationToken);
}
