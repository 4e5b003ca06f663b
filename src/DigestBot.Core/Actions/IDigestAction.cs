namespace DigestBot.Core.Actions;

/// <summary>
/// One verb that a person can use, by whatever edge. Stateless: what it needs is in the context. It stages changes and
/// returns the reply; the <see cref="ActionRunner"/> commits. An action that refuses has staged nothing.
/// </summary>
public interface IDigestAction
{
    /// <summary>What it says about itself.</summary>
    ActionDescription Description { get; }

    /// <summary>Does it. May run again from fresh state when somebody else changed the same record first.</summary>
    Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken);
}

/// <summary>An action that can be taken back, by <c>undo</c> or by taking the reaction away.</summary>
public interface IUndoableAction : IDigestAction
{
    /// <summary>Takes it back, while nothing else has been built on it; the arguments are those it was done with.</summary>
    Task<ActionReply> UndoAsync(ActionContext context, CancellationToken cancellationToken);
}
