using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>The delivery that a question "did it arrive?" is about.</summary>
internal static class DoubtedDelivery
{
    /// <summary>A key as it stands on the question's buttons.</summary>
    public const string Example = "edition|weekly|2026-W46|executives|0";

    /// <summary>Settles the doubt; refuses when there is none (any more).</summary>
    /// <param name="context">The rest of its arguments is the delivery's key.</param>
    /// <param name="isOpen">Whether there is something to settle about a delivery in this state.</param>
    /// <param name="settle">The delivery without the doubt.</param>
    /// <param name="said">What everybody is told.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ActionReply> SettleAsync(
        ActionContext context, Func<DeliveryState, bool> isOpen, Func<Delivery, Delivery> settle, string said, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } delivery)
            return Refuse.With(Refusal.NotFound, "There is no such message. Use the buttons below the question.");
        context.Subject = delivery.Key.ToString();
        // A transaction of its own, which only the first of two curators wins.
        return isOpen(delivery.State) && await context.Stores.Deliveries.RecordAsync(settle(delivery), cancellationToken)
            ? new ActionReply.Done($"{context.By.Name}: {said}") { ForEveryone = true }
            : Refuse.With(Refusal.AlreadySo, "That has been settled already.");
    }

    private static async Task<Delivery?> FindAsync(ActionContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Stores.Outbox.FindAsync(DeliveryKey.Parse(context.Arguments.TakeRest() ?? ""), cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
