using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams;

/// <summary>One of the ten in Teams: as a row of the first card, as a card of its own.</summary>
internal static class TeamsTouchPoint
{
    /// <summary>Number, headline with its facts, dot.</summary>
    public static JsonObject Row(EditionCard card, TouchPoint point, bool isFirst) => Columns(
    [
        Column("28px", Own(Phrases.Number(point.Rank), new(Size: "medium", IsBold: true, Align: "right")).With("wrap", false)),
        Column("stretch", Words([Run(TouchPointWords.Headline(point), new(IsBold: true))]), Words(Facts(card, point), spacing: "none")),
        Column("auto", Own("●", new(Color: Color(point.Kind))).With("wrap", false)).With("verticalContentAlignment", "center"),
    ], "small", hasLine: isFirst);

    /// <summary>The body of its own card.</summary>
    public static IEnumerable<JsonObject?> Body(EditionCard card, TouchPoint point)
    {
        yield return Kind(point);
        yield return Words([Run(TouchPointWords.Headline(point), new(Size: "large", IsBold: true))], spacing: "none");
        if (TouchPointWords.Quoted(point) is { } quoted)
        {
            yield return Panel(
            [
                Words([Run(quoted)]),
                Words([Run(TouchPointWords.Attribution(card.Edition, point), new(Size: "small", IsSubtle: true))], spacing: "small"),
            ]);
            yield return Figures(TouchPointWords.Figures(card.Edition, point));
        }
        if (TouchPointWords.Why(point) is { } why)
            yield return Words([Run("Why it is here: ", new(Size: "small", IsBold: true)), Run(why, new(Size: "small"))]);
        foreach (var line in TouchPointWords.Status(card.Edition, point, card.StateOf(point)))
            yield return Status(line);
    }

    private static IEnumerable<JsonObject> Facts(EditionCard card, TouchPoint point) =>
        TouchPointWords.Facts(card.Edition, point, card.StateOf(point))
            .GroupBy(fact => fact.IsStrong)
            .Select((facts, at) => Run(
                (at == 0 ? "" : Phrases.Dot) + string.Join(Phrases.Dot, facts.Select(fact => fact.Text)),
                new(Size: "small", IsSubtle: !facts.Key, IsBold: facts.Key)));

    private static JsonObject Kind(TouchPoint point)
    {
        var kind = Own($"{point.Rank}{Phrases.Dot}{TouchPointWords.Kind(point.Kind).ToUpperInvariant()}", new(Size: "small", IsBold: true, Color: Color(point.Kind)));
        return point.Department is null || point.IsRetracted
            ? kind
            : Columns([Column("stretch", kind), Column("auto", Words([Run(VisibleText.Line(point.Department, 40), new(Size: "small", IsSubtle: true))]))]);
    }

    private static JsonObject Status(StatusLine line)
    {
        var runs = new List<JsonObject> { Run($"{line.Mark} {line.Strong}", new(Size: "small", IsBold: true, Color: Color(line.Tone))) };
        if (line.Rest.Length > 0)
            runs.Add(Run(Phrases.Dot + line.Rest, new(Size: "small")));
        return Words(runs, spacing: "small");
    }
}
