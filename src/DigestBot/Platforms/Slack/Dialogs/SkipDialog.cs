using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>"Skip this week", with the reason.</summary>
internal sealed class SkipDialog() : FormDialog("skip", "Skip this week", "Skip")
{
    /// <inheritdoc />
    protected override IReadOnlyList<FormField> Fields { get; } =
        [new TextField("reason", "Why", 300) { Before = "because ", IsLong = true, Hint = "Nothing is published this week. The curators see the reason." }];

    /// <inheritdoc />
    public override async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        if (!DigestWeek.TryParse(call.Press.About, out var week))
            return Words("This button is out of date. “/socialwins skip” decides about the draft that there is now.");
        var edition = await call.Stores.Editions.FindAsync(new(call.Digest.Name, week), cancellationToken);
        return edition is { State: EditionState.Draft or EditionState.Approved }
            ? Form(call, [SlackBlocks.Context($"Week {week} goes without an edition.")], field => field.Block(null))
            : Words($"There is no draft of week {week} any more: it was published or skipped.");
    }

    /// <inheritdoc />
    public override Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken) => Task.FromResult<InboxWork>(
        new InboxWork.Asked(Request(submitted, submitted.DigestOf(seen: null))));
}
