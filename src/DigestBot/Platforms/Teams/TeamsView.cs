using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams;

/// <summary>What stands in Teams: bare Adaptive Cards. Words of customers and colleagues stand in TextRuns only.</summary>
internal static class TeamsView
{
    private const int LongestWords = 3_000;

    /// <summary>The card for any content.</summary>
    /// <param name="content">What to show.</param>
    /// <param name="viewers">Whose eyes it is for; null where everybody may press everything.</param>
    public static JsonObject Of(MessageContent content, TeamsViewers? viewers = null) => TeamsSize.Fitted(Drawn(content, viewers));

    /// <summary>The first message of an edition.</summary>
    public static JsonObject Edition(EditionCard card) => Card(
        ReadAloud.Edition(card), EditionBody(card), [.. TeamsActions.Of(CardActions.OfEdition(card.Edition)), .. TeamsActions.Open(card.PageAddress)]);

    /// <summary>The body of an edition's first message.</summary>
    public static IEnumerable<JsonObject?> EditionBody(EditionCard card) =>
    [
        Sample(card.Edition),
        Heading(card.Edition),
        Figures(EditionFigures.Of(card.Edition)),
        Ledger(card.Edition),
        .. Ten(card, TeamsTouchPoint.Row),
        Said(card.Edition),
        Coverage(card.Edition),
    ];

