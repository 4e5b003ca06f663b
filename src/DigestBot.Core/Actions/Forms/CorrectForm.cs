using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>What was wrong in a published touch point.</summary>
internal sealed class CorrectForm() : PointForm("correct", "Correct", "Correct")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
        [new TextField("correction", "What was wrong", EditionLimits.Comment) { IsLong = true, Hint = "Stands beside it on every audience." }];

    /// <inheritdoc />
    protected override Task<string?> RefusalAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        Task.FromResult(at.Edition.IsOut() ? null : "This is still a draft: give it another headline instead.");
}
