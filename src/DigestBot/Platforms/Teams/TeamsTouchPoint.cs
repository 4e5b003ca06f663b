using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams;

/// <summary>One of the ten in Teams: as a row of the first card, as a row of the draft, as a card of its own.</summary>
internal static class TeamsTouchPoint
{
    private const int LongestComment = 140;
    private const int LongestDepartment = 40;

    /// <summary>Number, headline with its facts, dot.</summary>
    public static JsonObject Row(EditionCard card, TouchPoint point, bool isFirst) => Row(card, point, isFirst, []);

    /// <summary>The same with what curators did to it.</summary>
    public static JsonObject Drafted(EditionCard card, TouchPoint point, bool isFirst) => Row(card, point, isFirst, Curated(point));

    /// <summary>The same with whatever belongs below the facts.</summary>
    /// <param name="card">The edition with its states.</param>
    /// <param name="point">The touch point.</param>
    /// <param name="hasLine">A line separates it from what stands above.</param>
    /// <param name="more">What stands below.</param>
    public static JsonObject Row(EditionCard card, TouchPoint point, bool hasLine, IEnumerable<JsonObject> more) => Columns(
    [
        Column("28px", Own(Phrases.Number(point.Rank), new(Size: "medium", IsBold: true, Align: "right")).With("wrap", false)),
        Column(
            "stretch",
            [
                Words(TouchPointWords.Headline(point), Look.Strong),
                Words(Facts(TouchPointWords.Facts(card.Edition, point, card.StateOf(point))), spacing: "none"),
                .. more,
            ]),
        Column("auto", Own("●", new(Color: Color(point.Kind))).With("wrap", false)),
    ], "small", hasLine);

    /// <summary>The body of its own card.</summary>
    /// <param name="card">The edition with its states.</param>
    /// <param name="point">The touch point.</param>
    /// <param name="owner">Its owner as somebody to be mentioned, or null.</param>
    public static IEnumerable<JsonObject?> Body(EditionCard card, TouchPoint point, TeamsMention? owner = null)
    {
        yield return Kind(point);
        yield return Words([Run(TouchPointWords.Headline(point), new(Size: "large", IsBold: true))], spacing: "small");
        if (point.IsRetracted)
            yield return Own(TouchPointWords.TakenBack, new(IsSubtle: true));
        if (TouchPointWords.Quoted(point) is { } quoted)
        {
            yield return Quotation(quoted, TouchPointWords.Attribution(card.Edition, point), point.Quote.Link);
            yield return Figures(TouchPointWords.Figures(card.Edition, point));
        }
        if (TouchPointWords.Why(point) is { } why)
            yield return Words([Run("Why it is here: ", Look.SmallStrong), Run(why, Look.Small)]);
        foreach (var line in Status(card, point, owner))
            yield return line;
    }

    /// <summary>Somebody's words with who said them, and the way to the original.</summary>
    /// <param name="words">In quotation marks where they are a customer's.</param>
    /// <param name="said">Who, where, when.</param>
    /// <param name="link">The original, or null; only a web address becomes a link.</param>
    public static JsonObject Quotation(string words, string said, string? link) =>
        Panel([Words(words), Words([Run(said, Look.Subtle), .. Original(link)], spacing: "small")]);

    private static IEnumerable<JsonObject> Curated(TouchPoint point)
    {
        if (point.IsPinned)
            yield return Own("📌 Pinned", Look.Subtle with { Spacing = "none" });
        if (point.Comment is { } comment)
            yield return Words($"💬 {VisibleText.Line(comment, LongestComment)}", Look.Subtle with { Spacing = "none" });
    }

    private static JsonObject Kind(TouchPoint point)
    {
        var words = $"{point.Rank}{Phrases.Dot}{TouchPointWords.Kind(point.Kind)}";
        var color = Color(point.Kind);
        var kind = TeamsExtras.Badge(words, color, Own(words.ToUpperInvariant(), Look.SmallStrong with { Color = color }));
        return point.Department is null || point.IsRetracted ? kind : Columns(
        [
            Column("auto", kind),
            Column("stretch", Words(VisibleText.Line(point.Department, LongestDepartment), Look.Subtle).With("horizontalAlignment", "right"))
                .With("verticalContentAlignment", "center"),
        ]);
    }

    private static IEnumerable<JsonObject> Status(EditionCard card, TouchPoint point, TeamsMention? owner)
    {
        var isFirst = true;
        foreach (var line in TouchPointWords.Status(card.Edition, point, card.StateOf(point)))
        {
            yield return Status(line, isFirst);
            isFirst = false;
        }
        if (owner is not null && card.StateOf(point).FollowUp is { } number)
            yield return Own($"{owner.Text}: when it is done, tell me “done {Phrases.Number(number)}” and what came of it.", Look.Small with { Spacing = "small" });
    }

    private static JsonObject Status(StatusLine line, bool isFirst)
    {
        var runs = new List<JsonObject> { Run($"{line.Mark} {line.Strong}", Look.SmallStrong with { Color = Color(line.Tone) }) };
        if (line.Rest.Length > 0)
            runs.Add(Run(Phrases.Dot + line.Rest, Look.Small));
        var status = Words(runs, spacing: isFirst ? "medium" : "small");
        return isFirst ? status.With("separator", true) : status;
    }
}
