using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping summaries of weeks: what every <see cref="IWeekSummaryStore"/> does.</summary>
public abstract class WeekSummaryContract : StoreContract
{
    private const string Paris = "Europe/Paris";

    [StoreFact]
    public async Task Keeps_the_newest_summary_of_a_week_and_zone()
    {
        await SaveAsync(Paris, Summary(Week, 1));
        await SaveAsync(Paris, Summary(Week, 2));
        await SaveAsync("UTC", Summary(Week, 3));
        await Store.RestartAsync();
        Whole.Same(Summary(Week, 2), await FindAsync(Paris, Week));
        Whole.Same(Summary(Week, 3), await FindAsync("UTC", Week));
        Assert.Null(await FindAsync("Asia/Tokyo", Week));
        Assert.Null(await FindAsync(Paris, Week.Next));
    }

    [StoreFact]
    public async Task Loses_it_as_soon_as_a_mention_of_its_week_arrives()
    {
        await SaveAsync(Paris, Summary(Week.Previous, 1));
        await SaveAsync(Paris, Summary(Week, 2));
        await SaveAsync("UTC", Summary(Week, 3));
        await ArriveAsync(Monday.AddMinutes(-1)); // Sunday in UTC, Monday in Paris
        Assert.NotNull(await FindAsync(Paris, Week.Previous));
        Assert.Null(await FindAsync(Paris, Week));
        Assert.NotNull(await FindAsync("UTC", Week));
    }

    [StoreFact]
    public async Task Loses_both_when_a_refreshed_mention_moves_from_one_week_to_another()
    {
        await ArriveAsync(Monday.AddDays(1));
        await SaveAsync("UTC", Summary(Week, 1));
        await SaveAsync("UTC", Summary(Week.Next, 2));
        await SaveAsync("UTC", Summary(Week.Previous, 3));
        await ArriveAsync(Monday.AddDays(8));
        Assert.Null(await FindAsync("UTC", Week));
        Assert.Null(await FindAsync("UTC", Week.Next));
        Assert.NotNull(await FindAsync("UTC", Week.Previous));
    }

    [StoreFact]
    public async Task Loses_it_when_one_of_its_authors_is_forgotten()
    {
        await ArriveAsync(Monday);
        await SaveAsync("UTC", Summary(Week, 1));
        await Store.Services.GetRequiredService<IMentionStore>().ForgetAuthorAsync("mallory", null, None);
        Assert.Null(await FindAsync("UTC", Week));
    }

    [StoreFact]
    public async Task Loses_it_when_one_of_its_mentions_is_gone_at_its_source()
    {
        await ArriveAsync(Monday);
        var mentions = Store.Services.GetRequiredService<IMentionStore>();
        var source = (await mentions.SourceStatesAsync(None)).Single().Source;
        var gone = await mentions.IdsSinceAsync(source, Monday, None);
        await SaveAsync("UTC", Summary(Week, 1));
        await mentions.SaveAsync(source, new ReadPage([], null) { Gone = gone }, None);
        Assert.Null(await FindAsync("UTC", Week));
    }

    [StoreFact]
    public async Task Does_not_keep_one_that_was_overtaken_by_an_arrival_while_it_was_made()
    {
        await using var making = Store.Scope();
        var summaries = making.ServiceProvider.GetRequiredService<IWeekSummaryStore>();
        Assert.Null(await summaries.FindAsync("UTC", Week, None));
        await ArriveAsync(Monday);
        await summaries.SaveAsync("UTC", Summary(Week, 0), None);
        Assert.Null(await FindAsync("UTC", Week));
        await summaries.FindAsync("UTC", Week, None);
        await summaries.SaveAsync("UTC", Summary(Week, 1), None);
        Assert.Equal(1, (await FindAsync("UTC", Week))!.Mentions);
    }

    [StoreFact]
    public async Task Lets_two_make_the_same_one_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = Store.Scope();
            var summaries = scope.ServiceProvider.GetRequiredService<IWeekSummaryStore>();
            await summaries.FindAsync("UTC", Week, None);
            await summaries.SaveAsync("UTC", Summary(Week, 1), None);
        }));
        Assert.NotNull(await FindAsync("UTC", Week));
    }

    private static WeekSummary Summary(DigestWeek week, int mentions) => new()
    {
        Week = week, Mentions = mentions, Authors = 1, Sentiment = -0.25, CompetitorMentions = 4,
        Sources = [new("social", mentions)],
        Terms = [new($"issue:{Hostile}", 3, 2), new("荷物", 1, 1)],
    };

    private Task<WeekSummary?> FindAsync(string zone, DigestWeek week) =>
        Store.ReadAsync((IWeekSummaryStore summaries) => summaries.FindAsync(zone, week, None));

    private async Task SaveAsync(string zone, WeekSummary summary)
    {
        await using var scope = Store.Scope();
        await scope.ServiceProvider.GetRequiredService<IWeekSummaryStore>().SaveAsync(zone, summary, None);
    }

    private Task<SavedPage> ArriveAsync(DateTimeOffset at) => Store.Services.GetRequiredService<IMentionStore>().SaveAsync(
        "social",
        [new(
            new(new("social", "1"), "mallory", "text", at),
            new() { Language = "en", Sentiment = Sentiment.Neutral, SentimentScore = 0, Kind = MentionKind.Other, SuggestionScore = 0 })],
        null,
        None);
}
