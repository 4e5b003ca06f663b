using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Nominates a mention by hand; it waits for a curator, where there is one.</summary>
internal sealed class AddAction : IDigestAction
{
    /// <summary>Begins a last line that is a note for the curators (with the link to where it was said), not the customer's words.</summary>
    public const string NoteMark = "note:";

    private const int Shortest = 10;
    private const int Longest = 4000;

    public ActionDescription Description { get; } =
        new("add", "Nominate what a customer said, as text or link.", "add Best support call of my life, thank you Marta!") { Aliases = ["nominate"], Button = "Add to digest" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var note = context.Arguments.TakeLastLine(NoteMark);
        if (context.Arguments.TakeRest() is not { Length: >= Shortest and <= Longest } text)
            return Refuse.With(Refusal.NotUnderstood, "Add what? Give the customer's words (10 to 4,000 characters) or the link to them.");
        var stores = context.Stores;
        var mention = Nominations.Of(text, note, context.By, context.Now);
        context.Subject = mention.Id.ToString();
        if (await stores.Mentions.FindAsync([mention.Id], cancellationToken) is [{ Counts: true }])
            return Refuse.With(Refusal.AlreadySo, "That was added before; it counts already.");
        var isCurated = context.Digest.Curators is not null && !await stores.People.AllowAsync(context.By, WhoMay.Curator, context.Digest, cancellationToken);
        // A transaction of its own, repeatable: when the commit that follows is lost, the next try finds the same mention.
        var read = isCurated ? stores.Reader.Waiting(mention) : stores.Reader.Accepted(mention);
        await stores.Mentions.SaveAsync(Nominations.Source, [read], null, cancellationToken);
        if (!isCurated)
            return new ActionReply.Done("Added. It counts from the next edition on.");
        Ask(context, mention, note);
        return new ActionReply.Done("Thank you. The curators decide whether it counts.");
    }

    private static void Ask(ActionContext context, Mention mention, string? note)
    {
        var text = new TextContent(
            $"{context.By.Name} nominates:{(note is null ? "" : $"\nNote: {note}\n")} “{mention.Text}”",
            [new CardAction("accept", "Let it count", mention.Id.ExternalId, IsPrimary: true)]);
        var week = new Editions.EditionKey(context.Digest.Name, DigestWeek.Of(context.Now, context.Digest.Zone));
        context.Stores.Outbox.Request(EditionDeliveries.Alert(context.Digest, week, $"nomination {mention.Id.ExternalId}", text)!);
    }
}
