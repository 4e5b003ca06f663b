using DigestBot.Core.Mentions;
using DigestBot.Sample;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Sample;

public sealed class TheSampleSource : MentionSourceContract
{
    private readonly FakeClock _clock = FakeClock.OnMonday();

    internal override IMentionSource Source => new SampleMentionSource("social", _clock);

    [Fact]
    public async Task Tells_its_last_week_as_the_last_complete_one()
    {
        var weeks = (await AllAsync()).Select(mention => DigestWeek.Of(mention.SaidAt, SampleCompany.Digest.Zone)).Distinct().Order().ToList();

        Assert.Equal(Enumerable.Range(0, 5).Select(i => new DigestWeek(2026, 47).Plus(i - 4)), weeks);
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(0)]
    [InlineData(129)]
    public async Task Keeps_its_weeks_whole_whenever_it_is_first_started(int daysLater)
    {
        var clock = new FakeClock(_clock.GetUtcNow().AddDays(daysLater));
        var last = DigestWeek.Of(clock.GetUtcNow(), SampleCompany.Digest.Zone).Previous;
        var pages = await new SampleMentionSource("social", clock).CollectAsync(null, CancellationToken.None).ToListAsync();
        var perWeek = pages.SelectMany(page => page.Mentions).GroupBy(mention => last.WeeksSince(DigestWeek.Of(mention.SaidAt, SampleCompany.Digest.Zone)));

        Assert.Equal([0, 1, 2, 3, 4], perWeek.Select(week => week.Key).Order());
    }

    [Fact]
    public async Task Is_never_shifted_again()
    {
        var cursor = (await CollectAsync(null))[^1].Cursor;
        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await CollectAsync(cursor));
    }

    [Fact]
    public async Task Has_what_the_program_is_to_be_shown_with()
    {
        var all = await AllAsync();
        var last = all.Where(mention => DigestWeek.Of(mention.SaidAt, SampleCompany.Digest.Zone) == new DigestWeek(2026, 47)).ToList();

        Assert.True(all.Count >= 400);
        Assert.Equal(SampleCompany.Sources, all.Select(mention => mention.Id.Source).Distinct().Order(StringComparer.Ordinal));
        Assert.True(Sources(last, "end my ride", "won't end", "dock", "Rückgabe").Count >= 3);
        Assert.True(last.Max(mention => mention.Engagement.Likes) > 10_000);
        Assert.All(SampleCompany.Brand.Competitors, competitor => Assert.NotEmpty(Sources(last, competitor)));
    }

    [Fact]
    public async Task Repeats_no_text_but_the_copies_that_are_meant() =>
        Assert.All((await AllAsync()).GroupBy(mention => mention.Text), same => Assert.Single(same));

    private static HashSet<string> Sources(IEnumerable<Mention> mentions, params string[] words) =>
        [.. mentions.Where(mention => Array.Exists(words, word => mention.Text.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(mention => mention.Id.Source)];

    private async Task<List<Mention>> AllAsync()
    {
        var all = new List<Mention>();
        foreach (var name in SampleCompany.Sources)
        {
            await foreach (var page in new SampleMentionSource(name, _clock).CollectAsync(null, CancellationToken.None))
                all.AddRange(page.Mentions);
        }
        return all;
    }
}
