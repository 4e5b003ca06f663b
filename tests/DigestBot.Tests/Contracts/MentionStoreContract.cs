using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping mentions: what every <see cref="IMentionStore"/> does.</summary>
public abstract class MentionStoreContract : StoreContract
{
    private IMentionStore Mentions => Store.Services.GetRequiredService<IMentionStore>();

    [StoreFact]
    public async Task Gives_back_every_field_as_it_was_kept()
    {
        var full = Full("1");
        var bare = Said("2");
        await Mentions.SaveAsync("social", [full, bare], cursor: null, None);
        await Store.RestartAsync();
        var kept = await Mentions.FindAsync([full.Mention.Id, bare.Mention.Id], None);
        AssertSame([full, bare], kept);
    }

    [StoreFact]
    public async Task Keeps_hostile_text_as_plain_text()
    {
        var hostile = Said("' OR 1=1 --", Hostile, author: "\"; DELETE FROM mentions; --");
        await Mentions.SaveAsync("social", [hostile], Hostile, None);
        AssertSame([hostile], await Mentions.FindAsync([hostile.Mention.Id], None));
        Assert.Equal(Hostile, (await Mentions.SourceStateAsync("social", None))!.Cursor);
    }

    [StoreFact]
    public async Task Knows_a_mention_again_and_keeps_its_newest_text_and_numbers()
    {
        var first = await Mentions.SaveAsync("social", [Said("1"), Said("2")], null, None);
        var newer = Said("1", "Corrected text", likes: 99);
        var second = await Mentions.SaveAsync("social", [newer, Said("3")], null, None);
        Assert.Equal(new(2, 0), first);
        Assert.Equal(new(1, 1), second);
        AssertSame([newer], await Mentions.FindAsync([newer.Mention.Id], None));
        Assert.Equal(3, (await Mentions.SourceStateAsync("social", None))!.Mentions);
    }

    [StoreFact]
    public async Task Counts_a_mention_that_is_twice_in_a_page_once_and_keeps_the_later_one()
    {
        var later = Said("1", "later", likes: 5);
        var saved = await Mentions.SaveAsync("social", [Said("1", "earlier"), Said("2"), later], null, None);
        Assert.Equal(new(2, 0), saved);
        AssertSame([later], await Mentions.FindAsync([later.Mention.Id], None));
    }

    [StoreFact]
    public async Task Tells_the_same_id_of_two_sources_apart()
    {
        await Mentions.SaveAsync("social", [Said("1", "on social")], null, None);
        await Mentions.SaveAsync("reviews", [Said("1", "in a review", source: "reviews")], null, None);
        var kept = await Mentions.FindAsync([new("reviews", "1"), new("social", "1")], None);
        Assert.Equal(["in a review", "on social"], kept.Select(read => read.Mention.Text));
    }

    [StoreFact]
    public async Task Streams_a_stretch_of_time_in_order_with_its_end_left_out()
    {
        ReadMention[] all =
        [
            Said("b", at: Monday), Said("a", at: Monday), Said("before", at: Monday.AddTicks(-1)),
            Said("last", at: Monday.AddDays(7).AddTicks(-1)), Said("after", at: Monday.AddDays(7)), Said("a", source: "reviews", at: Monday),
        ];
        await Mentions.SaveAsync("social", all, null, None);
        var between = await BetweenAsync(Monday, Monday.AddDays(7));
        Assert.Equal(["reviews/a", "social/a", "social/b", "social/last"], between.Select(read => read.Mention.Id.ToString()));
    }

    [StoreFact]
    public async Task Finds_in_the_order_asked_and_leaves_out_what_it_does_not_know()
    {
        await Mentions.SaveAsync("social", [.. Enumerable.Range(0, 500).Select(i => Said($"{i}"))], null, None);
        var asked = Enumerable.Range(0, 500).Reverse().Select(i => new MentionId("social", $"{i}")).ToList();
        var found = await Mentions.FindAsync([new("social", "unknown"), .. asked, new("elsewhere", "1")], None);
        Assert.Equal(asked, found.Select(read => read.Mention.Id));
        Assert.Empty(await Mentions.FindAsync([], None));
    }

