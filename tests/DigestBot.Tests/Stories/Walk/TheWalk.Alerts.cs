using System.Globalization;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Sources;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Stories.Walk;

public sealed partial class TheWalk
{
    private const string Ringing = "The Acme Air booking page fails and I cannot pay <!channel> <at>Ana</at> @here [free flights](https://evil.example) <https://evil.example|look>";

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_2_a_burst_on_Tuesday_alerts_Cleo_once_and_on_Wednesday_the_same_alert_is_updated(string platform)
    {
        using var reddit = new FeedOf();
        using var store = new FeedOf();
        await using var company = await Company.OnAsync(platform, SourcesRegistration.ForFile(reddit.Path, "reddit"), SourcesRegistration.ForFile(store.Path, "app-store"));
        for (var day = 0; day < 8; day++)
        {
            Says(company, reddit, "reddit", 1, "Acme asks for my card before it shows me the seats");
            Says(company, store, "app-store", 1, "Thank you Acme crew, the kindest people I have flown with");
            await ChecksAsync(company, 1);
            company.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Empty(company.Stage.In(company.Stage.Curators));

        Says(company, reddit, "reddit", 24, "The Acme booking page fails, I cannot pay for my flight");
        Says(company, store, "app-store", 17, Ringing);
        await ChecksAsync(company, 4);
        var tuesday = Assert.Single(company.Stage.In(company.Stage.Curators));
        Assert.Contains("jumps: 41 people in the last hour, usually nobody", tuesday.Reads, StringComparison.Ordinal);
        Assert.Contains("on reddit and app-store", tuesday.Reads, StringComparison.Ordinal);
        Assert.Equal(0, tuesday.Rings);

        company.Clock.Advance(TimeSpan.FromHours(21));
        Says(company, store, "app-store", 60, Ringing);
        await ChecksAsync(company, 4);
        var wednesday = Assert.Single(company.Stage.In(company.Stage.Curators));
        Assert.Contains("60 people in the last hour", wednesday.Reads, StringComparison.Ordinal);
        Assert.Contains("since Tuesday", wednesday.Reads, StringComparison.Ordinal);
        Assert.Equal(0, wednesday.Rings);
        Assert.Empty(company.Stage.In(company.Stage.Executives));

        await company.Stage.PressesAsync("cleo", wednesday, "Not useful");
        Assert.Contains("Cleo: not useful", Assert.Single(company.Stage.In(company.Stage.Curators)).Reads, StringComparison.Ordinal);
        Assert.Contains("alerts nobody for a week", company.Stage.Told("cleo")[^1].Reads, StringComparison.Ordinal);
    }

    private static async Task ChecksAsync(Company company, int times)
    {
        await company.CollectAsync();
        for (var time = 0; time < times; time++)
        {
            company.Clock.Advance(AlertRules.Every);
            await company.Store.ReadAsync<AlertRun, int>(run => run.CheckAsync(company.Digest, default));
            await company.WorksAsync();
        }
    }

    private static void Says(Company company, FeedOf feed, string source, int people, string text)
    {
        var now = company.Clock.GetUtcNow();
        for (var at = 0; at < people; at++)
            feed.Says($"{source}-{now.Ticks}-{at}", $"{text}, number {at}", now.AddSeconds(-at - 1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), source);
        feed.Written();
    }
}
