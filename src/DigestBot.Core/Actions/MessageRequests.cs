using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>What a reaction to one of our messages, or a reply in its thread, asks for; the same on every platform.</summary>
public sealed class MessageRequests(
    ActionRegistry registry, IOutbox outbox, IEditionStore editions, TimeProvider clock, IEnumerable<StandInReactions> standIns)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _standIns = standIns.ToDictionary(some => some.Platform, some => some.Instead, StringComparer.Ordinal);

    /// <summary>A reaction was given or taken away.</summary>
    /// <param name="by">Who.</param>
    /// <param name="emoji">Unicode, or a name as <see cref="EmojiNames"/> reads it.</param>
    /// <param name="isTakenAway">Taken away, which undoes what it did.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>The request; null when the message is none of an edition's or the reaction means nothing on it.</returns>
    public async Task<ActionRequest?> ReactionAsync(
        Person by, string emoji, bool isTakenAway, PostedMessage message, CancellationToken cancellationToken)
    {
        if (await AboutAsync(by, Through.Reaction, message, cancellationToken) is not { Edition: not null } about)
            return null;
        var target = about.TouchPointId is null ? ReactionTarget.Edition : ReactionTarget.TouchPoint;
        if (Meaning(emoji, target, message.Platform) is not { } meaning)
            return null;
        var verb = meaning.Action.Description.Verb;
        return isTakenAway
            ? about with { Verb = "undo", Arguments = $"{verb} {meaning.Arguments}".TrimEnd() }
            : about with { Verb = verb, Arguments = meaning.Arguments };
    }

    /// <summary>
    /// A reply in a message's thread that begins with a verb ("done: refunds paid"), after the number that it is about where one
    /// stands in front ("3: assign @jane").
    /// </summary>
    /// <param name="by">Who.</param>
    /// <param name="text">What was said.</param>
    /// <param name="message">The message in whose thread it was said.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <param name="isToTheBot">It was said to the bot by name, so verbs that only show something ("my", "why") are meant as verbs too.</param>
    /// <returns>The request; null when the message is none of ours or the reply is only talk.</returns>
    public async Task<ActionRequest?> ReplyAsync(
        Person by, string text, PostedMessage message, CancellationToken cancellationToken, bool isToTheBot = false)
    {
        var (rank, said) = Numbered(text);
        var words = new ActionArguments(said);
        var verb = words.TakeWord();
        // People talk in threads; only what begins with a verb is meant for the bot.
        if (verb.Length == 0 || registry.Find(verb, words.Rest) is not { Action.Description: var meant } || (meant.OnlyShows && !isToTheBot))
            return null;
        return await AboutAsync(by, Through.Reply, message, cancellationToken, rank) is { } about
            ? about with { Verb = verb, Arguments = words.Rest }
            : null;
    }

    /// <summary>A reply that is only talk: a comment on the touch point, or on the edition when it names none.</summary>
    /// <param name="by">Who.</param>
    /// <param name="text">What was said.</param>
    /// <param name="message">The message in whose thread it was said.</param>
    /// <param name="said">The reply itself.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>The comment; null when the message is none of an edition's, or nothing was said.</returns>
    public async Task<Comment?> CommentAsync(Person by, string text, PostedMessage message, PostedMessage said, CancellationToken cancellationToken)
    {
        var (rank, words) = Numbered(text);
        if (string.IsNullOrWhiteSpace(words) || await AboutAsync(by, Through.Reply, message, cancellationToken, rank) is not { Edition: { } edition } about)
            return null;
        return new(edition, about.TouchPointId ?? "", by.Id, VisibleText.Cut(words, Comment.Longest), clock.GetUtcNow(), said);
    }

    /// <summary>
    /// What a message of ours is about: its digest, its edition when it is one that went out, its touch point when it shows one.
    /// </summary>
    /// <param name="by">Who acts on it.</param>
    /// <param name="through">By what.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <param name="rank">A number of the edition that was said with it.</param>
    /// <returns>A request without a verb; null when the message is none of ours.</returns>
    public async Task<ActionRequest?> AboutAsync(
        Person by, Through through, PostedMessage message, CancellationToken cancellationToken, int? rank = null)
    {
        if (await outbox.FindAsync(message, cancellationToken) is not { Key: var key })
            return null;
        var about = new ActionRequest(by, through, key.Digest, "", "");
        if (key.Purpose is not (DeliveryPurpose.Edition or DeliveryPurpose.Share))
            return about;
        about = about with { Edition = new EditionKey(key.Digest, key.Week) };
        var part = key.Part == EditionDeliveries.First ? rank?.ToString(CultureInfo.InvariantCulture) : key.Part;
        if (part is null)
            return about;
        var points = (await editions.FindAsync(about.Edition.Value, cancellationToken))?.TouchPoints;
        var point = points?.FirstOrDefault(point => point.Id == part || point.Rank.ToString(CultureInfo.InvariantCulture) == part);
        return point is null ? null : about with { TouchPointId = point.Id };
    }

    private FoundAction? Meaning(string emoji, ReactionTarget target, string platform)
    {
        if (registry.IsSettled(emoji) || !_standIns.TryGetValue(platform, out var instead))
            return registry.Meaning(emoji, target);
        return registry.Meaning(instead.GetValueOrDefault(EmojiNames.Canonical(emoji), emoji), target);
    }

    // "#3 ..." and "3: ..."; a bare number belongs to what is said ("3 people told me the same").
    private static (int? Rank, string Said) Numbered(string text)
    {
        var words = text.TrimStart();
        var end = words.IndexOfAny([' ', '\n', '\t']);
        var first = end < 0 ? words : words[..end];
        var number = first.Trim('#', ':', '.', ')');
        return number.Length != first.Length && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            ? (rank, end < 0 ? "" : words[end..].TrimStart())
            : (null, text);
    }
}
