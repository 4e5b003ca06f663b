using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>By what a person asked.</summary>
public enum Through
{
    /// <summary>A button of a card.</summary>
    Button = 0,

    /// <summary>A reaction to a message, or taking it away.</summary>
    Reaction = 1,

    /// <summary>A typed command.</summary>
    Command = 2,

    /// <summary>The web page.</summary>
    Page = 3,

    /// <summary>A reply in the thread of a message.</summary>
    Reply = 4,

    /// <summary>The command line.</summary>
    Cli = 5,
}

/// <summary>What a person asks for, the same from every edge. Arguments may hold customer text: never log them.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Through">By what.</param>
/// <param name="Digest">Name of the digest it is about.</param>
/// <param name="Verb">The verb or an alias of it, as typed; whatever the case.</param>
/// <param name="Arguments">What was typed after the verb; empty when nothing was.</param>
public sealed record ActionRequest(Person By, Through Through, string Digest, string Verb, string Arguments)
{
    /// <summary>The edition whose message was acted on; null for the last published one (decisions.md 5).</summary>
    public EditionKey? Edition { get; init; }

    /// <summary>Id of the touch point whose message, thread or button it was; null when none was.</summary>
    public string? TouchPointId { get; init; }

    /// <summary>The inbox event that carried it; marked done in the same commit as the effect. Null when it came by no inbox.</summary>
    public InboxItem? Event { get; init; }

    /// <summary>The reaction that it was asked by; kept in the same commit, as refused when the action is. Null for all other ways.</summary>
    public KnownReaction? Reaction { get; init; }
}
