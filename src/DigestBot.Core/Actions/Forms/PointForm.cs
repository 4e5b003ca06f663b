using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>A form about one touch point: its headline and quote stand above the fields.</summary>
internal abstract class PointForm(string verb, string title, string submit) : VerbForm(verb, title, submit)
{
    /// <inheritdoc />
    public override async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        var (at, why) = await call.PointAsync(PointIn(call.About), cancellationToken);
        if (at is null)
            return new FormPage.Words(why!);
        if (await RefusalAsync(call, at, cancellationToken) is { } refusal)
            return new FormPage.Words(refusal);
        var initial = await InitialAsync(call, at, cancellationToken);
        return Asked(Fields.Select(field => Field(field, at, initial.GetValueOrDefault(field.Id)))) with
        {
            Above = [.. PointParts.About(at)],
            Below = await BelowAsync(call, at, cancellationToken),
        };
    }

    /// <inheritdoc />
    public override async Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken)
    {
        var id = PointIn(submitted.About);
        var edition = submitted.Seen((await submitted.Stores.Editions.WithTouchPointAsync(id, cancellationToken))?.Key);
        var request = Request(submitted, submitted.DigestOf(edition));
        return new InboxWork.Asked(edition is null ? request : request with { Edition = edition, TouchPointId = id });
    }

    /// <summary>The touch point's id in what a button carried.</summary>
    protected virtual string PointIn(string about) => about;

    /// <summary>Why this touch point cannot be asked about, for people; null when it can.</summary>
    protected virtual Task<string?> RefusalAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>What stands in the fields at first, by field.</summary>
    protected virtual Task<IReadOnlyDictionary<string, string>> InitialAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>What stands below the fields.</summary>
    protected virtual Task<IReadOnlyList<FormPart>> BelowAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FormPart>>([]);

    /// <summary>A field with what there is to choose from at this touch point.</summary>
    protected virtual ShownField Field(FormField field, PlacedPoint at, string? initial) => field.With(initial);
}

/// <summary>A form about one touch point of the draft.</summary>
internal abstract class DraftForm(string verb, string title, string submit) : PointForm(verb, title, submit)
{
    /// <inheritdoc />
    protected override Task<string?> RefusalAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) => Task.FromResult(
        at.Edition.IsBeforePublishing() ? null : $"The edition of week {at.Edition.Key.Week} has gone out, so it is no longer curated. What is wrong in it can be corrected or taken back.");
}

/// <summary>A touch point at the head of a form.</summary>
internal static class PointParts
{
    /// <summary>Number and kind, headline, quote.</summary>
    public static IEnumerable<FormPart> About(PlacedPoint at)
    {
        yield return new FormPart.Small($"{at.Point.Rank}{Phrases.Dot}{TouchPointWords.Kind(at.Point.Kind)}{Phrases.Dot}{EditionWords.Week(at.Edition.Key.Week)}");
        yield return new FormPart.Told(TouchPointWords.Headline(at.Point), TouchPointWords.Quoted(at.Point) ?? VisibleText.Nothing);
    }
}

/// <summary>Finds the touch point that a form is about.</summary>
internal static class FormPoints
{
    private const string Gone = "This touch point is no longer here: its edition was composed anew, or removed. The newest edition has what there is now.";

    /// <summary>Either it, or why it cannot be shown. What is not published yet is there for curators only.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="id">As the button carried it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<(PlacedPoint? At, string? Why)> PointAsync(this FormCall call, string id, CancellationToken cancellationToken)
    {
        if (id.Length is < 2 or > 16 || !id.All(char.IsAsciiLetterOrDigit))
            return (null, Gone);
        var edition = await call.Stores.Editions.WithTouchPointAsync(id, cancellationToken);
        if (edition?.TouchPoints.Concat(edition.RunnersUp).FirstOrDefault(point => point.Id == id) is not { } point || !call.Sees(edition.Key))
            return (null, Gone);
        if (!edition.IsOut() && !await call.Stores.People.AllowAsync(call.By, WhoMay.Curator, call.Digest, cancellationToken))
            return (null, Gone);
        return point.IsRetracted
            ? (null, $"Number {point.Rank} was taken back by a curator, so there is nothing left to do with it.")
            : (new(edition, point), null);
    }
}
