using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console;

/// <summary>Mentions a week as bars. A week that could not be heard is a dashed frame, not a zero.</summary>
internal static class WeeksChart
{
    private const int Slot = 56;
    private const int Height = 80;
    private const int Top = 18;

    /// <summary>Small, without words, for a row of the list; its label is read aloud.</summary>
    public static Html Spark(TouchPoint point)
    {
        var weeks = point.Metrics.Weeks;
        var bars = weeks.Select((week, at) => Bar(week, weeks, at, slot: 10, bar: 7, top: 0, height: 30));
        return Html.Of($"""<svg class="spark {Kind(point)}" viewBox="0 0 {weeks.Count * 10} 30" role="img" aria-label="{TouchPointWords.WeeksSpoken(weeks)}" preserveAspectRatio="none">{bars}</svg>""");
    }

    /// <summary>Large, every bar with its number and week; this week's opens the mentions behind it.</summary>
    public static Html Labelled(TouchPoint point, DigestWeek week, string evidence)
    {
        var weeks = point.Metrics.Weeks;
        var parts = weeks.Select((count, at) => Linked(Labelled(count, weeks, at, week), at == weeks.Count - 1, evidence));
        return Html.Of($"""<svg class="weeks {Kind(point)}" viewBox="0 0 {weeks.Count * Slot} {Top + Height + 20}" role="img" aria-label="{TouchPointWords.WeeksSpoken(weeks)}">{parts}</svg>""");
    }

    /// <summary>The style of a kind's colour.</summary>
    public static string Kind(TouchPoint point) => TouchPointWords.Kind(point.Kind).ToLowerInvariant();

    private static Html Labelled(int? count, IReadOnlyList<int?> weeks, int at, DigestWeek now)
    {
        var week = now.Plus(at - weeks.Count + 1);
        var style = at == weeks.Count - 1 ? "now" : "";
        var middle = Number((at * Slot) + (Slot / 2));
        var value = count is null ? "not heard" : Phrases.Number(count.Value);
        var above = Number(Top + Height - Tall(count, weeks, Height) - 5);
        return Html.Of($"""<g><title>{EditionWords.Week(week)}: {value}</title>{Bar(count, weeks, at, Slot, 40, Top, Height)}<text class="{style}" x="{middle}" y="{above}">{(count is null ? "?" : value)}</text><text class="{style}" x="{middle}" y="{Top + Height + 15}">wk {week.Number}</text></g>""");
    }

    private static Html Linked(Html bar, bool isNow, string evidence) => isNow ? Html.Of($"""<a href="{evidence}">{bar}</a>""") : bar;

    private static Html Bar(int? count, IReadOnlyList<int?> weeks, int at, int slot, int bar, int top, int height)
    {
        var tall = Tall(count, weeks, height);
        var style = count is null ? "gap" : at == weeks.Count - 1 ? "bar now" : "bar";
        return Html.Of($"""<rect class="{style}" x="{(at * slot) + ((slot - bar) / 2)}" y="{Number(top + height - tall)}" width="{bar}" height="{Number(tall)}"/>""");
    }

    // At least a hair, so that a zero is seen to be a zero.
    private static double Tall(int? count, IReadOnlyList<int?> weeks, int height) =>
        count is { } known ? Math.Max(1.5, (double)known * height / Math.Max(1, weeks.Max() ?? 1)) : height / 3.0;

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
