using DigestBot.Core.Ranking;
using DigestBot.Core.Ranking.Signals;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Editions;

/// <summary>Composes a week's edition. Pure: the same material makes the same edition, to the byte.</summary>
public sealed class EditionComposer(TouchPointRanker ranker)
{
    private const int TrailingWeeks = 8;

    /// <summary>The edition as ranked, without curation; an honest short one when there is little or nothing to tell.</summary>
    public Edition Compose(EditionMaterial material)
    {
        var week = Week(material);
        var ranked = ranker.Rank(material.Stories.Stories, week);
        return Edition(material, week, ranked);
    }

    /// <summary>
    /// Composes anew what curators have worked on: what they pinned or named is considered whatever its rank, and their
    /// operations are done again. State stays, and the version is one above <paramref name="stored"/>'s.
    /// </summary>
    public CurationReplay Recompose(EditionMaterial material, Edition stored)
    {
        var week = Week(material);
        var named = stored.Operations.SelectMany(operation => (string?[])[operation.StoryKey, operation.Other]).ToHashSet(StringComparer.Ordinal);
        var ranked = ranker.Rank(material.Stories.Stories, week, named);
        var replay = Edition(material, week, ranked).Replay(stored.Operations);
        return replay with
        {
            Edition = replay.Edition with
            {
                State = stored.State,
                Version = stored.Version + 1,
                Operations = stored.Operations,
                RunnersUp = [.. replay.Edition.RunnersUp.Take(EditionLimits.RunnersUp)],
            },
        };
    }

    private static Edition Edition(EditionMaterial material, RankingWeek week, RankedWeek ranked)
    {
        var key = new EditionKey(material.Digest.Name, material.Week);
        var writer = new TouchPointWriter(key, week, material.Previous);
        return new()
        {
            Key = key,
            Brand = material.Digest.Brand.Name,
            Zone = material.Digest.Zone.Id,
            From = material.Week.From(material.Digest.Zone),
            To = material.Week.To(material.Digest.Zone),
            IsSample = material.Digest.IsSample,
            TouchPoints = writer.Write(ranked.Top, firstRank: 1),
            RunnersUp = writer.Write(ranked.RunnersUp, firstRank: EditionLimits.TouchPoints + 1),
            Numbers = Numbers(material, week),
            Trends = new TrendWriter(week).Write(material.Stories.Trends),
            Voices = VoiceWriter.Of(material.Digest.Brand, week.Now, week.Before[^1]),
            Coverage = material.Coverage,
            Ledger = material.Promises.Lines,
            RawMinutes = RawMinutes.Draw(key, material.Mentions),
            WeeksSinceActed = material.Promises.WeeksSinceActed,
            ComposedAt = material.ComposedAt.ToUniversalTime(),
        };
    }

    private static RankingWeek Week(EditionMaterial material) => new()
    {
        Now = material.Stories.Summary,
        Before = Trailing(material.Before),
        Passed = material.Passed,
        Customers = material.Customers
            .DistinctBy(customer => customer.Handle, StringComparer.Ordinal)
            .ToDictionary(customer => customer.Handle, StringComparer.Ordinal),
        Feedback = material.Feedback,
        HighestReach = material.Stories.Stories.Select(story => story.Reach).DefaultIfEmpty().Max(),
        HighestEngagement = material.Stories.Stories.Select(EngagementSignal.OfAuthors).DefaultIfEmpty().Max(),
        Gaps = material.Coverage
            .Where(source => source.State is not CoverageState.Full)
            .Select(source => source.Source)
            .Concat(material.GapsBefore)
            .ToHashSet(StringComparer.Ordinal),
    };

    private static WeekSummary?[] Trailing(IReadOnlyList<WeekSummary?> before) =>
        [.. Enumerable.Repeat<WeekSummary?>(null, Math.Max(0, TrailingWeeks - before.Count)), .. before.TakeLast(TrailingWeeks)];

    private static EditionNumbers Numbers(EditionMaterial material, RankingWeek week)
    {
        var before = week.Before[^1];
        var hasCompetitors = material.Digest.Brand.Competitors.Count > 0;
        return new(
            week.Now.Mentions,
            before?.MentionsIn(material.Passed) is { } mentions ? (int)Math.Round(mentions) : null,
            Math.Round(week.Now.Sentiment, 3),
            before is null ? null : Math.Round(before.Sentiment, 3),
            hasCompetitors ? ShareOfVoice(week.Now) : null,
            hasCompetitors && before is not null ? ShareOfVoice(before) : null,
            material.Promises.Kept,
            material.Promises.Due);
    }

    private static double? ShareOfVoice(WeekSummary week) =>
        week.Mentions + week.CompetitorMentions == 0
            ? null
            : Math.Round(week.Mentions / (double)(week.Mentions + week.CompetitorMentions), 3);
}
