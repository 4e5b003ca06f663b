using DigestBot.Cli.OneShot;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Sample;
using DigestBot.Tests.Guards;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Sample;

/// <summary>What everybody sees first: the stories that were written into the sample stand in its edition.</summary>
public sealed class TheSampleEdition
{
    [Theory]
    [InlineData("the docks that took no bike back", 12, "end my ride", "dock", "return", "refund for Tuesday", "Rückgabe")]
    [InlineData("Marta and the hearing aid", 8, "hearing aid", "Marta", "audífono")]
    [InlineData("several bikes on one account", 4, "two bikes", "second bike", "several bikes", "group", "familiar", "Zwei Räder")]
    public async Task Tells_the_stories_that_were_written_into_it(string story, int mentions, params string[] words)
    {
        var (edition, said) = await ComposeAsync();
        var texts = said.ToDictionary(read => read.Mention.Id, read => read.Mention.Text);
        var told = edition.TouchPoints.Select(point => point.MentionIds.Count(id => Array.Exists(words, word => texts[id].Contains(word, StringComparison.OrdinalIgnoreCase))));

        Assert.True(told.Max() >= mentions, $"No touch point tells of {story} in {mentions} mentions; the most is {told.Max()}.");
    }

    [Theory]
    [InlineData(TouchPointKind.Issue, "event:ending a ride", 18)]
    [InlineData(TouchPointKind.Issue, "issue:battery", 13)]
    [InlineData(TouchPointKind.Suggestion, "suggestion:several bikes on one account", 8)]
    public async Task Names_each_as_what_it_is(TouchPointKind kind, string key, int people)
    {
        var (edition, _) = await ComposeAsync();

        Assert.Contains(key, edition.TouchPoints.Select(point => point.StoryKey));
        var point = edition.TouchPoints.First(point => point.StoryKey == key);
        Assert.Equal(kind, point.Kind);
        Assert.True(point.Metrics.Authors >= people, $"{point.Metrics.Authors} people tell of it.");
    }

    [Fact]
    public async Task Opens_with_the_outage()
    {
        var (edition, _) = await ComposeAsync();

        Assert.Contains("event:ending a ride", edition.TouchPoints.Take(2).Select(point => point.StoryKey));
    }

    [Fact]
    public async Task Tells_the_story_of_the_hearing_aid_as_a_win_in_somebodys_own_words()
    {
        var (edition, said) = await ComposeAsync();

        var win = Assert.Single(edition.TouchPoints, point => point.Headline.Contains("hearing aid", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(TouchPointKind.Win, win.Kind);
        Assert.Contains(said, read => read.Mention.Text.Contains(win.Headline[1..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_something_of_every_kind()
    {
        var (edition, _) = await ComposeAsync();

        Assert.Equal(Enum.GetValues<TouchPointKind>(), edition.TouchPoints.Select(point => point.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Has_no_spam_among_the_ten_or_those_that_just_missed()
    {
        var (edition, said) = await ComposeAsync();
        string[] spam = ["bitcoin", "HOT singles", "pills4u", "fastcash", "Ignore previous instructions"];
        var texts = said.ToDictionary(read => read.Mention.Id, read => read.Mention.Text);

        var shown = edition.TouchPoints.Concat(edition.RunnersUp).SelectMany(point => point.MentionIds).Select(id => texts[id]);

        Assert.DoesNotContain(shown, text => Array.Exists(spam, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Never_quotes_what_the_headline_says()
    {
        var (edition, _) = await ComposeAsync();

        Assert.All(edition.TouchPoints, point => Assert.DoesNotContain(point.Headline, point.Quote.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<(Edition Edition, IReadOnlyList<ReadMention> Said)> ComposeAsync()
    {
        await using var parts = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddRanking()
            .AddEditions()
            .BuildServiceProvider();
        var digest = new OneShotDigest(new LocalReader(SampleCompany.Rules), parts.GetRequiredService<EditionComposer>(), new(TextWriter.Null, TimeProvider.System));
        var feed = Repository.Path("src", "DigestBot", "Sample", "sample.ndjson");
        return await digest.ComposeAsync(new([feed], SampleCompany.Brand, SampleCompany.Digest.Zone, SampleFeed.LastWeek), CancellationToken.None);
    }
}
