namespace DigestBot.Core.Mentions;

/// <summary>
/// One change of the digest's own records (editions, follow-ups, audit, outbox): everything staged on the scope's stores
/// becomes durable together or not at all. One per dependency-injection scope; a scope is one action, one job, one request.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Writes all that was staged in one transaction, durable when the task ends.</summary>
    /// <exception cref="ConcurrentChangeException">Somebody else changed the same record first; begin again in a new scope.</exception>
    Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Somebody else changed the same record first. Begin again from the newest state.</summary>
public sealed class ConcurrentChangeException : Exception
{
    /// <summary>Creates it.</summary>
    public ConcurrentChangeException()
        : base("The record was changed by somebody else first.")
    {
    }

    /// <summary>Creates it with a message.</summary>
    public ConcurrentChangeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and what was thrown underneath.</summary>
    public ConcurrentChangeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
