using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>A curator's comment under a touch point of the draft.</summary>
internal sealed class CommentForm() : DraftForm("comment", "Comment", "Save")
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
        [new TextField("comment", "Comment", EditionLimits.Comment) { IsLong = true, Hint = "Stands under the touch point when the edition goes out." }];

    /// <inheritdoc />
    protected override Task<IReadOnlyDictionary<string, string>> InitialAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken)
    {
        var initial = new Dictionary<string, string>(StringComparer.Ordinal);
        if (at.Point.Comment is { } comment)
            initial["comment"] = comment;
        return Task.FromResult<IReadOnlyDictionary<string, string>>(initial);
    }
}
