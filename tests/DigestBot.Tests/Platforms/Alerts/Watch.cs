using System.Globalization;
using DigestBot.Core;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Alerts;

/// <summary>An office whose curators are alerted: a real store and outbox, and two weeks in which a few people spoke every hour.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private int _number;

    private Watch(Office office) => Office = office;

    public Office Office { get; }

    public DateTimeOffset Now => Office.Clock.GetUtcNow();

    /// <summary>Monday 08:00 in Paris; one person on each of two sources speaks of the lounge every two hours since two weeks, and one check is done.</summary>
    public static async Task<Watch> KeepAsync()
    {
        var watch = new Watch(await Office.OpenAsync());
        foreach (var source in new[] { "reddit", "app-store" })
        {
            await watch.RunsAsync(source, watch.Now.AddDays(-14));
            await watch.SaveAsync([.. Enumerable.Range(0, 14 * 12).Select(two => watch.Said(source, "lounge", watch.Now.AddHours((-2 * two) - 1)))]);
        }
        await watch.ChecksAsync();
        return watch;
    }

    /// <summary>A mention.</summary>
    public ReadMention Said(string source, string topic, DateTimeOffset at, string? author = null, string? text = null, Func<Insight, Insight>? means = null)
    {
        var number = (++_number).ToString(CultureInfo.InvariantCulture);
        var mention = new Mention(new(source, number), author ?? $"a{number}", text ?? $"Acme, the {topic} does not let me pay for my seat, attempt {number}", at);
        var insight = new PlainReader().Read(mention) with { Topics = [topic], Kind = MentionKind.Issue };
        return new(mention, means is null ? insight : means(insight));
    }

    /// <summary>Many people speak of the booking page in the last half hour.</summary>
    public Task CrowdAsync(int people, string source = "reddit", string topic = "booking page", Func<ReadMention, ReadMention>? also = null) =>
        SaveAsync([.. Enumerable.Range(0, people).Select(at => Said(source, topic, Now.AddMinutes(-30).AddSeconds(at * 1700 / people))).Select(read => also is null ? read : also(read))]);

    public async Task SaveAsync(params ReadMention[] said)
    {
        foreach (var source in said.GroupBy(read => read.Mention.Id.Source))
            await Office.Store.Services.GetRequiredService<IMentionStore>().SaveAsync(source.Key, [.. source], null, default);
    }

    public Task RunsAsync(string source, DateTimeOffset at, string? failure = null) =>
        Office.Store.Services.GetRequiredService<IMentionStore>().RecordRunAsync(new(source, at, at, 0, 0, 0, failure), default);

    /// <summary>One check after another, five minutes apart, each followed by what is to be sent.</summary>
    public async Task ChecksAsync(int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            Office.Clock.Advance(AlertRules.Every);
            await CheckAsync();
            await Office.SendForAsync(TimeSpan.FromSeconds(3));
        }
    }

    /// <summary>One check, and nothing is sent.</summary>
    public Task<int> CheckAsync() => Office.Store.Services.GetRequiredService<FreshScopes>().GetAsync<AlertRun, int>(
        (run, stop) => run.CheckAsync(Office.Digest, stop), default);

    /// <summary>What the curators can read.</summary>
    public IReadOnlyList<string> Told => [.. Office.Alerts().Select(alert => alert.Text)];

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