    [StoreFact]
    public async Task Keeps_the_cursor_with_its_page_until_another_comes()
    {
        await Mentions.SaveAsync("social", [Said("1")], "page 2", None);
        await Mentions.SaveAsync("social", [], cursor: null, None);
        Assert.Equal("page 2", (await Mentions.SourceStateAsync("social", None))!.Cursor);
        await Mentions.SaveAsync("social", [], "page 3", None);
        Assert.Equal("page 3", (await Mentions.SourceStateAsync("social", None))!.Cursor);
        Assert.Null(await Mentions.SourceStateAsync("reviews", None));
    }

    [StoreFact]
    public async Task Keeps_neither_mentions_nor_cursor_of_a_page_that_was_broken_off()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mentions.SaveAsync("social", [Said("1")], "page 2", stop.Token));
        Assert.Empty(await Mentions.FindAsync([new("social", "1")], None));
        Assert.Null(await Mentions.SourceStateAsync("social", None));
    }

    [StoreFact]
    public async Task Loses_no_count_when_several_pages_arrive_at_once()
    {
        var pages = Enumerable.Range(0, 20).Select(page =>
            Mentions.SaveAsync("social", [.. Enumerable.Range(page * 25, 50).Select(i => Said($"{i}"))], null, None));
        var saved = await Task.WhenAll(pages);
        Assert.Equal(525, saved.Sum(page => page.Added));
        Assert.Equal(475, saved.Sum(page => page.Refreshed));
        Assert.Equal(525, (await Mentions.SourceStateAsync("social", None))!.Mentions);
    }

    [StoreFact]
    public async Task Remembers_how_runs_ended_and_when_one_last_read_everything()
    {
        var good = new SourceRun("social", Monday, Monday.AddMinutes(1), 3, 1, 0, Failure: null);
        var bad = good with { StartedAt = Monday.AddHours(1), EndedAt = Monday.AddHours(2), Failure = "The feed did not answer." };
        var other = good with { Source = "app-store", StartedAt = Monday.AddMinutes(5) };
        foreach (var run in (SourceRun[])[bad, other, good])
            await Mentions.RecordRunAsync(run, None);
        Assert.Equal([good, other, bad], await Mentions.RunsAsync(Monday, Monday.AddHours(2), None));
        Assert.Equal([good, other], await Mentions.RunsAsync(Monday, bad.StartedAt, None));
        Assert.Equal(
            [new("app-store", null, other.StartedAt, other, 0), new("social", null, good.StartedAt, bad, 0)],
            await Mentions.SourceStatesAsync(None));
    }

    [StoreFact]
    public async Task Takes_out_what_is_gone_at_its_source_and_nothing_else()
    {
        await Mentions.SaveAsync("social", [Said("1"), Said("2", "unrepeatable"), Said("3")], "page 1", None);
        await Mentions.SaveAsync("reviews", [Said("2", source: "reviews")], null, None);
        var saved = await Mentions.SaveAsync("social", new ReadPage([Said("3"), Said("4")], "page 2") { Gone = ["2", "2", "3", "unknown", Hostile, "\0"] }, None);
        Assert.Equal(new(1, 1, 1), saved);
        Assert.Equal(["reviews/2", "social/1", "social/3", "social/4"], (await BetweenAsync(Monday, Monday.AddDays(7))).Select(read => read.Mention.Id.ToString()));
        Assert.Empty(await Mentions.SearchAsync("unrepeatable", 10, None));
        var social = await Mentions.SourceStateAsync("social", None);
        Assert.Equal(("page 2", 3), (social!.Cursor, social.Mentions));
    }

    [StoreFact]
    public async Task Names_what_was_said_since_an_instant_newest_first_and_counts_it()
    {
        await Mentions.SaveAsync("social", [Said("old", at: Monday.AddTicks(-1)), Said("a", at: Monday), Said("b", at: Monday.AddHours(2))], null, None);
        await Mentions.SaveAsync("reviews", [Said("c", source: "reviews", at: Monday.AddHours(3))], null, None);
        Assert.Equal(["b", "a"], await Mentions.IdsSinceAsync("social", Monday, None));
        Assert.Empty(await Mentions.IdsSinceAsync(Hostile, Monday, None));
        Assert.Equal([("reviews", 1), ("social", 2)], (await Mentions.CountsSinceAsync(Monday, None)).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value)));
    }

    [StoreFact]
    public async Task Keeps_how_a_source_stands_and_whether_it_is_paused_beside_its_cursor()
    {
        var health = new SourceHealth(12, Monday.AddHours(1), Monday.AddMinutes(5), IsResting: true);
        await Mentions.PauseAsync("social", Monday, None);
        await Mentions.SaveAsync("social", [Said("1")], "page 1", None);
        await Mentions.NoteHealthAsync("social", health, None);
        await Store.RestartAsync();
        var kept = await Mentions.SourceStateAsync("social", None);
        Assert.Equal((health, Monday, "page 1", 1), (kept!.Health, kept.PausedAt, kept.Cursor, kept.Mentions));
        await Mentions.PauseAsync("social", null, None);
        await Mentions.NoteHealthAsync("social", null, None);
        kept = await Mentions.SourceStateAsync("social", None);
        Assert.Equal((null, null, "page 1"), (kept!.Health, kept.PausedAt, kept.Cursor));
    }

    [StoreFact]
    public async Task Forgets_an_author_however_the_handle_is_typed()
    {
        await Mentions.SaveAsync("social", [Said("1", author: "Jörg"), Said("2", author: "jorge"), Said("3", "unforgettable", author: "JÖRG")], "here", None);
        await Mentions.SaveAsync("reviews", [Said("4", source: "reviews", author: "Jörg")], null, None);
        Assert.Equal(2, await Mentions.ForgetAuthorAsync("@jörg", "social", None));
        Assert.Equal(["4", "2"], (await BetweenAsync(Monday, Monday.AddDays(7))).Select(read => read.Mention.Id.ExternalId));
        Assert.Empty(await Mentions.SearchAsync("unforgettable", 10, None));
        Assert.Equal(1, await Mentions.ForgetAuthorAsync("jörg", null, None));
        Assert.Equal(0, await Mentions.ForgetAuthorAsync("' OR ''='", null, None));
        var social = await Mentions.SourceStateAsync("social", None);
        Assert.Equal(("here", 1), (social!.Cursor, social.Mentions));
    }

    [StoreFact]
    public async Task Sees_a_stretch_of_time_as_it_was_when_the_reading_began()
    {
        await Mentions.SaveAsync("social", [.. Enumerable.Range(0, 100).Select(i => Said($"{i}"))], null, None);
        var seen = 0;
        await foreach (var _ in Mentions.BetweenAsync(Monday, Monday.AddDays(7), None))
        {
            if (seen++ == 0)
                await Mentions.SaveAsync("social", [.. Enumerable.Range(100, 50).Select(i => Said($"{i}"))], null, None);
        }
        Assert.Equal(100, seen);
        Assert.Equal(150, (await BetweenAsync(Monday, Monday.AddDays(7))).Count);
    }

    private static ReadMention Said(
        string id, string text = "The app is slow", string author = "mallory", string source = "social", long likes = 0, DateTimeOffset? at = null) =>
        new(
            new(new(source, id), author, text, at ?? Monday.AddHours(1)) { Engagement = new(likes, 0, 0) },
            new() { Language = "en", Sentiment = Sentiment.Neutral, SentimentScore = 0, Kind = MentionKind.Other, SuggestionScore = 0 });

    private static ReadMention Full(string id) => new(
        new(new("social", id), "mallory", "Lost my luggage, call +1 555 0100", Monday.AddTicks(12_345_678_901))
        {
            Link = "https://example.com/1", Engagement = new(1, 2, 3, 4), AuthorFollowers = 5, Rating = 1.5, Language = "en",
        },
        new()
        {
            Language = "de", Sentiment = Sentiment.Negative, SentimentScore = -0.123456789, Kind = MentionKind.Suggestion, SuggestionScore = 0.75,
            Severity = 0.5, Topics = ["lost luggage", "\u001f\"quoted\""], Phrases = ["手荷物"], Department = "Care", NamesBrand = true,
            Competitors = ["Fernair"], PersonalData = [new(22, 11), new(40, 2)], IsSpam = true, IsExcluded = true,
        });

    private static void AssertSame(IReadOnlyList<ReadMention> expected, IReadOnlyList<ReadMention> actual)
    {
        Assert.Equal(expected.Select(read => read.Mention), actual.Select(read => read.Mention));
        Whole.Same(expected.Select(read => read.Insight), actual.Select(read => read.Insight));
    }

    private async Task<List<ReadMention>> BetweenAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var between = new List<ReadMention>();
        await foreach (var read in Mentions.BetweenAsync(from, to, None))
            between.Add(read);
        return between;
    }
}
