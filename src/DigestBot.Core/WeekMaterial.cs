using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.LanguageModels;

namespace DigestBot.Core;

/// <summary>
/// Gathers what an edition is composed of. Of the weeks before it reads their summaries only, and makes the missing ones, so
/// that composing costs the same after a year as after a month.
/// </summary>
public sealed class WeekMaterial(
    IMentionStore mentions, IWeekSummaryStore summaries, WeekCoverage coverage, ITeachings teachings, LedgerWriter ledger,
    IEditionStore editions, SecondOpinion opinion, TimeProvider clock)
{
    private const int TrailingWeeks = 8;
    private static readonly TimeSpan FeedbackCounts = TimeSpan.FromDays(7 * 26);

    /// <summary>Everything that the edition of a week is made of, as of now.</summary>
    /// <param name="digest">Whose edition.</param>
    /// <param name="week">Which week.</param>
    /// <param name="session">What the edition may ask of a language model, where one is configured.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<EditionMaterial> OfAsync(Digest digest, DigestWeek week, ModelSession session, CancellationToken cancellationToken)
    {
        var said = await opinion.OfAsync(await SaidAsync(digest.Zone, week, cancellationToken), session, cancellationToken);
        var before = await BeforeAsync(digest.Zone, week, cancellationToken);
        var promises = await ledger.WriteAsync(digest, cancellationToken);
        return new()
        {
            Digest = digest,
            Week = week,
            Mentions = said,
            Before = before,
            Stories = await GroupAsync(digest.Zone, week, said, before, cancellationToken),
            Coverage = await coverage.OfAsync(digest.Zone, week, said, before, cancellationToken),
            GapsBefore = await coverage.GapsAsync(digest.Zone, week.Previous, before[^1], cancellationToken),
            Customers = await teachings.CustomersAsync(cancellationToken),
            Feedback = await teachings.FeedbackAsync(digest.Name, clock.GetUtcNow() - FeedbackCounts, cancellationToken),
            Promises = new(promises.Lines, promises.PromisesKept, promises.PromisesDue, promises.WeeksSinceActed),
            Previous = await PreviousAsync(digest, week, cancellationToken),
            ComposedAt = clock.GetUtcNow(),
        };
    }

    private async Task<List<ReadMention>> SaidAsync(TimeZoneInfo zone, DigestWeek week, CancellationToken cancellationToken)
    {
        var said = new List<ReadMention>();
        await foreach (var mention in mentions.BetweenAsync(week.From(zone), week.To(zone), cancellationToken))
            said.Add(mention);
        return said;
    }

    // Looked for first, because that is how the store learns that a summary is being made and what arrives meanwhile spoils it.
    private async Task<WeekOfStories> GroupAsync(
        TimeZoneInfo zone, DigestWeek week, IReadOnlyList<ReadMention> said, IReadOnlyList<WeekSummary?> before, CancellationToken cancellationToken)
    {
        var known = await summaries.FindAsync(zone.Id, week, cancellationToken);
        var grouped = StoryGrouper.Group(week, said, before, cancellationToken);
        if (known is null)
            await summaries.SaveAsync(zone.Id, grouped.Summary, cancellationToken);
        return grouped;
    }

    private async Task<IReadOnlyList<WeekSummary?>> BeforeAsync(TimeZoneInfo zone, DigestWeek week, CancellationToken cancellationToken)
    {
        var before = new List<WeekSummary?>();
        for (var back = TrailingWeeks; back >= 1; back--)
            before.Add(Heard(await SummaryAsync(zone, week.Plus(-back), cancellationToken)));
        return before;
    }

    private async Task<WeekSummary> SummaryAsync(TimeZoneInfo zone, DigestWeek week, CancellationToken cancellationToken)
    {
        if (await summaries.FindAsync(zone.Id, week, cancellationToken) is { } known)
            return known;
        var tally = new WeekTally(week);
        await foreach (var mention in mentions.BetweenAsync(week.From(zone), week.To(zone), cancellationToken))
            tally.Add(mention);
        var made = tally.ToSummary();
        await summaries.SaveAsync(zone.Id, made, cancellationToken);
        return made;
    }

    // Silence is not zero: a week in which nobody said anything was before our time, or could not be heard.
    private static WeekSummary? Heard(WeekSummary summary) => summary.Mentions + summary.CompetitorMentions == 0 ? null : summary;

    private async Task<Edition?> PreviousAsync(Digest digest, DigestWeek week, CancellationToken cancellationToken) =>
        await editions.FindAsync(new(digest.Name, week.Previous), cancellationToken) is { } previous && previous.IsOut() ? previous : null;
}
