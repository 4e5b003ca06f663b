using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Done", with what came of it.</summary>
internal sealed class DoneForm() : FollowUpForm("done", "Done", "Done")
{
    /// <inheritdoc />
    protected override bool TakesClosed => true;

    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
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
