using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Editions;

/// <summary>A story chosen for an edition, complete enough to be shown without looking anything up.</summary>
public sealed record TouchPoint
{
    /// <summary>Opaque and stable: the same story in the same edition keeps it when the edition is recomposed. Letters and digits, at most 16.</summary>
    public required string Id { get; init; }

    /// <summary>The story's key.</summary>
    public required string StoryKey { get; init; }

    /// <summary>Place in the edition, from 1; runners-up go on from 11.</summary>
    public required int Rank { get; init; }

    /// <summary>What it is.</summary>
    public required TouchPointKind Kind { get; init; }

    /// <summary>At most 100 characters, plain text, personal data masked. Says nothing that no mention says.</summary>
    public required string Headline { get; init; }

    /// <summary>One customer's words, whole sentences, at most 280 characters, personal data masked.</summary>
    public required Quote Quote { get; init; }

    /// <summary>The part of the firm it matters to, or null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Why it is here: clauses with numbers, strongest first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>All its mentions of the week.</summary>
    public required IReadOnlyList<MentionId> MentionIds { get; init; }

    /// <summary>Its numbers.</summary>
    public required TouchPointMetrics Metrics { get; init; }

    /// <summary>The headline is a language model's, checked against the mentions; otherwise it is extracted, counted or a curator's.</summary>
    public bool IsWorded { get; init; }

    /// <summary>Headline and quote in the readers' language; null where they are in it already, or nobody translated them.</summary>
    public Translation? Translation { get; init; }

    /// <summary>A curator's comment, plain text, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Pinned by a curator: stays in when the edition is recomposed.</summary>
    public bool IsPinned { get; init; }

    /// <summary>What was wrong, when it was corrected after publishing; shown beside it on every audience.</summary>
    public string? Correction { get; init; }

    /// <summary>Taken back after publishing: the place stays, headline and quote are gone.</summary>
    public bool IsRetracted { get; init; }
}

/// <summary>One customer's words in a touch point.</summary>
/// <param name="Text">Masked, whole sentences, at most 280 characters.</param>
/// <param name="Mention">Whose words they are.</param>
/// <param name="SaidAt">When, UTC.</param>
/// <param name="Language">ISO 639-1 or <c>und</c>.</param>
/// <param name="Link">The original, or null.</param>
public sealed record Quote(string Text, MentionId Mention, DateTimeOffset SaidAt, string Language, string? Link);

/// <summary>What a touch point says, in the readers' language.</summary>
/// <param name="Language">Which, ISO 639-1.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Quote">The quote.</param>
public sealed record Translation(string Language, string Headline, string Quote);

/// <summary>The numbers of a touch point; each can be opened down to its mentions.</summary>
public sealed record TouchPointMetrics
{
    /// <summary>Mentions in the week.</summary>
    public required int Mentions { get; init; }

    /// <summary>Unique authors among them.</summary>
    public required int Authors { get; init; }

    /// <summary>People reached; see decisions.md 4.</summary>
    public required long Reach { get; init; }

    /// <summary>Likes, reposts and replies.</summary>
    public required long Engagement { get; init; }

    /// <summary>Mean, -1 to 1.</summary>
    public required double Sentiment { get; init; }

    /// <summary>Mentions in the week before; null when that week could not be heard.</summary>
    public int? PreviousWeek { get; init; }

    /// <summary>Mentions in the trailing eight weeks and this one, oldest first; null where nothing was heard.</summary>
    public required IReadOnlyList<int?> Weeks { get; init; }

    /// <summary>Weeks in a row up to this one in which it was told, at least 1.</summary>
    public required int WeeksRunning { get; init; }

    /// <summary>Weeks in a row up to this one in which it stood in an edition, at least 1: "still open, week 3".</summary>
    public int EditionsRunning { get; init; } = 1;

    /// <summary>Mentions by source, most first.</summary>
    public required IReadOnlyList<Stories.SourceCount> Sources { get; init; }

    /// <summary>Accounts of the imported customers' list among the authors, by name; empty without a list.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];
}