    /// <summary>One of the ten, in the thread of the first message.</summary>
    /// <param name="card">The edition with its states.</param>
    /// <param name="rank">Which one.</param>
    /// <param name="viewers">Whose eyes it is for; null where everybody may press everything.</param>
    /// <exception cref="ArgumentOutOfRangeException">No touch point of the edition has this rank.</exception>
    public static JsonObject TouchPoint(EditionCard card, int rank, TeamsViewers? viewers = null)
    {
        var point = card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).FirstOrDefault(candidate => candidate.Rank == rank)
            ?? throw new ArgumentOutOfRangeException(nameof(rank), rank, "No touch point of this edition has this number.");
        viewers ??= TeamsViewers.Everybody;
        var state = card.StateOf(point);
        // Teams shows no mentions in a card that it asked for itself, only their tags (AdaptiveCards issue 8832).
        var owner = state.FollowUp is null || viewers.IsPersonal ? null : TeamsMention.OrNull(state.OwnerId, state.Owner);
        var told = Card(
            ReadAloud.TouchPoint(card, point),
            TeamsTouchPoint.Body(card, point, owner).Prepend(Sample(card.Edition)),
            TeamsActions.Of(viewers.Actions(point, state)));
        return viewers.On(owner?.On(told) ?? told);
    }

    /// <summary>The draft: the ten as they would stand, what just missed, and one row of buttons for the one that is chosen above them.</summary>
    public static JsonObject Draft(EditionCard card) => Card(
        ReadAloud.Draft(card),
        [
            Sample(card.Edition),
            Own($"Draft: {EditionWords.Week(card.Edition.Key.Week)}", new(Size: "large", IsBold: true)),
            Words(EditionWords.DraftNotice(card.Edition), new(IsSubtle: true, Spacing: "none")),
            .. Ten(card, TeamsTouchPoint.Drafted),
            .. RunnersUp(card),
            .. Curation(card.Edition),
            Coverage(card.Edition),
        ],
        TeamsActions.Of(CardActions.OfDraft(card.Edition)));

    /// <summary>Written on every card of the sample company; null for others.</summary>
    public static JsonObject? Sample(Edition edition) =>
        edition.IsSample ? Own(EditionWords.SampleNotice, Look.SmallStrong with { Color = "warning" }) : null;

    /// <summary>Plain words, line by line.</summary>
    /// <param name="words">The words.</param>
    /// <param name="hasTitle">The first line says what the others are about.</param>
    public static IEnumerable<JsonObject> Lines(string words, bool hasTitle = false) =>
        words.Split('\n').Select((line, at) => Words(line.Length == 0 ? " " : line, new(IsBold: hasTitle && at == 0, Spacing: at == 0 ? null : "small")));

    private static JsonObject Drawn(MessageContent content, TeamsViewers? viewers) => content switch
    {
        EditionContent edition => Edition(edition.Card),
        TouchPointContent point => TouchPoint(point.Card, point.Rank, viewers),
        DraftContent draft => Draft(draft.Card),
        TextContent text => Text(text),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.GetType().Name, "This content has no Teams view."),
    };

    private static JsonObject Text(TextContent content)
    {
        var words = VisibleText.Lines(content.Text, LongestWords);
        return Card([words], Lines(words, hasTitle: words.Contains('\n')), TeamsActions.Of(content.Actions));
    }

    private static JsonObject Heading(Edition edition)
    {
        var streak = EditionWords.StreakOf(edition);
        return Columns(
        [
            Column(
                "stretch",
                Own(EditionWords.Title, new(Size: "large", IsBold: true)),
                Words(EditionWords.Subtitle(edition), new(IsSubtle: true, Spacing: "none"))),
            Column(
                "120px",
                Own(streak.Value, new(Size: "medium", IsBold: true, Align: "right")),
                Own(streak.Sentence, new(Size: "small", IsSubtle: true, Spacing: "none", Align: "right"))),
        ]);
    }

    private static JsonObject Ledger(Edition edition)
    {
        var lines = LedgerWords.Lines(edition).Select(line =>
            Words([Run($"{line.Mark} {line.Strong}", Look.SmallStrong), Run(Phrases.Dot + line.Rest, Look.Small)], spacing: "small"));
        var note = LedgerWords.Note(edition) is { } words ? Own(words, Look.Subtle with { Spacing = "small" }) : null;
        return Panel([Own(EditionWords.LedgerTitle, Look.Strong), .. lines, note]);
    }

    private static IEnumerable<JsonObject> Ten(EditionCard card, Func<EditionCard, TouchPoint, bool, JsonObject> row)
    {
        yield return Own(EditionWords.TenTitle(card.Edition), new(Size: "medium", IsBold: true, Spacing: "medium"));
        if (card.Edition.TouchPoints.Count == 0)
            yield return Own(EditionWords.QuietWeek(card.Edition), new(HasLine: true));
        foreach (var point in card.Edition.TouchPoints)
            yield return row(card, point, point.Rank == 1);
    }

    private static IEnumerable<JsonObject> RunnersUp(EditionCard card) => EditionWords.RunnersUpTitle(card.Edition) is not { } title ? [] :
    [
        Own(title, new(Size: "medium", IsBold: true, Spacing: "medium")),
        .. card.Edition.RunnersUp.Select((point, at) => TeamsTouchPoint.Drafted(card, point, at == 0)),
    ];

    private static JsonObject Coverage(Edition edition) =>
        Words(EditionWords.Foot(edition), Look.Subtle with { Spacing = "medium" }).With("separator", true);

    private static JsonObject? Said(Edition edition)
    {
        if (EditionWords.Sources(edition) is not { Count: > 1 } sources)
            return null;
        var counts = string.Join(Phrases.Dot, sources.Select(source => $"{source.Name} {Phrases.Number(source.Mentions)}"));
        var words = Words([Run($"{EditionWords.SourcesTitle}: ", Look.SmallStrong), Run(counts, Look.Small)], spacing: "medium");
        return TeamsExtras.Parts(EditionWords.SourcesTitle, sources, words.With("separator", true)).With("separator", true);
    }

    // Once the edition is out or skipped there is nothing left to curate.
    private static IEnumerable<JsonObject?> Curation(Edition edition)
    {
        var points = edition.TouchPoints.Concat(edition.RunnersUp).ToList();
        if (points.Count == 0 || !edition.IsBeforePublishing())
            yield break;
        yield return new()
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "args",
            ["label"] = "Change",
            ["value"] = points[0].Id,
            ["choices"] = Array(points.Select(Choice)),
        };
        yield return Buttons(CardActions.OfDraftPoint(points[0] with { IsPinned = false }).Select(action => action with { Arguments = "" }));
    }

    private static JsonObject Choice(TouchPoint point) =>
        new() { ["title"] = TeamsText.Inert($"{point.Rank}. {TouchPointWords.Headline(point)}"), ["value"] = point.Id };
}
