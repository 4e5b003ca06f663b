using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms;

/// <summary>What a message is for; the first part of a delivery's key (decisions.md 9).</summary>
public enum DeliveryPurpose
{
    /// <summary>The published edition: first message (part 0) and one message per touch point (parts 1 to 10).</summary>
    Edition = 0,

    /// <summary>The draft, to curators.</summary>
    Draft = 1,

    /// <summary>A word to one person: a follow-up given, a reminder, an answer in private.</summary>
    Direct = 2,

    /// <summary>Something that curators or the admin must know: a missed Monday, a burst, an InDoubt delivery.</summary>
    Alert = 3,

    /// <summary>An edition sent to one person only, ahead of time.</summary>
    Rehearsal = 4,

    /// <summary>A touch point shared to another channel.</summary>
    Share = 5,
}

/// <summary>What makes a delivery unique: it goes out at most once, and newer versions of it change it in place.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Digest">Name of the digest.</param>
/// <param name="Week">The week.</param>
/// <param name="Audience">Name of the audience, or a person's id for <see cref="DeliveryPurpose.Direct"/>.</param>
/// <param name="Part"><c>0</c> for the first message, <c>1</c>..<c>10</c> for touch points; otherwise what tells two apart.</param>
public sealed record DeliveryKey(DeliveryPurpose Purpose, string Digest, DigestWeek Week, string Audience, string Part)
{
    /// <summary>One line, parts escaped so that two keys never collide; what is stored and what platforms carry as metadata.</summary>
    public override string ToString() =>
        string.Join('|', Purpose.ToString().ToLowerInvariant(), Escape(Digest), Week.ToString(), Escape(Audience), Escape(Part));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a delivery's key.</exception>
    public static DeliveryKey Parse(string text) =>
        text.Split('|') is [var purpose, var digest, var week, var audience, var part]
        && Enum.TryParse<DeliveryPurpose>(purpose, ignoreCase: true, out var known)
        && DigestWeek.TryParse(week, out var read)
            ? new(known, Unescape(digest), read, Unescape(audience), Unescape(part))
            : throw new FormatException("This is not the key of a delivery.");

    private static string Unescape(string part) => part.Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static string Escape(string part) => part.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
}

/// <summary>A message as a platform is asked to send it: what to show, not how.</summary>
/// <param name="Key">The delivery it is.</param>
/// <param name="Channel">The platform's id of the channel or person.</param>
/// <param name="Content">What to show; each platform has one view for each kind of content.</param>
/// <param name="Thread">The message whose thread it stands in, or null.</param>
public sealed record OutgoingMessage(DeliveryKey Key, string Channel, MessageContent Content, PostedMessage? Thread);

/// <summary>What a message shows.</summary>
public abstract record MessageContent;

/// <summary>The first message of an edition.</summary>
public sealed record EditionContent(EditionCard Card) : MessageContent;

/// <summary>One of the ten.</summary>
public sealed record TouchPointContent(EditionCard Card, int Rank) : MessageContent;

/// <summary>The draft with what curators can do.</summary>
public sealed record DraftContent(EditionCard Card) : MessageContent;

/// <summary>Plain words for people, with the actions offered below them.</summary>
/// <param name="Text">Plain text; customer text in it is data and is escaped by the platform's view.</param>
/// <param name="Actions">Buttons, at most five.</param>
public sealed record TextContent(string Text, IReadOnlyList<CardAction> Actions) : MessageContent;

/// <summary>A message that stands on a platform.</summary>
/// <param name="Platform">Name of the platform.</param>
/// <param name="Channel">Its id of the channel.</param>
/// <param name="Id">Its id of the message.</param>
public sealed record PostedMessage(string Platform, string Channel, string Id);

/// <summary>How a send ended.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>It stands there.</summary>
    public sealed record Sent(PostedMessage Message) : SendResult;

    /// <summary>The platform said no for good; trying again cannot help. The reason is for people.</summary>
    public sealed record Refused(string Reason) : SendResult;

    /// <summary>It certainly did not arrive (refused connection, rate limit); try again later.</summary>
    public sealed record NotSent(string Reason, TimeSpan? RetryAfter = null) : SendResult;

    /// <summary>It may or may not have arrived (time-out after sending): look before sending again.</summary>
    public sealed record Unknown(string Reason) : SendResult;
}

/// <summary>The answer to "does this delivery stand on the platform?".</summary>
public abstract record LookUp
{
    private LookUp()
    {
    }

    /// <summary>It does.</summary>
    public sealed record Found(PostedMessage Message) : LookUp;

    /// <summary>It does not: the platform was asked and has searched everything it could stand in.</summary>
    public sealed record Absent : LookUp;

    /// <summary>The platform offers no way to ask: a curator decides.</summary>
    public sealed record CannotTell : LookUp;
}

/// <summary>A chat platform, with no chat words in it. Registered once per platform; safe for concurrent use.</summary>
public interface IChatPlatform
{
    /// <summary>Name in settings and audiences: <c>terminal</c>, <c>slack</c>, <c>teams</c>.</summary>
    string Name { get; }

    /// <summary>Shortest time between two messages into one channel; what the platform's own limits ask for.</summary>
    TimeSpan Pace { get; }

    /// <summary>Posts a message that does not stand yet.</summary>
    Task<SendResult> PostAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Changes a message that stands. Repeating it has no further effect.</summary>
    Task<SendResult> UpdateAsync(PostedMessage posted, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Asks whether the delivery stands, by the key that its message carries.</summary>
    Task<LookUp> FindAsync(DeliveryKey key, string channel, PostedMessage? thread, CancellationToken cancellationToken);
}
