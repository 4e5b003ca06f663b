using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigestBot.Platforms.Terminal;

/// <summary>An edition as text in a terminal, in the order of every other view. Reads well from 60 to 120 columns, with and without colours.</summary>
internal static class TerminalView
{
    private const int Indent = 6;

    /// <summary>The edition's first message: numbers, ledger, the ten with a line of facts each, coverage.</summary>
    public static void WriteEdition(IAnsiConsole console, EditionCard card)
    {
        console.WriteLine();
        foreach (var part in Parts(card))
        {
            console.Write(Margin(part));
            console.WriteLine();
        }
    }

    /// <summary>One of the ten (or a runner-up) with its quote, numbers and reasons.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No touch point of the edition has this rank.</exception>
    public static void WriteTouchPoint(IAnsiConsole console, EditionCard card, int rank)
    {
        var point = card.Edition.TouchPoints.Concat(card.Edition.RunnersUp).FirstOrDefault(candidate => candidate.Rank == rank)
            ?? throw new ArgumentOutOfRangeException(nameof(rank), rank, "No touch point of this edition has this number.");
        console.WriteLine();
        if (card.Edition.IsSample)
            console.Write(Margin(Sample()));
        console.Write(Margin(new Rows(TerminalTouchPoint.Parts(card, point))));
        console.WriteLine();
    }

    /// <summary>The edition and then each of its ten in the customers' own words: what a file or a pager gets.</summary>
    public static void WriteInFull(IAnsiConsole console, EditionCard card)
    {
        WriteEdition(console, card);
        foreach (var point in card.Edition.TouchPoints)
        {
            console.Write(Margin(new Rows(TerminalTouchPoint.Parts(card, point))));
            console.WriteLine();
        }
    }

    /// <summary><see cref="WriteEdition"/> as plain text without any escape sequence.</summary>
    public static string PlainText(EditionCard card, int width = TerminalConsole.DefaultWidth)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        WriteEdition(TerminalConsole.For(writer, isPlain: true, width), card);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static IEnumerable<IRenderable> Parts(EditionCard card)
    {
        var edition = card.Edition;
        if (edition.IsSample)
            yield return Sample();
        yield return Heading(edition);
        yield return TerminalFigures.Row(EditionFigures.Of(edition));
        yield return Ledger(edition);
        yield return Ten(card);
        yield return TerminalText.Of(EditionWords.Foot(edition), TerminalPalette.Quiet);
        if (card.PageAddress is not null)
            yield return new Paragraph("Open  ", TerminalPalette.Strong).Append(TerminalText.Safe(card.PageAddress));
    }

    private static Padder Margin(IRenderable part) => new(part, new Padding(2, 0, 2, 0));

    private static Paragraph Sample()
    {
        var (word, rest) = (EditionWords.SampleNotice[..6], EditionWords.SampleNotice[7..]);
        return new Paragraph($" {word} ", TerminalPalette.Sample).Append(rest, TerminalPalette.Quiet);
    }

    private static Table Heading(Edition edition)
    {
        var streak = EditionWords.StreakOf(edition);
        var heading = new Table { Border = TableBorder.None, Expand = true, ShowHeaders = false };
        heading.AddColumn(new TableColumn("").Padding(0, 0, 2, 0));
        heading.AddColumn(new TableColumn("").NoWrap().RightAligned().Padding(0, 0, 0, 0));
        heading.AddRow(new Text(EditionWords.Title, TerminalPalette.Strong), new Text(streak.Value, TerminalPalette.Strong));
        heading.AddRow(TerminalText.Of(EditionWords.Subtitle(edition), TerminalPalette.Quiet), new Text(streak.Sentence, TerminalPalette.Quiet));
        return heading;
    }

    private static Panel Ledger(Edition edition)
    {
        var lines = LedgerWords.Lines(edition).Select((line, at) => Promise(line, edition.Ledger[at].State)).ToList<IRenderable>();
        if (LedgerWords.Note(edition) is { } note)
            lines.Add(new Text(note, TerminalPalette.Quiet));
        return new Panel(new Rows(lines))
        {
            Header = new PanelHeader($" {EditionWords.LedgerTitle} "),
            Border = BoxBorder.Rounded,
            BorderStyle = TerminalPalette.Rule,
            Expand = true,
            Padding = new Padding(1, 0, 1, 0),
        };
    }

    // The word says the state; emoji would be two cells in one terminal and one in the next.
    private static Paragraph Promise(StatusLine line, PromiseState state) =>
        new Paragraph(LedgerWords.State(state).PadRight(9), TerminalPalette.Of(line.Tone))
            .Append(TerminalText.Safe(line.Strong), TerminalPalette.Strong)
            .Append(TerminalText.Safe(Phrases.Dot + line.Rest));

    private static Rows Ten(EditionCard card)
    {
        var rows = new List<IRenderable> { new Text(EditionWords.TenTitle(card.Edition), TerminalPalette.Strong), new Rule { Style = TerminalPalette.Rule } };
        if (card.Edition.TouchPoints.Count == 0)
            rows.Add(new Text(EditionWords.QuietWeek(card.Edition)));
        rows.AddRange(card.Edition.TouchPoints.Select(point => Line(card, point)));
        return new Rows(rows);
    }

    private static Grid Line(EditionCard card, TouchPoint point)
    {
        var rank = new Text(Phrases.Number(point.Rank), TerminalPalette.Strong).RightJustified();
        var words = new Rows(TerminalText.Of(TouchPointWords.Headline(point), TerminalPalette.Strong), TerminalTouchPoint.Facts(card, point));
        return new Grid()
            .AddColumn(new GridColumn().Width(2).Padding(0, 0, 1, 0).NoWrap())
            .AddColumn(new GridColumn().Width(1).Padding(0, 0, Indent - 4, 0).NoWrap())
            .AddColumn(new GridColumn().Padding(0, 0, 0, 0))
            .AddRow(rank, new Text("●", TerminalPalette.Of(point.Kind)), words);
    }
}
