using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms.Alerts;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>What alerts keep and read: what every store of them does.</summary>
public abstract class AlertsContract : StoreContract
{
    private static readonly AlertBook Book = new()
    {
        Digest = "weekly", Version = 1, BegunAt = Monday, CheckedAt = Monday.AddHours(1), Waiting = ["booking page", "win:crew", ""],
        Alerts =
        [
            new()
            {
                Id = "4k2m0q9d7x1c", Subjects = [Hostile, ""], Since = Monday, ToldAt = Monday, ChangedAt = Monday, SeenAt = Monday, Crowd = new(41, 1.75),
                Sources = ["reddit"], Quoted = new("reddit", Hostile), QuietedBy = "Cleo",
            },
        ],
        Quiet = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { ["booking page"] = Monday },
        Severe = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { ["reddit/1"] = Monday },
    };

    [StoreFact]
    public async Task Gives_a_book_back_as_it_was_kept()
    {
        Assert.Null(await FindAsync());
        await KeepAsync(Book);
        await KeepAsync(Book with { Digest = "other" });
        Assert.Equivalent(Book, await FindAsync(), strict: true);
    }

    [StoreFact]
    public async Task Lets_only_the_first_of_two_who_checked_at_once_keep_its_book()
    {
        await KeepAsync(Book);
        await KeepAsync(Book with { Version = 2, Waiting = ["first"] });
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => KeepAsync(Book with { Version = 2, Waiting = ["second"] }));
        Assert.Equal(["first"], (await FindAsync())!.Waiting);
    }

    [StoreFact]
    public async Task Catches_a_glimpse_of_exactly_what_counts()
    {
        var ours = Said("1", Monday.AddHours(1), ours => ours with { Kind = MentionKind.Win, Severity = 0.9, Topics = ["crew", "überbuchung"] });
        var both = Said("2", Monday.AddHours(2), both => both with { NamesBrand = true, Competitors = ["Globex Air"] });
        await SaveAsync(
            ours, both,
            Said("3", Monday.AddHours(1), spam => spam with { IsSpam = true }),
            Said("4", Monday.AddHours(1), theirs => theirs with { NamesBrand = false, Competitors = ["Globex Air"] }),
            Said("5", Monday.AddHours(1), other => other with { IsExcluded = true }),
            Said("6", Monday.AddHours(3), late => late),
            Said("7", Monday.AddTicks(-1), early => early));
        var seen = new List<Glimpse>();
        await foreach (var glimpse in Store.Services.GetRequiredService<IGlimpses>().BetweenAsync(Monday, Monday.AddHours(3), None))
            seen.Add(glimpse);
        Assert.Equal([ours.Mention.Id, both.Mention.Id], seen.Select(glimpse => glimpse.Id));
        Assert.Equal((true, 0.9, "jo", Monday.AddHours(1)), (seen[0].IsWin, seen[0].Severity, seen[0].Author, seen[0].SaidAt));
        Assert.Equal(["crew", "überbuchung"], seen[0].Topics);
    }

    [StoreFact]
    public async Task Knows_when_each_source_was_first_collected()
    {
        var mentions = Store.Services.GetRequiredService<IMentionStore>();
        foreach (var day in new[] { 2, 1, 3 })
            await mentions.RecordRunAsync(new("reddit", Monday.AddDays(day), Monday.AddDays(day), 0, 0, 0, day == 1 ? "It failed." : null), None);
        await SaveAsync(Said("1", Monday, one => one));
        var first = await Store.Services.GetRequiredService<IGlimpses>().FirstRunsAsync(None);
        Assert.Equal([new("reddit", Monday.AddDays(1))], first);
    }

    private Task<AlertBook?> FindAsync() => Store.ReadAsync((IAlertBooks books) => books.FindAsync("weekly", None));

    private Task KeepAsync(AlertBook book) => Store.CommitAsync(services => services.GetRequiredService<IAlertBooks>().Save(book));

    private async Task SaveAsync(params ReadMention[] said) => await Store.Services.GetRequiredService<IMentionStore>().SaveAsync("any", said, null, None);

    private static ReadMention Said(string id, DateTimeOffset at, Func<Insight, Insight> means)
    {
        var mention = new Mention(new("any", id), "jo", "Acme", at);
        return new(mention, means(new PlainReader().Read(mention)));
    }
}

public sealed class AlertsOnSqlite : AlertsContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.CreateAsync();
}

[Collection(PostgresTests.Name)]
public sealed class AlertsOnPostgreSQL(PrivatePostgres server) : AlertsContract, INeedsPostgres
{
    private protected override Task<TestStore> OpenAsync() => server.OpenStoreAsync();
}
