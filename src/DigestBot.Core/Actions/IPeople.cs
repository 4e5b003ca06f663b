using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions;

/// <summary>Who is who. Never invents a person for an unknown handle.</summary>
public interface IPeople
{
    /// <summary>
    /// By id, or null when there is nobody. While the platform cannot be asked about somebody not met before, what is known is
    /// the id: it is the name then.
    /// </summary>
    Task<Person?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>By what somebody typed: <c>@jane</c>, <c>jane</c>, an id; null when unknown or ambiguous.</summary>
    /// <param name="handle">What was typed.</param>
    /// <param name="circle">Whose people are searched beside those of the settings (<see cref="Person.Circle"/>); null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<Person?> NamedAsync(string handle, string? circle, CancellationToken cancellationToken);

    /// <summary>People who have a role.</summary>
    Task<IReadOnlyList<Person>> WithRoleAsync(Roles role, CancellationToken cancellationToken);

    /// <summary>Whether the person can read one of the digest's channels; null where nobody can tell.</summary>
    Task<bool?> IsInAudienceAsync(Person person, Digest digest, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
}
