using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>A form about a touch point of the draft that asks for another one, or for a place.</summary>
internal abstract class OtherPointForm(string verb, string title, string submit, ChoiceField choice) : DraftForm(verb, title, submit)
{
    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields => [choice];

    /// <summary>What can be chosen for this touch point.</summary>
    protected abstract IEnumerable<TouchPoint> Others(PlacedPoint at);

    /// <summary>What is said when there is nothing to choose.</summary>
    protected abstract string Nothing { get; }

    /// <inheritdoc />
    protected override async Task<string?> RefusalAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        await base.RefusalAsync(call, at, cancellationToken) ?? (Others(at).Any() ? null : Nothing);

    /// <inheritdoc />
    protected override ShownField Field(FormField field, PlacedPoint at, string? initial) =>
        choice.Among([.. Others(at).Select(point => (Number(point), $"{Number(point)}. {TouchPointWords.Headline(point)}"))]).With(initial);

    private static string Number(TouchPoint point) => point.Rank.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A runner-up in the place of a touch point.</summary>
internal sealed class ReplaceForm() : OtherPointForm("replace", "Replace", "Replace", new ChoiceField("other", "With", []) { Before = "with " })
{
    /// <inheritdoc />
    protected override string Nothing => "Nothing just missed the ten this week, so there is nothing to put in its place. It can be dropped.";

    /// <inheritdoc />
    protected override IEnumerable<TouchPoint> Others(PlacedPoint at) => at.Edition.RunnersUp;
}

/// <summary>A touch point becomes part of another.</summary>
internal sealed class MergeForm() : OtherPointForm("merge", "Merge", "Merge", new ChoiceField("other", "Into", []) { Before = "into " })
{
    /// <inheritdoc />
    protected override string Nothing => "There is no other touch point to merge it into.";

    /// <inheritdoc />
    protected override IEnumerable<TouchPoint> Others(PlacedPoint at) => at.Edition.TouchPoints.Where(point => point.Id != at.Point.Id);
}

/// <summary>A touch point moves to another place.</summary>
internal sealed class ReorderForm() : OtherPointForm("reorder", "Move", "Move", new ChoiceField("place", "To the place of", []) { Before = "to " })
{
    /// <inheritdoc />
    protected override string Nothing => "It is the only one, so there is no other place.";

    /// <inheritdoc />
    protected override IEnumerable<TouchPoint> Others(PlacedPoint at) => at.Edition.TouchPoints.Where(point => point.Id != at.Point.Id);
}
