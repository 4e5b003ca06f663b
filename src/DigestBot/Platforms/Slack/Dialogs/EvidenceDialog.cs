using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack.Answers;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>"Evidence": why a touch point is here, and the mentions behind it, newest first, page by page.</summary>
internal sealed class EvidenceDialog : ISlackDialog
{
    /// <summary>Mentions on a page.</summary>
    public const int PageSize = 5;

    private const int LongestText = 500;

    /// <inheritdoc />
    public string Name => "evidence";

    /// <inheritdoc />
    public string Title => "Evidence";

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length > 0;

    /// <inheritdoc />
    public async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        var about = new ActionArguments(call.Press.About);
        var (at, why) = await call.PointAsync(about.TakeWord(), cancellationToken);
        if (at is null)
            return SlackModal.Words(Name, Title, why!);
        var page = Math.Clamp(about.TryTakeNumber(out var asked) ? asked : 1, 1, Last(at));
        var shown = EvidenceOrder.Of(at).Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var found = await call.Stores.Mentions.FindAsync([.. shown], cancellationToken);
        var comments = await call.Stores.CommentsOnAsync(at, cancellationToken);
        var said = comments.Count == 0 ? null : MentionRows.Said(comments);
        return SlackModal.Shown(Name, Title, [.. PointBlocks.About(at), Why(at), said, Divider(), .. Page(call, at, page, found)], call.Metadata);
    }

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken) =>
        Task.FromResult<InboxWork>(new InboxWork.Nothing());

    private static JsonObject? Why(PlacedPoint at) => TouchPointWords.Why(at.Point) is { } why
        ? RichText(Paragraph(Run("Why it is here: ", isBold: true), Run(why)))
        : null;

    private static IEnumerable<JsonObject?> Page(DialogCall call, PlacedPoint at, int page, IReadOnlyList<ReadMention> found)
    {
        var all = EvidenceOrder.Of(at);
        foreach (var read in found)
        {
            yield return RichText(Quotation(Run(MentionWords.Text(read, LongestText))));
            yield return Section(MentionWords.Said(read, call.Zone), Open(at, all.IndexOf(read.Mention.Id)));
        }
        if (found.Count == 0)
            yield return Context("Nothing of this page is kept any more: mentions are forgotten after a set time, or when their author asks for it.");
        yield return Context($"{Range(page, all.Count)}{Phrases.Count(all.Count, "mention", "mentions")}, newest first");
        yield return Turn(at, page);
    }

    // "6 to 10 of "; nothing where all are in sight.
    private static string Range(int page, int all)
    {
        var first = ((page - 1) * PageSize) + 1;
        return all <= PageSize ? "" : $"{Phrases.Number(first)} to {Phrases.Number(Math.Min(all, first + PageSize - 1))} of ";
    }

    private static JsonObject Open(PlacedPoint at, int index) =>
        Button(new("mention", "Open", string.Create(CultureInfo.InvariantCulture, $"{at.Point.Id} {index}")));

    private static JsonObject? Turn(PlacedPoint at, int page)
    {
        var buttons = new List<CardAction>();
        if (page > 1)
            buttons.Add(new("evidence", "Newer", Numbered(at, page - 1)));
        if (page < Last(at))
            buttons.Add(new("evidence", "Older", Numbered(at, page + 1)));
        return Actions(buttons);
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
