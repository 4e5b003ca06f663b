using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Assign": who, by when, with a note; on one that somebody has, hands it over.</summary>
internal sealed class AssignForm() : PointForm("assign", "Assign", "Assign")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new PersonField("owner", "Who") { Hint = "They get a direct message. Everybody sees it on the touch point." },
        new DateField("due", "By when") { IsOptional = true, Before = "by " },
        new TextField("note", "Note", 400) { IsOptional = true, IsLong = true, Before = "note: ", Example = "What you expect" },
    ];

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<FormPart>> BelowAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken)
    {
        if (await call.TakenAsync(at, cancellationToken) is not { } taken)
            return [];
        var due = taken.Due is { } date ? $", due {Phrases.Day(date)} {Phrases.DayAndMonth(date)}" : "";
        return [new FormPart.Small($"{await call.NameAsync(taken.Owner, cancellationToken)} has it now{due}. Whoever you choose takes it over.")];
    }
}
