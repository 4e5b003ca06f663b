using DigestBot.Core.Platforms;
using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>A row of figures in even columns over the full width.</summary>
internal static class TerminalFigures
{
    /// <summary>Name, value and comparison of each, one below the other.</summary>
    public static Table Row(IReadOnlyList<Figure> figures)
    {
        var row = new Table { Border = TableBorder.None, Expand = true, ShowHeaders = false };
        foreach (var _ in figures)
            row.AddColumn(new TableColumn("").Padding(0, 0, 2, 0));
        row.AddRow(figures.Select(figure => TerminalText.Of(figure.Name, TerminalPalette.Quiet)));
        row.AddRow(figures.Select(figure => TerminalText.Of(figure.Value, TerminalPalette.Strong)));
        row.AddRow(figures.Select(figure => TerminalText.Of(figure.Change, TerminalPalette.Of(figure.Tone))));
        return row;
    }
}
