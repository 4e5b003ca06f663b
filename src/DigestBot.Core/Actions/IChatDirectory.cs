namespace DigestBot.Core.Actions;

/// <summary>What a platform says about somebody.</summary>
public abstract record DirectoryAnswer
{
    private DirectoryAnswer()
    {
    }

    /// <summary>It knows the person. A guest (<see cref="Person.IsGuest"/>) belongs to another company.</summary>
    public sealed record Found(KnownPerson Person) : DirectoryAnswer;

    /// <summary>There is no such person, or not any more, or it is no person but a bot.</summary>
    public sealed record Nobody : DirectoryAnswer;

    /// <summary>It could not be asked now.</summary>
    public sealed record NoAnswer : DirectoryAnswer;
}

/// <summary>Who is on a chat platform. Safe for concurrent use; every call is short, a platform that is slow gives no answer.</summary>
public interface IChatDirectory
{
    /// <summary>Name of the platform.</summary>
    string Platform { get; }

    /// <summary>Asks about a person.</summary>
    /// <param name="user">The platform's own id, as in <see cref="Person.Channel"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<DirectoryAnswer> AskAsync(string user, CancellationToken cancellationToken);

    /// <summary>Asks who has an e-mail address.</summary>
    Task<DirectoryAnswer> AskByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Whether a person can read a channel; null when that cannot be told now.</summary>
    /// <param name="channel">The platform's own id of the channel.</param>
    /// <param name="user">The platform's own id of the person.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<bool?> IsMemberAsync(string channel, string user, CancellationToken cancellationToken);
}
