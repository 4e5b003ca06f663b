using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>What holds the mentions of a story together.</summary>
public enum StoryBasis
{
    /// <summary>Copies, quotes and rewordings of one text.</summary>
    Copies = 0,

    /// <summary>One happening told in different words, close in time.</summary>
    Event = 1,

    /// <summary>The same concern or praise from many people ("lost luggage"), week after week.</summary>
    Topic = 2,
}

/// <summary>Mentions of one week that tell the same thing, across sources: the candidate for the digest.</summary>
public sealed record Story
{
    /// <summary>
    /// What it is about, stable over weeks and runs: the same concern next week has the same key
    /// (<c>issue:lost luggage</c>). Never shown to people.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Readable subject in lower case: a topic or a key phrase.</summary>
    public required string Subject { get; init; }

    /// <summary>What held it together.</summary>
    public required StoryBasis Basis { get; init; }

    /// <summary>The kind that most of its mentions have.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The department that most of its mentions matter to, or null.</summary>
    public string? Department { get; init; }

    /// <summary>Its mentions of this week that count, by time, then id.</summary>
    public required IReadOnlyList<ReadMention> Mentions { get; init; }

    /// <summary>Unique authors: handle and source together.</summary>
    public required int Authors { get; init; }

    /// <summary>Sum over unique authors of max(views, followers, 1), plus reposts; decisions.md 4.</summary>
    public required long Reach { get; init; }

    /// <summary>Likes, reposts and replies added up.</summary>
    public required long Engagement { get; init; }

    /// <summary>Mean of the sentiment scores, -1 to 1.</summary>
    public required double Sentiment { get; init; }

    /// <summary>Sources that it was told on, by number of mentions, then name.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>
    /// People this week by people usual at this week's volume of talk, for what bursts (a trend); 0 for everything else.
    /// Claimed only when chance alone would hardly ever make it, looking at all terms of the week.
    /// </summary>
    public double Burst { get; init; }

    /// <summary>How likely chance alone makes such a burst, 0 to 1, before correcting for the terms looked at; 1 where nothing bursts.</summary>
    public double BurstChance { get; init; } = 1;

    /// <summary>Where it stands as a trend; null for what is none.</summary>
    public TrendState? Trend { get; init; }

    /// <summary>Weeks in a row up to this one in which it burst; 0 for what is no trend.</summary>
    public int TrendWeeks { get; init; }

    /// <summary>
    /// Mentions and authors of the same key in the weeks before, oldest first, one entry for each of the trailing eight weeks;
    /// null where a week could not be heard ("silence is not zero") or lies before the first mention of all.
    /// </summary>
    public required IReadOnlyList<WeekCount?> Before { get; init; }
}

/// <summary>How often something was told in a week.</summary>
/// <param name="Mentions">Posts.</param>
/// <param name="Authors">Unique authors among them.</param>
public readonly record struct WeekCount(int Mentions, int Authors);
