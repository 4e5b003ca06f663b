namespace DigestBot.Core.Actions.Forms;

/// <summary>One's follow-up to somebody else.</summary>
internal sealed class HandoverForm() : FollowUpForm("handover", "Hand over", "Hand over")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new PersonField("owner", "To whom") { Hint = "They get a direct message. Who asked for it stays the same." },
        new DateField("due", "By when") { IsOptional = true, Before = "by ", Hint = "Left empty, the date stays as it is." },
        new TextField("note", "Note", 400) { IsOptional = true, IsLong = true, Before = "note: " },
    ];
}
