namespace DigestBot.Core.Understanding;

/// <summary>What a mention is, from the company's point of view.</summary>
public enum MentionKind
{
    /// <summary>None of the others: news, chatter, a neutral remark.</summary>
    Other = 0,

    /// <summary>Praise or thanks that is meant.</summary>
    Win = 1,

    /// <summary>A complaint, a fault, a bad experience.</summary>
    Issue = 2,

    /// <summary>A request or idea that the company could act on.</summary>
    Suggestion = 3,

    /// <summary>Somebody wants to know something.</summary>
    Question = 4,
}

/// <summary>How a mention feels.</summary>
public enum Sentiment
{
    /// <summary>Score clearly below zero.</summary>
    Negative = -1,

    /// <summary>No feeling, or as much of one as of the other.</summary>
    Neutral = 0,

    /// <summary>Score clearly above zero.</summary>
    Positive = 1,
}

/// <summary>A part of a text, in UTF-16 units.</summary>
/// <param name="Start">Index of the first unit.</param>
/// <param name="Length">Number of units, at least 1.</param>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>What one mention means. Made by an <see cref="IMentionReader"/>; same text, same insight.</summary>
public sealed record Insight
{
    /// <summary>ISO 639-1 in lower case, or <c>und</c> when it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>Sentiment as one of three.</summary>
    public required Sentiment Sentiment { get; init; }

    /// <summary>-1 (worst) to 1 (best).</summary>
    public required double SentimentScore { get; init; }

    /// <summary>The one kind it counts as.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>What the labels of a model that was taught call the kind (<c>bug</c>), or null without such a model.</summary>
    public string? KindName { get; init; }

    /// <summary>0 to 1; 0.5 and above is a suggestion, whatever <see cref="Kind"/> won.</summary>
    public required double SuggestionScore { get; init; }

    /// <summary>A complaint may carry a suggestion too.</summary>
    public bool IsSuggestion => SuggestionScore >= 0.5;

    /// <summary>0 (a remark) to 1 (danger, legal, money lost, service down).</summary>
    public double Severity { get; init; }

    /// <summary>Names of topics that it is about, best first; readable, lower case ("lost luggage"). At most five.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Key phrases as said, folded to lower case, best first. At most eight.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>The part of the firm it matters to, or null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>The brand is named.</summary>
    public bool NamesBrand { get; init; }

    /// <summary>Competitors named, as configured.</summary>
    public IReadOnlyList<string> Competitors { get; init; } = [];

    /// <summary>Names, addresses, numbers of persons to mask wherever the text is shown; in order, not overlapping.</summary>
    public IReadOnlyList<TextSpan> PersonalData { get; init; } = [];

    /// <summary>Advertising, link bait, generated filler: kept, counted nowhere, shown nowhere.</summary>
    public bool IsSpam { get; init; }

    /// <summary>Names an excluded word, so it is about something else of the same name.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Ours unless it names only competitors, or an excluded word; decisions.md 1.</summary>
    public bool IsAboutUs => !IsExcluded && (NamesBrand || Competitors.Count == 0);
}
