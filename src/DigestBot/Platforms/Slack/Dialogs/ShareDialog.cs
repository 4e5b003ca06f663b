using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>"Share to...": a channel, with a preview of exactly what will be posted.</summary>
internal sealed class ShareDialog() : FormDialog("share", "Share", "Share")
{
    /// <inheritdoc />
    protected override IReadOnlyList<FormField> Fields { get; } =
        [new ChannelField("to", "Where to") { Before = "to ", Hint = "In a private channel I must be a member: invite me there first." }];

    /// <inheritdoc />
    public override async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        var (at, why) = await call.PointAsync(call.Press.About, cancellationToken);
        if (at is null)
            return Words(why!);
        if (!at.Edition.IsOut())
            return Words("The edition is not published yet. A touch point can be shared once everybody has it.");
        if (Sharing.IsWithheld(at.Point))
            return Words($"Number {at.Point.Rank} belongs to {VisibleText.Line(at.Point.Department!, 60)}; such touch points stay where they are.");
        var card = await call.Stores.Cards.OfAsync(at.Edition, cancellationToken);
        return Form(call, [], field => field.Block(null), Preview(card, at.Point));
    }

    /// <inheritdoc />
    public override async Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken)
    {
        var edition = submitted.Seen((await submitted.Stores.Editions.WithTouchPointAsync(submitted.Metadata.About, cancellationToken))?.Key);
        var request = Request(submitted, submitted.DigestOf(edition));
        return new InboxWork.Asked(request with { Arguments = $"{request.Arguments} now", Edition = edition });
    }

    // The message itself without its buttons, which would act here.
    private static IEnumerable<JsonObject?> Preview(EditionCard card, TouchPoint point) =>
    [
        SlackBlocks.Divider(),
        SlackBlocks.Context("They will see this, with its buttons:"),
        .. SlackTouchPoint.Blocks(card, point).Where(block => (string?)block?["type"] != "actions"),
    ];
}
