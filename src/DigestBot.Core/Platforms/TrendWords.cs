using DigestBot.Core.Editions;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Platforms;

/// <summary>What is said of trends and of those whom customers name beside us, in words that every view shares; plain text.</summary>
internal static class TrendWords
{
    /// <summary>Above the trends.</summary>
    public const string Title = "What is changing";

    /// <summary>Above competitors and others.</summary>
    public const string VoicesTitle = "Named beside us";

    private const int LongestName = 40;
    private const int MostNamed = 4;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

    /// <summary>"new this week", "third week in a row", "going back".</summary>
    public static string State(TrendState state, int weeks) => state switch
    {
        TrendState.Emerging => "new this week",
        TrendState.Persistent => weeks <= Ordinals.Length ? $"{Ordinals[Math.Max(2, weeks) - 1]} week in a row" : $"{Phrases.Number(weeks)} weeks in a row",
        _ => "going back",
    };

    /// <summary>Where a touch point stands as a trend; null for what is none, and for what is said to be new already.</summary>
    public static string? OfPoint(TouchPointMetrics metrics) => metrics.Trend switch
    {
        null => null,
        // What was told in some week before is no news; that so many tell it is.
        TrendState.Emerging => metrics.Weeks.SkipLast(1).Sum() is > 0 ? "a trend since this week" : null,
        { } state => State(state, metrics.TrendWeeks),
    };

    /// <summary>"14 people, 2 in a usual week, new this week".</summary>
    public static string Facts(EditionTrend trend) =>
        $"{Phrases.Count(trend.People, "person", "people")}, {Usual(trend.Usual)} in a usual week, {State(trend.State, trend.Weeks)}";

    /// <summary>"84% of the talk about us and Other Air is about us, 3 points more than last week. Named beside us: Other Air 12."; empty without any.</summary>
    public static string Voices(Edition edition)
    {
        var shares = edition.Voices.Where(voice => voice.Share is not null).Take(MostNamed).Select(Share);
        var named = edition.Voices.Where(voice => voice.WithUs > 0).OrderByDescending(voice => voice.WithUs).Take(MostNamed)
            .Select(voice => $"{Name(voice)} {Phrases.Number(voice.WithUs)}").ToList();
        return string.Join(' ', named.Count == 0 ? shares : shares.Append($"{VoicesTitle}: {string.Join(", ", named)}."));
    }

    /// <summary>"Against Other Air: 84%, 3 points more than last week."</summary>
    public static string Share(Voice voice) => $"Against {Name(voice)}: {Phrases.Percent(voice.Share ?? 0)}{Change(voice)}.";

    /// <summary>The name, fit to be shown.</summary>
    public static string Name(Voice voice) => VisibleText.Line(voice.Name, LongestName);

    private static string Change(Voice voice)
    {
        if (voice is not { Share: { } share, PreviousShare: { } before })
            return "";
        var points = (long)Math.Round((share - before) * 100, MidpointRounding.AwayFromZero);
        return points switch
        {
            0 => ", as last week",
            > 0 => $", {Phrases.Count(points, "point", "points")} more than last week",
            _ => $", {Phrases.Count(-points, "point", "points")} less than last week",
        };
    }

    private static string Usual(double usual) => usual < 1 ? "hardly anybody" : Phrases.Number((long)Math.Round(usual));
}
