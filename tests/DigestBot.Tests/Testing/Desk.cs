using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Testing;

/// <summary>The desk that ranks and composes, with the signals as they are registered.</summary>
internal static class Desk
{
    public static readonly Digest Digest = new()
    {
        Name = "acme",
        Brand = new("Acme Air") { Competitors = ["Globex"] },
        Zone = TimeZoneInfo.Utc,
    };

    public static TouchPointRanker Ranker(RankingOptions? options = null) => Services(options).GetRequiredService<TouchPointRanker>();

    public static IReadOnlyList<IRankingSignal> Signals(RankingOptions? options = null) =>
        [.. Services(options).GetServices<IRankingSignal>()];

    public static IRankingSignal Signal(string name, RankingOptions? options = null) =>
        Signals(options).Single(signal => signal.Name == name);

    public static RankingWeek Week(params Story[] stories) => new()
    {
        Now = Told.Summary(Told.Week, stories),
        Before = [.. Enumerable.Repeat<WeekSummary?>(null, 8)],
        HighestReach = stories.Max(story => story.Reach),
        HighestEngagement = stories.Max(story => story.Engagement),
    };

    public static EditionMaterial Material(params Story[] stories) => new()
    {
        Digest = Digest,
        Week = Told.Week,
        Stories = Told.Grouped(stories),
        Mentions = [.. stories.SelectMany(story => story.Mentions)],
        Before = [],
        Coverage = [.. Told.Summary(Told.Week, stories).Sources.Select(source => new SourceCoverage(source.Source, source.Mentions, CoverageState.Full, null))],
        ComposedAt = Told.Monday.AddDays(7),
    };

    public static Edition Compose(params Story[] stories) => Compose(Material(stories));

    public static Edition Compose(EditionMaterial material) => new EditionComposer(Ranker()).Compose(material);

    private static ServiceProvider Services(RankingOptions? options) =>
        new ServiceCollection().AddRanking().AddSingleton(Microsoft.Extensions.Options.Options.Create(options ?? new())).BuildServiceProvider();
}
