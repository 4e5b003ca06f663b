using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Share to...": a channel, with a preview of exactly what will be posted.</summary>
internal sealed class ShareForm() : VerbForm("share", "Share", "Share")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
        [new ChannelField("to", "Where to") { Before = "to ", Hint = "In a private channel I must be a member: invite me there first." }];

    /// <inheritdoc />
    public override async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        var (at, why) = await call.PointAsync(call.About, cancellationToken);
        if (at is null)
            return new FormPage.Words(why!);
        if (!at.Edition.IsOut())
            return new FormPage.Words("The edition is not published yet. A touch point can be shared once everybody has it.");
        if (Sharing.IsWithheld(at.Point))
            return new FormPage.Words($"Number {at.Point.Rank} belongs to {VisibleText.Line(at.Point.Department!, 60)}; such touch points stay where they are.");
        var card = await call.Stores.Cards.OfAsync(at.Edition, cancellationToken);
        return Asked(_ => null) with { Below = Preview(card, at.Point) };
    }

    /// <inheritdoc />
    public override async Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken)
    {
        var edition = submitted.Seen((await submitted.Stores.Editions.WithTouchPointAsync(submitted.About, cancellationToken))?.Key);
        var request = Request(submitted, submitted.DigestOf(edition));
        return new InboxWork.Asked(request with { Arguments = $"{request.Arguments} now", Edition = edition });
    }

    // The message itself without its buttons, which would act here.
    private static FormPart[] Preview(EditionCard card, TouchPoint point) =>
        [new FormPart.Rule(), new FormPart.Small("They will see this, with its buttons:"), new FormPart.Preview(card, point)];
}
