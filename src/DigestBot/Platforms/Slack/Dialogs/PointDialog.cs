using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>A form about one touch point: its headline and quote stand above the fields.</summary>
internal abstract class PointDialog(string verb, string title, string submit) : FormDialog(verb, title, submit)
{
    /// <inheritdoc />
    public override async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        var (at, why) = await call.PointAsync(call.Press.About, cancellationToken);
        if (at is null)
            return Words(why!);
        if (await RefusalAsync(call, at, cancellationToken) is { } refusal)
            return Words(refusal);
        var initial = await InitialAsync(call, at, cancellationToken);
        return Form(call, PointBlocks.About(at), field => Block(field, at, initial.GetValueOrDefault(field.Id)), await BelowAsync(call, at, cancellationToken));
    }

    /// <inheritdoc />
    public override async Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken)
    {
        var id = submitted.Metadata.About;
        var edition = submitted.Seen((await submitted.Stores.Editions.WithTouchPointAsync(id, cancellationToken))?.Key);
        var request = Request(submitted, submitted.DigestOf(edition));
        return new InboxWork.Asked(edition is null ? request : request with { Edition = edition, TouchPointId = id });
    }

    /// <summary>Why this touch point cannot be asked about, for people; null when it can.</summary>
    protected virtual Task<string?> RefusalAsync(DialogCall call, PlacedPoint at, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>What stands in the fields at first, by block.</summary>
    protected virtual Task<IReadOnlyDictionary<string, string>> InitialAsync(DialogCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>What stands below the fields.</summary>
    protected virtual Task<IEnumerable<JsonObject?>> BelowAsync(DialogCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<JsonObject?>>([]);

    /// <summary>A field with what there is to choose from at this touch point; null leaves it out.</summary>
    protected virtual JsonObject? Block(FormField field, PlacedPoint at, string? initial) => field.Block(initial);
}

/// <summary>A form about one touch point of the draft.</summary>
internal abstract class DraftDialog(string verb, string title, string submit) : PointDialog(verb, title, submit)
{
    /// <inheritdoc />
    protected override Task<string?> RefusalAsync(DialogCall call, PlacedPoint at, CancellationToken cancellationToken) => Task.FromResult(
        at.Edition.IsBeforePublishing() ? null : $"The edition of week {at.Edition.Key.Week} has gone out, so it is no longer curated. What is wrong in it can be corrected or taken back.");
}

/// <summary>A touch point at the head of a modal.</summary>
internal static class PointBlocks
{
    /// <summary>Number and kind, headline, quote.</summary>
    public static IEnumerable<JsonObject?> About(PlacedPoint at)
    {
        yield return Context($"{at.Point.Rank}{Phrases.Dot}{TouchPointWords.Kind(at.Point.Kind)}{Phrases.Dot}{EditionWords.Week(at.Edition.Key.Week)}");
        yield return RichText(
            Paragraph(Run(TouchPointWords.Headline(at.Point), isBold: true)),
            Quotation(Run(TouchPointWords.Quoted(at.Point) ?? VisibleText.Nothing)));
    }
}

/// <summary>Finds the touch point that a dialog is about.</summary>
internal static class DialogPoints
{
    private const string Gone = "This touch point is no longer here: its edition was composed anew, or removed. The newest edition has what there is now.";

    /// <summary>Either it, or why it cannot be shown. What is not published yet is there for curators only.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="id">As the button carried it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<(PlacedPoint? At, string? Why)> PointAsync(this DialogCall call, string id, CancellationToken cancellationToken)
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
