using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions.Answers;

/// <summary>How well each source can be heard, in words; those that cannot come first.</summary>
internal static class SourceWords
{
    private const int Most = 40;
    private const int LongestReason = 200;

    /// <summary>The sources in the order of concern, at most forty.</summary>
    public static IEnumerable<SourceState> Ordered(IReadOnlyList<SourceState> sources) => sources.OrderBy(IsWell).Take(Most);

    /// <summary>"and 3 more"; null when all are shown.</summary>
    public static string? Rest(IReadOnlyList<SourceState> sources) => sources.Count > Most ? $"and {Phrases.Number(sources.Count - Most)} more" : null;

    /// <summary>Its name, how much was heard, what is wrong, when it was last heard in full.</summary>
    /// <param name="source">The source.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static IReadOnlyList<Fact> Facts(SourceState source, TimeZoneInfo zone)
    {
        var facts = new List<Fact> { new(Phrases.Source(source.Source), IsStrong: true), new(Phrases.Count(source.Mentions, "mention", "mentions")) };
        if (source.PausedAt is { } paused)
            facts.Add(new($"paused {Phrases.Moment(paused, zone.Id)}", IsStrong: true));
        else if (source.LastRun is not { } run)
            facts.Add(new("not read yet", IsStrong: true));
        else if (run.Failure is { } failure)
            facts.Add(new($"❗ {VisibleText.Line(failure, LongestReason)}", IsStrong: true));
        if (source.LastSuccess is { } heard)
            facts.Add(new($"heard in full {Phrases.Moment(heard, zone.Id)}"));
        if (source.Health?.IsResting == true)
            facts.Add(new("left alone for a while"));
        if (source.Health?.QuotaLeft is { } left)
            facts.Add(new(Phrases.Count(left, "request left", "requests left")));
        return facts;
    }

    private static bool IsWell(SourceState source) => source is { LastRun.Failure: null, PausedAt: null };
}
