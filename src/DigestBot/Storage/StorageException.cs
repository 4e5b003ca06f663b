namespace DigestBot.Storage;

/// <summary>The storage cannot be used as it is set up. The message is for people: what happened and what to do next; no secrets.</summary>
public sealed class StorageException : Exception
{
    /// <summary>Creates it with a message for people.</summary>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message for people and what was thrown underneath.</summary>
    public StorageException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
