using DigestBot.Core.FollowUps;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>"Done", with what came of it.</summary>
internal sealed class DoneDialog() : FollowUpDialog("done", "Done", "Done")
{
    /// <inheritdoc />
    protected override bool TakesClosed => true;

    /// <inheritdoc />
    protected override IReadOnlyList<FormField> Fields { get; } =
    [
        new TextField("outcome", "What came of it", FollowUp.LongestText)
        {
            IsOptional = true,
            IsLong = true,
            Example = "refunds paid, page fixed",
            Hint = "Told to everyone in the next edition, under “You asked, we acted”.",
        },
    ];
}
