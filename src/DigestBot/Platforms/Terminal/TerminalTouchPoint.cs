using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigestBot.Platforms.Terminal;

/// <summary>One of the ten: kind, headline, what a customer said, numbers, why it is here, what people did with it.</summary>
internal static class TerminalTouchPoint
{
    /// <summary>Its parts from top to bottom.</summary>
    public static IEnumerable<IRenderable> Parts(EditionCard card, TouchPoint point)
    {
        yield return Kind(point);
        yield return TerminalText.Of(TouchPointWords.Headline(point), TerminalPalette.Strong);
        if (TouchPointWords.Quoted(point) is { } quoted)
        {
            yield return Text.Empty;
            yield return Said(card.Edition, point, quoted);
            yield return Text.Empty;
            yield return TerminalFigures.Row(TouchPointWords.Figures(card.Edition, point));
            yield return Text.Empty;
        }
        if (TouchPointWords.Why(point) is { } why)
            yield return new Paragraph("Why it is here: ", TerminalPalette.Strong).Append(TerminalText.Safe(why));
        foreach (var line in TouchPointWords.Status(card.Edition, point, card.StateOf(point)))
            yield return Status(line);
    }

    /// <summary>Its line of facts.</summary>
    public static Paragraph Facts(EditionCard card, TouchPoint point)
    {
        var line = new Paragraph();
        foreach (var fact in TouchPointWords.Facts(card.Edition, point, card.StateOf(point)))
        {
            if (line.Length > 0)
                line.Append(Phrases.Dot, TerminalPalette.Quiet);
            line.Append(TerminalText.Safe(fact.Text), fact.IsStrong ? TerminalPalette.Strong : TerminalPalette.Quiet);
        }
        return line;
    }

    private static Paragraph Kind(TouchPoint point)
    {
        var kind = $"{point.Rank} {Phrases.Dot.Trim()} {TouchPointWords.Kind(point.Kind).ToUpperInvariant()}";
        var line = new Paragraph(kind, TerminalPalette.Of(point.Kind));
        return point.Department is null ? line : line.Append(TerminalText.Safe(Phrases.Dot + point.Department), TerminalPalette.Quiet);
    }

    private static Padder Said(Edition edition, TouchPoint point, string quoted) => new(
        new Rows(
            TerminalText.Of(quoted, TerminalPalette.Said),
            TerminalText.Of(TouchPointWords.Attribution(edition, point), TerminalPalette.Quiet)),
        new Padding(2, 0, 2, 0));

    private static Paragraph Status(StatusLine line) =>
        new Paragraph(TerminalText.Safe(line.Strong), TerminalPalette.Strong)
            .Append(line.Rest.Length == 0 ? "" : TerminalText.Safe(Phrases.Dot + line.Rest), TerminalPalette.Of(line.Tone));
}
