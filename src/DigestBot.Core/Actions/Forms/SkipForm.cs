using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Skip this week", with the reason.</summary>
internal sealed class SkipForm() : VerbForm("skip", "Skip this week", "Skip")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
        [new TextField("reason", "Why", 300) { Before = "because ", IsLong = true, Hint = "Nothing is published this week. The curators see the reason." }];

    /// <inheritdoc />
    public override async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        if (!DigestWeek.TryParse(call.About, out var week))
            return new FormPage.Words("This button is out of date. 'skip' decides about the draft that there is now.");
        var edition = await call.Stores.Editions.FindAsync(new(call.Digest.Name, week), cancellationToken);
        return edition is { State: EditionState.Draft or EditionState.Approved }
            ? Asked(_ => null) with { Above = [new FormPart.Small($"Week {week} goes without an edition.")] }
            : new FormPage.Words($"There is no draft of week {week} any more: it was published or skipped.");
    }

    /// <inheritdoc />
    public override Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken) => Task.FromResult<InboxWork>(
        new InboxWork.Asked(Request(submitted, submitted.DigestOf(seen: null))));
}
