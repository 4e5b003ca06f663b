using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack;

/// <summary>
/// What stands in Slack: <c>{"text","blocks"}</c>. The text is what a screen reader and a notification say; customers' words
/// stand in typed text only.
/// </summary>
internal static class SlackView
{
    /// <summary>The message for any content.</summary>
    public static JsonObject Of(MessageContent content) => content switch
    {
        EditionContent edition => Edition(edition.Card),
        TouchPointContent point => TouchPoint(point.Card, point.Rank),
        DraftContent draft => Draft(draft.Card),
        TextContent text => Words(text),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.GetType().Name, "This content has no Slack view."),
    };

    /// <summary>The first message of an edition.</summary>
    public static JsonObject Edition(EditionCard card) => SlackBody.Of(ReadAloud.Edition(card), EditionBlocks(card));

    /// <summary>The blocks of an edition's first message.</summary>
    public static IEnumerable<JsonObject?> EditionBlocks(EditionCard card) =>
    [
        Sample(card.Edition),
        Header(EditionWords.Title),
        Subtitle(card.Edition),
        Fields(EditionFigures.Of(card.Edition)),
        Ledger(card.Edition),
        Divider(),
        Ten(card),
        Context(EditionWords.Foot(card.Edition)),
        Actions(CardActions.OfEdition(card.Edition), card.PageAddress),
    ];

    /// <summary>One of the ten, in the thread of the first message.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No touch point of the edition has this rank.</exception>
    public static JsonObject TouchPoint(EditionCard card, int rank)
    {
        var point = card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).FirstOrDefault(candidate => candidate.Rank == rank)
            ?? throw new ArgumentOutOfRangeException(nameof(rank), rank, "No touch point of this edition has this number.");
        return SlackBody.Of(ReadAloud.TouchPoint(card, point), SlackTouchPoint.Blocks(card, point).Prepend(Sample(card.Edition)));
    }

    /// <summary>The draft: every touch point with a menu, the runners-up with a button that brings them in.</summary>
    public static JsonObject Draft(EditionCard card) => SlackBody.Of(ReadAloud.Draft(card),
    [
        Sample(card.Edition),
        Header($"Draft: {EditionWords.Week(card.Edition.Key.Week)}"),
        Context(EditionWords.DraftNotice(card.Edition)),
        .. card.Edition.TouchPoints.SelectMany(point => Curated(card, point, CardActions.OfDraftPoint(point))),
        card.Edition.TouchPoints.Count == 0 ? Context(EditionWords.QuietWeek(card.Edition)) : null,
        .. RunnersUp(card),
        Context(EditionWords.Foot(card.Edition)),
        Actions(CardActions.OfDraft(card.Edition)),
    ]);

    private static IEnumerable<JsonObject?> RunnersUp(EditionCard card) => EditionWords.RunnersUpTitle(card.Edition) is not { } title ? [] :
    [
        Divider(),
        RichText(Paragraph(Run(title, isBold: true))),
        .. card.Edition.RunnersUp.SelectMany(point => Curated(card, point, [new("pin", "Bring in", point.Id)])),
    ];

    // Once the edition is out or skipped there is nothing left to curate.
    private static JsonObject?[] Curated(EditionCard card, TouchPoint point, IReadOnlyList<CardAction> actions) =>
        [RichText(SlackTouchPoint.Drafted(card, point)), card.Edition.IsBeforePublishing() ? Actions(actions) : null];

    private static JsonObject Words(TextContent content) =>
        SlackBody.Of([VisibleText.Lines(content.Text, SlackBody.LongestText)], [RichText(Paragraph(Run(VisibleText.Lines(content.Text, SlackBody.LongestText)))), Actions(content.Actions)]);

    private static JsonObject? Sample(Edition edition) => edition.IsSample ? Context(EditionWords.SampleNotice) : null;

    private static JsonObject Subtitle(Edition edition)
    {
        var streak = EditionWords.StreakOf(edition);
        return Context([Plain(EditionWords.Subtitle(edition), 150), Mrkdwn($"*{streak.Value}* {streak.Sentence}")]);
    }

    private static JsonObject Ledger(Edition edition)
    {
        var runs = new List<JsonObject> { Run(EditionWords.LedgerTitle, isBold: true) };
        foreach (var line in LedgerWords.Lines(edition))
        {
            runs.Add(Run($"\n{line.Mark} "));
            runs.Add(Run(line.Strong, isBold: true));
            runs.Add(Run(Phrases.Dot + line.Rest));
        }
        if (LedgerWords.Note(edition) is { } note)
            runs.Add(Run($"\n{note}"));
        return RichText(Paragraph(runs));
    }

    /// <summary>The ten as a numbered list, compact; what a week without any says instead.</summary>
    public static JsonObject Ten(EditionCard card)
    {
        var title = Paragraph(Run(EditionWords.TenTitle(card.Edition), isBold: true));
        return card.Edition.TouchPoints.Count == 0
            ? RichText(title, Paragraph(Run(EditionWords.QuietWeek(card.Edition))))
            : RichText(title, Numbered(card.Edition.TouchPoints.Select(point => SlackTouchPoint.Item(card, point))));
    }
}
