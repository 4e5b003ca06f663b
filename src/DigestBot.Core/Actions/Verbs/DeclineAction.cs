using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>"No, because": closes a follow-up with the reason, which is kept and goes back to who asked.</summary>
internal sealed class DeclineAction : IDigestAction
{
    public ActionDescription Description { get; } =
        new("decline", "Say no to a follow-up, with the reason.", "decline 17 because two routes forbid it", ActionTarget.FollowUp, WhoMay.Owner)
        {
            Aliases = ["no"],
            Button = "Decline",
        };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (followUp, why) = await context.FindFollowUpAsync(orClosed: false, cancellationToken);
        if (followUp is null)
            return why!;
        context.Arguments.TryTake("because");
        var step = followUp.Decline(context.By.Id, context.Arguments.TakeRest(), context.Now);
        if (step is FollowUpStep.Changed { FollowUp: var declined } && await context.AskerAsync(declined, cancellationToken) is { } asker)
            await GoBackAsync(context, asker, declined, cancellationToken);
        return await context.StageAsync(
            followUp, step, no => $"Follow-up {no.Number} is declined: {no.Headline}, because {no.Outcome}", cancellationToken);
    }

    // What else came back to the same person today stands in the same message.
    private static async Task GoBackAsync(ActionContext context, Person asker, FollowUp declined, CancellationToken cancellationToken)
    {
        if (asker.Id == context.By.Id)
            return;
        var zone = context.Digest.Zone;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, zone).DateTime);
        var others = await context.Stores.FollowUps.SinceAsync(context.Digest.Name, context.Now.AddDays(-1), cancellationToken);
        var back = CameBack.To(asker.Id, others.Where(other => other.Number != declined.Number).Append(declined), day, zone);
        var names = await context.Stores.People.NamesAsync(back.Select(followUp => followUp.Owner), cancellationToken);
        context.Stores.Outbox.Request(new Delivery
        {
            Key = CameBack.Key(context.Digest, asker.Id, day),
            Platform = asker.Platform,
            Channel = asker.Channel,
            Text = CameBack.Text(back, id => names.GetValueOrDefault(id, id)),
        });
    }
}
