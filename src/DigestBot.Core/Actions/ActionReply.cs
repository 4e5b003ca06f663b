using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Why an action was refused; the audit keeps this, never the words, which may hold customer text.</summary>
public enum Refusal
{
    /// <summary>No verb is called so.</summary>
    UnknownVerb = 0,

    /// <summary>The person's roles do not allow it.</summary>
    NotAllowed = 1,

    /// <summary>There is no such touch point, follow-up, edition or person.</summary>
    NotFound = 2,

    /// <summary>Something is missing in what was typed, or cannot be understood.</summary>
    NotUnderstood = 3,

    /// <summary>Somebody else has it.</summary>
    AlreadyTaken = 4,

    /// <summary>It is so already.</summary>
    AlreadySo = 5,

    /// <summary>Something has been built on it since.</summary>
    BuiltUpon = 6,

    /// <summary>It is closed, or the edition is past the point where this can be done.</summary>
    Closed = 7,

    /// <summary>It may not leave the inner circle.</summary>
    Withheld = 8,
}

/// <summary>
/// The answer to an action: plain words for people, with content as records and actions offered. An edge shows it by its own
/// views; customer text in it is data.
/// </summary>
/// <param name="Text">What happened, or why not and what to do next.</param>
public abstract record ActionReply(string Text)
{
    /// <summary>Buttons below the answer, at most five.</summary>
    public IReadOnlyList<CardAction> Offers { get; init; } = [];

    /// <summary>It happened (or here is what was asked for).</summary>
    public sealed record Done(string Text) : ActionReply(Text)
    {
        /// <summary>Said where it was asked, to everyone; otherwise to the caller only.</summary>
        public bool ForEveryone { get; init; }

        /// <summary>What was asked for, or null when the words are all.</summary>
        public ReplyContent? Content { get; init; }
    }

    /// <summary>It did not happen, and nothing changed; said to the caller only.</summary>
    /// <param name="Why">The reason by its name.</param>
    /// <param name="Text">The reason with the next step.</param>
    public sealed record Refused(Refusal Why, string Text) : ActionReply(Text);
}
