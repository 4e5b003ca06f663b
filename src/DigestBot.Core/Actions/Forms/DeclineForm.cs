using DigestBot.Core.FollowUps;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"No, because".</summary>
internal sealed class DeclineForm() : FollowUpForm("decline", "Decline", "Decline")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new TextField("reason", "No, because", FollowUp.LongestText)
        {
            IsLong = true,
            Before = "because ",
            Example = "two routes forbid it",
            Hint = "The reason is kept and goes back to who asked.",
        },
    ];
}
