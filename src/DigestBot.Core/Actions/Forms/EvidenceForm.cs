using System.Globalization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Evidence": why a touch point is here, and the mentions behind it, newest first, page by page.</summary>
internal sealed class EvidenceForm : ReadingForm
{
    /// <summary>Mentions on a page.</summary>
    public const int PageSize = 5;

    private const int LongestText = 500;

    /// <inheritdoc />
    public override string Name => "evidence";

    /// <inheritdoc />
    public override string Title => "Evidence";

    /// <inheritdoc />
    public override async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        var about = new ActionArguments(call.About);
        var (at, why) = await call.PointAsync(about.TakeWord(), cancellationToken);
        if (at is null)
            return new FormPage.Words(why!);
        var page = Math.Clamp(about.TryTakeNumber(out var asked) ? asked : 1, 1, Last(at));
        var shown = EvidenceOrder.Of(at).Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var found = await call.Stores.Mentions.FindAsync([.. shown], cancellationToken);
        var comments = await call.Stores.CommentsOnAsync(at, cancellationToken);
        return new FormPage.Shown([.. PointParts.About(at), .. Why(at), .. Said(comments), new FormPart.Rule(), .. Page(call, at, page, found)]);
    }

    private static IEnumerable<FormPart> Why(PlacedPoint at) =>
        TouchPointWords.Why(at.Point) is { } why ? [new FormPart.Labelled("Why it is here: ", why)] : [];

    private static IEnumerable<FormPart> Said(IReadOnlyList<ShownComment> comments) => comments.Count == 0 ? [] : [new FormPart.Comments(comments)];

    private static IEnumerable<FormPart> Page(FormCall call, PlacedPoint at, int page, IReadOnlyList<ReadMention> found)
    {
        var all = EvidenceOrder.Of(at);
        foreach (var read in found)
        {
            yield return new FormPart.Quoted(MentionWords.Text(read, LongestText));
            yield return new FormPart.Row(MentionWords.Said(read, call.Zone), Open(at, all.IndexOf(read.Mention.Id)));
        }
        if (found.Count == 0)
            yield return new FormPart.Small("Nothing of this page is kept any more: mentions are forgotten after a set time, or when their author asks for it.");
        yield return new FormPart.Small($"{Range(page, all.Count)}{Phrases.Count(all.Count, "mention", "mentions")}, newest first");
        yield return Turn(at, page);
    }

    // "6 to 10 of "; nothing where all are in sight.
    private static string Range(int page, int all)
    {
        var first = ((page - 1) * PageSize) + 1;
        return all <= PageSize ? "" : $"{Phrases.Number(first)} to {Phrases.Number(Math.Min(all, first + PageSize - 1))} of ";
    }

    private static CardAction Open(PlacedPoint at, int index) =>
        new("mention", "Open", string.Create(CultureInfo.InvariantCulture, $"{at.Point.Id} {index}"));

    private static FormPart.Buttons Turn(PlacedPoint at, int page)
    {
        var buttons = new List<CardAction>();
        if (page > 1)
            buttons.Add(new("evidence", "Newer", Numbered(at, page - 1)));
        if (page < Last(at))
            buttons.Add(new("evidence", "Older", Numbered(at, page + 1)));
        return new(buttons);
    }

    private static string Numbered(PlacedPoint at, int page) => string.Create(CultureInfo.InvariantCulture, $"{at.Point.Id} {page}");

    private static int Last(PlacedPoint at) => Math.Max(1, (at.Point.MentionIds.Count + PageSize - 1) / PageSize);
}

/// <summary>The order in which the mentions behind a touch point are shown.</summary>
internal static class EvidenceOrder
{
    /// <summary>Newest first: a story keeps them oldest first.</summary>
    public static List<MentionId> Of(PlacedPoint at) => [.. at.Point.MentionIds.Reverse()];
}
