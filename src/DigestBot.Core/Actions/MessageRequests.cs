using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>What a reaction to one of our messages, or a reply in its thread, asks for; the same on every platform.</summary>
public sealed class MessageRequests(ActionRegistry registry, IOutbox outbox, IEditionStore editions)
{
    /// <summary>A reaction was given or taken away.</summary>
    /// <param name="by">Who.</param>
    /// <param name="emoji">Unicode.</param>
    /// <param name="isTakenAway">Taken away, which undoes what it did.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>The request; null when the message is none of an edition's or the reaction means nothing on it.</returns>
    public async Task<ActionRequest?> ReactionAsync(
        Person by, string emoji, bool isTakenAway, PostedMessage message, CancellationToken cancellationToken)
    {
        if (await AboutAsync(by, Through.Reaction, message, cancellationToken) is not { } about)
            return null;
        var target = about.TouchPointId is null ? ReactionTarget.Edition : ReactionTarget.TouchPoint;
        if (registry.Meaning(emoji, target) is not { } meaning)
            return null;
        var verb = meaning.Action.Description.Verb;
        return isTakenAway
            ? about with { Verb = "undo", Arguments = $"{verb} {meaning.Arguments}".TrimEnd() }
            : about with { Verb = verb, Arguments = meaning.Arguments };
    }

    /// <summary>A reply in a message's thread that begins with a verb ("done: refunds paid").</summary>
    /// <returns>The request; null when the message is none of an edition's or the reply is only talk.</returns>
    public async Task<ActionRequest?> ReplyAsync(Person by, string text, PostedMessage message, CancellationToken cancellationToken)
    {
        var words = new ActionArguments(text);
        var verb = words.TakeWord();
        // People talk in threads; only what begins with a verb is meant for the bot.
        if (verb.Length == 0 || registry.Find(verb, words.Rest) is null)
            return null;
        return await AboutAsync(by, Through.Reply, message, cancellationToken) is { } about
            ? about with { Verb = verb, Arguments = words.Rest }
            : null;
    }

    private async Task<ActionRequest?> AboutAsync(Person by, Through through, PostedMessage message, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(message, cancellationToken) is not { Key: { Purpose: DeliveryPurpose.Edition or DeliveryPurpose.Share } key })
            return null;
        var edition = new EditionKey(key.Digest, key.Week);
        var about = new ActionRequest(by, through, key.Digest, "", "") { Edition = edition };
        if (key.Part == EditionDeliveries.First)
            return about;
        var points = (await editions.FindAsync(edition, cancellationToken))?.TouchPoints;
        var point = points?.FirstOrDefault(point => point.Id == key.Part || point.Rank.ToString(CultureInfo.InvariantCulture) == key.Part);
        return point is null ? null : about with { TouchPointId = point.Id };
    }
}
