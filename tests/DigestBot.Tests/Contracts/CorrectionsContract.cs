using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Corrections;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>What curators said mentions really are: what every store of it does.</summary>
public abstract class CorrectionsContract : StoreContract
{
    private static readonly ReadMention Said = Told.Mention("1", "My bag is in Lisbon");

    private IMentionStore Mentions => Store.Services.GetRequiredService<IMentionStore>();

    [StoreFact]
    public async Task Sets_a_mention_right_at_once()
    {
        await KeepAsync(Said);
        await CorrectAsync(Right(CorrectedField.Kind, "suggestion"), Right(CorrectedField.Sentiment, "neutral"), Right(CorrectedField.Department, "Finance"));
        var insight = await InsightAsync();
        Assert.Equal((MentionKind.Suggestion, true, Sentiment.Neutral, "Finance"), (insight.Kind, insight.IsSuggestion, insight.Sentiment, insight.Department));
    }

    [StoreFact]
    public async Task Stands_over_what_a_reader_says_when_the_source_sends_the_mention_again()
    {
        await KeepAsync(Said);
        await CorrectAsync(Right(CorrectedField.About, Correction.Others), Right(CorrectedField.Department, Correction.None));
        await Store.RestartAsync();
        await KeepAsync(Told.Mention("1", "My bag is in Lisbon!", likes: 9) with { Insight = Said.Insight with { Department = "Operations" } });
        var kept = Assert.Single(await Mentions.FindAsync([Said.Mention.Id], None));
        Assert.Equal(("My bag is in Lisbon!", true, null), (kept.Mention.Text, kept.Insight.IsExcluded, kept.Insight.Department));
    }

    [StoreFact]
    public async Task Believes_the_later_of_two_and_can_be_taken_back_by_saying_the_opposite()
    {
        await KeepAsync(Said);
        await CorrectAsync(Right(CorrectedField.Kind, "win"));
        await CorrectAsync(Right(CorrectedField.Kind, "question"));
        await CorrectAsync(Right(CorrectedField.About, Correction.Others));
        await CorrectAsync(Right(CorrectedField.About, "us"));
        var insight = await InsightAsync();
        Assert.Equal((MentionKind.Question, false), (insight.Kind, insight.IsExcluded));
    }

    [StoreFact]
    public async Task Lets_the_week_be_counted_anew()
    {
        await KeepAsync(Said);
        var summaries = Told.Summary(Told.Week);
        await Store.ReadAsync(async (Core.Stories.IWeekSummaryStore store) => { await store.SaveAsync("UTC", summaries, None); return 0; });
        await CorrectAsync(Right(CorrectedField.About, Correction.Others));
        Assert.Null(await Store.ReadAsync((Core.Stories.IWeekSummaryStore store) => store.FindAsync("UTC", Told.Week, None)));
    }

    [StoreFact]
    public async Task Gives_what_can_be_learned_newest_first_and_only_of_mentions_that_are_kept()
    {
        await KeepAsync(Said, Told.Mention("2", "Nice crew", author: "bo"), Told.Mention("3", "Hm", author: "cy"));
        await CorrectAsync(Right(CorrectedField.Kind, "issue"), Right(CorrectedField.Kind, "win", "2", 1), Right(CorrectedField.Kind, "other", "3", 2), Right(CorrectedField.Sentiment, "positive", "2", 1));
        await Mentions.ForgetAuthorAsync("cy", null, None);
        var learnable = await Store.ReadAsync((ICorrections corrections) => corrections.LearnableAsync(CorrectedField.Kind, 10, None));
        Assert.Equal([("Nice crew", "win"), ("My bag is in Lisbon", "issue")], learnable.Select(one => (one.Mention.Mention.Text, one.Correction.Value)));
        Assert.Single(await Store.ReadAsync((ICorrections corrections) => corrections.LearnableAsync(CorrectedField.Kind, 1, None)));
    }

    [StoreFact]
    public async Task Corrects_nothing_that_is_not_there()
    {
        await CorrectAsync(Right(CorrectedField.Kind, "win", Hostile));
        Assert.Empty(await Store.ReadAsync((ICorrections corrections) => corrections.LearnableAsync(CorrectedField.Kind, 10, None)));
    }

    [StoreFact]
    public async Task Keeps_two_mentions_as_one_story_whichever_is_named_first()
    {
        MentionId a = new("social", "1"), b = new("app-store", Hostile);
        await Store.CommitAsync(services => services.GetRequiredService<ICorrections>().Add(new SameStoryCorrection(a, b, "cleo", Monday)));
        await Store.CommitAsync(services => services.GetRequiredService<ICorrections>().Add(new SameStoryCorrection(b, a, "cleo", Monday.AddDays(1))));
        var pair = Assert.Single(await Store.ReadAsync((ICorrections corrections) => corrections.SameStoriesAsync(Monday, None)));
        Assert.Equal((b, a, Monday.AddDays(1)), (pair.One, pair.Other, pair.At));
        Assert.Empty(await Store.ReadAsync((ICorrections corrections) => corrections.SameStoriesAsync(Monday.AddDays(2), None)));
    }

    private static Correction Right(CorrectedField field, string value, string id = "1", int minutes = 0) =>
        new(new("social", id), field, value, "slack:cleo", Monday.AddMinutes(minutes));

    private Task<SavedPage> KeepAsync(params IReadOnlyList<ReadMention> mentions) => Mentions.SaveAsync("social", new ReadPage(mentions, null), None);

    private Task CorrectAsync(params IReadOnlyCollection<Correction> corrections) =>
        Store.CommitAsync(services => services.GetRequiredService<ICorrections>().Add(corrections));

    private async Task<Insight> InsightAsync() => Assert.Single(await Mentions.FindAsync([Said.Mention.Id], None)).Insight;
}
