using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Another headline for a touch point of the draft.</summary>
internal sealed class RetitleForm() : DraftForm("retitle", "Re-title", "Save")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
        [new TextField("headline", "Headline", EditionLimits.Headline) { Hint = "Say nothing that no customer said." }];

    /// <inheritdoc />
    protected override Task<IReadOnlyDictionary<string, string>> InitialAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal) { ["headline"] = at.Point.Headline });
}
