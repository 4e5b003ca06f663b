using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>All that an edition is composed of. Plain data: the same material makes the same edition, to the byte.</summary>
public sealed record EditionMaterial
{
    /// <summary>The standing order.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The week it tells of, read in the digest's zone.</summary>
    public required DigestWeek Week { get; init; }

    /// <summary>The week, grouped.</summary>
    public required WeekOfStories Stories { get; init; }

    /// <summary>The week's mentions, in any order; spam and others' mentions may be among them and are passed over.</summary>
    public required IReadOnlyList<ReadMention> Mentions { get; init; }

    /// <summary>The trailing eight weeks, oldest first; null for a week that could not be heard. Fewer are taken for the latest ones.</summary>
    public required IReadOnlyList<WeekSummary?> Before { get; init; }

    /// <summary>What of the week has passed; a week that goes on is compared with the same days of the weeks before.</summary>
    public WeekPart Passed { get; init; } = WeekPart.Whole;

    /// <summary>How well each source was heard this week.</summary>
    public required IReadOnlyList<SourceCoverage> Coverage { get; init; }

    /// <summary>Sources that could not be heard in full in a trailing week: no trend is claimed on them either.</summary>
    public IReadOnlySet<string> GapsBefore { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The imported customers.</summary>
    public IReadOnlyList<Customer> Customers { get; init; } = [];

    /// <summary>What curators and executives taught.</summary>
    public IReadOnlyList<Feedback> Feedback { get; init; } = [];

    /// <summary>The promise ledger.</summary>
    public Promises Promises { get; init; } = Promises.None;

    /// <summary>The edition of the week before, when there was one: what stood in it is not news.</summary>
    public Edition? Previous { get; init; }

    /// <summary>When it is composed, UTC.</summary>
    public required DateTimeOffset ComposedAt { get; init; }
}

/// <summary>The promise ledger as the follow-ups hand it in; decisions.md 8.</summary>
/// <param name="Lines">What executives took and what became of it, in the order shown.</param>
/// <param name="Kept">Follow-ups done by their date, of those due so far; null when none was ever made.</param>
/// <param name="Due">How many were due; null when none was ever made.</param>
/// <param name="WeeksSinceActed">Weeks since a suggestion was last acted on; null when none ever was.</param>
public sealed record Promises(IReadOnlyList<LedgerLine> Lines, int? Kept, int? Due, int? WeeksSinceActed)
{
    /// <summary>Nobody ever promised anything.</summary>
    public static Promises None { get; } = new([], null, null, null);
}
