namespace DigestBot.Core.Actions.Forms;

/// <summary>"Not useful": why, in one tap and a few words; the ranking learns from it.</summary>
internal sealed class NotUsefulForm() : PointForm("not-useful", "Not useful", "Send")
{
    private static readonly (string Value, string Words)[] Reasons =
    [
        ("known", "We know this already"), ("small", "Too small to matter"), ("not-ours", "Not for us to act on"),
        ("wrong", "It is told wrongly"), ("old", "Old news"), ("other", "Something else"),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new ChoiceField("reason", "Why", Reasons)
        {
            IsRadio = true,
            Meanings = Reasons.ToDictionary(reason => reason.Value, reason => $"{reason.Words}.", StringComparer.Ordinal),
            Hint = "Stories like it will rank lower for everybody.",
        },
        new TextField("words", "In your words", 300) { IsOptional = true },
    ];
}
