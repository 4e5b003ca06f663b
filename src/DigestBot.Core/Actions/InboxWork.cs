namespace DigestBot.Core.Actions;

/// <summary>What an item of the inbox asks for, as its edge understood it.</summary>
public abstract record InboxWork
{
    private InboxWork()
    {
    }

    /// <summary>A person asked for an action.</summary>
    public sealed record Asked(ActionRequest Request) : InboxWork;

    /// <summary>It means nothing to us (people's talk, an event without consequence): marked done.</summary>
    public sealed record Nothing : InboxWork;

    /// <summary>It cannot be understood, however often it is tried: set aside for <c>doctor</c>.</summary>
    public sealed record NotUnderstood : InboxWork;

    /// <summary>Something happened on the platform that is no person's action, such as an uninstallation.</summary>
    /// <param name="StageAsync">
    /// Stages its changes in the scope's unit of work; they are committed together with the item's mark. May run again after a
    /// failure.
    /// </param>
    public sealed record Effect(Func<IServiceProvider, CancellationToken, Task> StageAsync) : InboxWork;
}
