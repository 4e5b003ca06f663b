namespace DigestBot.Core.Actions;

/// <summary>Somebody met in chat, with what the platform tells about them. Private: never in a log.</summary>
/// <param name="Person">Who it is; the roles are those granted in chat.</param>
/// <param name="SeenAt">When the platform was last asked about the person, UTC; <see cref="DateTimeOffset.UnixEpoch"/> before it ever was.</param>
public sealed record KnownPerson(Person Person, DateTimeOffset SeenAt)
{
    /// <summary>What stands after the <c>@</c> in chat, in lower case; null when unknown.</summary>
    public string? Handle { get; init; }

    /// <summary>E-mail address in lower case; null when unknown or not shared.</summary>
    public string? Email { get; init; }
}

/// <summary>
/// The people known from chat, beside those of the settings: anybody can be assigned something without an administrator
/// having to list them first. Reads see what is committed; changes are staged for the unit of work's commit.
/// </summary>
public interface IKnownPeople
{
    /// <summary>By id, or null.</summary>
    Task<KnownPerson?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// By what somebody typed: an id, the platform's own part of it, an e-mail address, a handle, a whole name (<c>Jane Doe</c>,
    /// <c>jane.doe</c>) or a first name, whatever the case and with or without <c>@</c>. Null when unknown or ambiguous.
    /// </summary>
    /// <param name="handle">What was typed.</param>
    /// <param name="circle">The <see cref="Person.Circle"/> that is searched; null searches all of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<KnownPerson?> NamedAsync(string handle, string? circle, CancellationToken cancellationToken);

    /// <summary>Those who were granted a role, by id.</summary>
    Task<IReadOnlyList<KnownPerson>> WithRoleAsync(Roles role, CancellationToken cancellationToken);

    /// <summary>Those with an e-mail address, on whatever platform, who was met first first.</summary>
    Task<IReadOnlyList<KnownPerson>> WithEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>
    /// Stages what the platform tells about a person, new or known. Granted roles stay as they are, and so do zone and locale where
    /// the platform knows no zones.
    /// </summary>
    void Save(KnownPerson person);

    /// <summary>Stages where a known person is, as their own client tells; nothing for somebody not met.</summary>
    /// <param name="id">Who.</param>
    /// <param name="zone">IANA name of the zone.</param>
    /// <param name="locale">BCP 47 tag.</param>
    void Locate(string id, string zone, string locale);

    /// <summary>Stages roles given to a person, beside those they have; somebody not met yet is kept under the id as the name.</summary>
    void Grant(string id, Roles roles);

    /// <summary>Stages roles taken from a person.</summary>
    void Revoke(string id, Roles roles);
}
