using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams;

/// <summary>What stands in Teams: bare Adaptive Cards 1.5. Words of customers and colleagues stand in TextRuns only.</summary>
internal static class TeamsView
{
    private const int LongestWords = 3_000;

    /// <summary>The card for any content.</summary>
    public static JsonObject Of(MessageContent content) => content switch
    {
        EditionContent edition => Edition(edition.Card),
        TouchPointContent point => TouchPoint(point.Card, point.Rank),
        DraftContent draft => Draft(draft.Card),
        TextContent text => Text(text),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.GetType().Name, "This content has no Teams view."),
    };

    /// <summary>The first message of an edition.</summary>
    public static JsonObject Edition(EditionCard card) => Card(
        ReadAloud.Edition(card),
        [
            Sample(card.Edition),
            Heading(card.Edition),
            Figures(EditionFigures.Of(card.Edition)),
            Ledger(card.Edition),
            .. Ten(card),
            Coverage(card.Edition),
        ],
        [.. TeamsActions.Of(CardActions.OfEdition(card.Edition)), .. TeamsActions.Open(card.PageAddress)]);

    /// <summary>One of the ten, in the thread of the first message.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No touch point of the edition has this rank.</exception>
    public static JsonObject TouchPoint(EditionCard card, int rank)
    {
        var point = card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).FirstOrDefault(candidate => candidate.Rank == rank)
            ?? throw new ArgumentOutOfRangeException(nameof(rank), rank, "No touch point of this edition has this number.");
        return Card(
            ReadAloud.TouchPoint(card, point),
            TeamsTouchPoint.Body(card, point).Prepend(Sample(card.Edition)),
            TeamsActions.Of(CardActions.OfTouchPoint(point, card.StateOf(point))));
    }

    /// <summary>The draft: the ten as they would stand, and one row of buttons for the touch point that is chosen above them.</summary>
    public static JsonObject Draft(EditionCard card) => Card(
        ReadAloud.Draft(card),
        [
            Sample(card.Edition),
            Own($"Draft: {EditionWords.Week(card.Edition.Key.Week)}", new(Size: "large", IsBold: true)),
            Own(EditionWords.DraftNotice(card.Edition), new(IsSubtle: true, Spacing: "none")),
            .. Ten(card),
            .. Curation(card.Edition),
            Coverage(card.Edition),
        ],
        TeamsActions.Of(CardActions.OfDraft(card.Edition)));

    private static JsonObject Text(TextContent content)
    {
        var words = VisibleText.Lines(content.Text, LongestWords);
        return Card([words], words.Split('\n').Select(line => Words([Run(line.Length == 0 ? " " : line)], spacing: "none")), TeamsActions.Of(content.Actions));
    }

    private static JsonObject? Sample(Edition edition) =>
        edition.IsSample ? Own(EditionWords.SampleNotice, new(Size: "small", IsBold: true, Color: "warning")) : null;

    private static JsonObject Heading(Edition edition)
    {
        var streak = EditionWords.StreakOf(edition);
        return Columns(
        [
            Column(
                "stretch",
                Own(EditionWords.Title, new(Size: "large", IsBold: true)),
                Words([Run(EditionWords.Subtitle(edition), new(IsSubtle: true))], spacing: "none")),
            Column(
                "120px",
                Own(streak.Value, new(Size: "medium", IsBold: true, Align: "right")),
                Own(streak.Sentence, new(Size: "small", IsSubtle: true, Spacing: "none", Align: "right"))),
        ]);
    }

    private static JsonObject Ledger(Edition edition)
    {
        var lines = LedgerWords.Lines(edition).Select(line => Words(
            [Run($"{line.Mark} {line.Strong}", new(Size: "small", IsBold: true)), Run(Phrases.Dot + line.Rest, new(Size: "small"))], spacing: "small"));
        var note = LedgerWords.Note(edition) is { } words ? Own(words, new(Size: "small", IsSubtle: true, Spacing: "small")) : null;
        return Panel([Own(EditionWords.LedgerTitle, new(IsBold: true)), .. lines, .. note is null ? Enumerable.Empty<JsonObject>() : [note]]);
    }

    private static IEnumerable<JsonObject> Ten(EditionCard card)
    {
        yield return Own(EditionWords.TenTitle(card.Edition), new(Size: "medium", IsBold: true, Spacing: "medium"));
        if (card.Edition.TouchPoints.Count == 0)
            yield return Own(EditionWords.QuietWeek(card.Edition), new(HasLine: true));
        foreach (var point in card.Edition.TouchPoints)
            yield return TeamsTouchPoint.Row(card, point, isFirst: point.Rank == 1);
    }

    private static JsonObject Coverage(Edition edition) =>
        Words([Run(EditionWords.Coverage(edition), new(Size: "small", IsSubtle: true))], spacing: "medium").With("separator", true);

    private static IEnumerable<JsonObject> Curation(Edition edition)
    {
        var points = edition.TouchPoints.Concat(edition.RunnersUp).ToList();
        if (points.Count == 0)
            yield break;
        yield return new()
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "args",
            ["label"] = "Change",
            ["value"] = points[0].Id,
            ["choices"] = Array(points.Select(Choice)),
        };
        yield return new()
        {
            ["type"] = "ActionSet",
            ["actions"] = Array(TeamsActions.Of(CardActions.OfDraftPoint(points[0]).Select(action => action with { Arguments = "", IsInMenu = false }))),
        };
    }

    private static JsonObject Choice(TouchPoint point) =>
        new() { ["title"] = TeamsText.Inert($"{point.Rank}. {TouchPointWords.Headline(point)}"), ["value"] = point.Id };
}
