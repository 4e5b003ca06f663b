using System.Globalization;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Another due date.</summary>
internal sealed class SnoozeForm() : FollowUpForm("snooze", "Snooze", "Move")
{
    private const int UsualDays = 7;

    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } = [new DateField("due", "Until when") { Before = "until " }];

    /// <inheritdoc />
    protected override string? Initial(FormCall call, FormField field) =>
        call.Today.AddDays(UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
