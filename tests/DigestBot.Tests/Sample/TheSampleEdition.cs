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
