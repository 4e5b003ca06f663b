using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack;

/// <summary>One of the ten in Slack: as a line of the list, as a line of the draft, as a message.</summary>
internal static class SlackTouchPoint
{
    private const int LongestComment = 280;

    /// <summary>Headline and facts: an item of the numbered list, or a paragraph that begins with its number.</summary>
    public static JsonObject Item(EditionCard card, TouchPoint point, string number = "")
    {
        var runs = new List<JsonObject> { Run(number + TouchPointWords.Headline(point), isBold: true), Run("\n") };
        foreach (var fact in TouchPointWords.Facts(card.Edition, point, card.StateOf(point)))
        {
            if (runs.Count > 2)
                runs.Add(Run(Phrases.Dot));
            runs.Add(Run(fact.Text, isBold: fact.IsStrong));
        }
        return Paragraph(runs);
    }

    /// <summary>Number, headline, facts and what curators did to it.</summary>
    public static JsonObject Drafted(EditionCard card, TouchPoint point)
    {
        var drafted = Item(card, point, $"{point.Rank}. ");
        if (Curated(point) is { Length: > 0 } curated)
            drafted["elements"]!.AsArray().Add(Run(curated));
        return drafted;
    }

    /// <summary>The blocks of its own message.</summary>
    public static IEnumerable<JsonObject?> Blocks(EditionCard card, TouchPoint point) =>
        Told(card, point).Append(Actions(CardActions.OfTouchPoint(point, card.StateOf(point))));

    /// <summary>The same without buttons.</summary>
    public static IEnumerable<JsonObject?> Told(EditionCard card, TouchPoint point)
    {
        yield return Context($"{point.Rank}{Phrases.Dot}{Kind(point)}");
        yield return Header(TouchPointWords.Headline(point));
        yield return point.IsRetracted ? Context(TouchPointWords.TakenBack) : null;
        if (TouchPointWords.Quoted(point) is { } quoted)
        {
            yield return RichText(Quotation(Run(quoted)), Said(card.Edition, point));
            yield return Fields(TouchPointWords.Figures(card.Edition, point));
        }
        if (TouchPointWords.Why(point) is { } why)
            yield return RichText(Paragraph(Run("Why it is here: ", isBold: true), Run(why)));
        if (Status(card, point) is { Count: > 0 } status)
            yield return RichText(Paragraph(status));
    }

    private static string Curated(TouchPoint point)
    {
        var pinned = point.IsPinned ? "\n📌 Pinned" : "";
        return point.Comment is null ? pinned : $"{pinned}\n💬 {VisibleText.Line(point.Comment, LongestComment)}";
    }

    private static string Kind(TouchPoint point) => point.Department is null || point.IsRetracted
        ? TouchPointWords.Kind(point.Kind)
        : TouchPointWords.Kind(point.Kind) + Phrases.Dot + VisibleText.Line(point.Department, 40);

    private static JsonObject Said(Edition edition, TouchPoint point)
    {
        var said = Run(TouchPointWords.Attribution(edition, point));
        return Link(point.Quote.Link) is { } link ? Paragraph(said, Run(Phrases.Dot), link) : Paragraph(said);
    }

    private static List<JsonObject> Status(EditionCard card, TouchPoint point)
    {
        var runs = new List<JsonObject>();
        foreach (var line in TouchPointWords.Status(card.Edition, point, card.StateOf(point)))
        {
            runs.Add(Run($"{(runs.Count > 0 ? "\n" : "")}{line.Mark} "));
            runs.Add(Run(line.Strong, isBold: true));
            if (line.Rest.Length > 0)
                runs.Add(Run(Phrases.Dot + line.Rest));
        }
        return runs;
    }
}
