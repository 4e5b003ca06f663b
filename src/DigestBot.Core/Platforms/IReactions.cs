namespace DigestBot.Core.Platforms;

/// <summary>What became of a reaction to a message.</summary>
public enum ReactionState
{
    /// <summary>It was taken away.</summary>
    Gone = 0,

    /// <summary>It is there and had its effect.</summary>
    Given = 1,

    /// <summary>It is there, but what it asks for was refused; taking it away undoes nothing.</summary>
    Refused = 2,
}

/// <summary>The newest that is known of one person's one emoji on one message.</summary>
/// <param name="Message">The message.</param>
/// <param name="Person">The platform's own id of the person.</param>
/// <param name="Emoji">Unicode without skin tone, or <c>:name:</c> for a company's own.</param>
/// <param name="State">What became of it.</param>
/// <param name="Stamp">When the platform says that it happened; ordinal order is the order of time.</param>
public sealed record KnownReaction(PostedMessage Message, string Person, string Emoji, ReactionState State, string Stamp);

/// <summary>
/// Keeps the newest that is known of each reaction: platforms deliver events late, twice and out of order, and not at all while
/// the program is down.
/// </summary>
public interface IReactions
{
    /// <summary>All that is known of a message's reactions, also of those taken away.</summary>
    Task<IReadOnlyList<KnownReaction>> OnMessageAsync(PostedMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Stages the newest of a reaction. The commit throws <see cref="Mentions.ConcurrentChangeException"/> when something as new or
    /// newer is kept by then.
    /// </summary>
    void Save(KnownReaction reaction);
}
