using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping editions: what every <see cref="IEditionStore"/> does, together with the unit of work.</summary>
public abstract class EditionStoreContract : StoreContract
{
    [StoreFact]
    public async Task Gives_back_an_edition_as_it_was_saved()
    {
        var edition = Editions.OrdinaryEdition() with
        {
            Operations = [new(CurationVerb.Retitle, "issue:lost luggage", "terminal:ana", Monday) { Text = Hostile, Rank = 2, Other = "win:app" }],
            RawMinutes = [new("social", Hostile)],
            PublishedAt = Monday.AddHours(8),
        };
        await SaveAsync(edition);
        await Store.RestartAsync();
        Whole.Same(edition, await FindAsync(edition.Key));
        Assert.Null(await FindAsync(edition.Key with { Digest = "' OR 1=1 --" }));
        Assert.Null(await FindAsync(edition.Key with { Week = edition.Key.Week.Next }));
    }

    [StoreFact]
    public async Task Saves_nothing_before_the_commit()
    {
        await using var scope = Store.Scope();
        scope.ServiceProvider.GetRequiredService<IEditionStore>().Save(Blank(Week));
        Assert.Null(await FindAsync(Key));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(None);
        Assert.NotNull(await FindAsync(Key));
    }

    [StoreFact]
    public async Task Lets_only_one_of_two_change_the_same_version()
    {
        await SaveAsync(Blank(Week));
        var changes = Enumerable.Range(0, 6).Select(i => TryAsync(() => SaveAsync(Blank(Week) with { Version = 2, Brand = $"by {i}" }))).ToList();
        var won = await Task.WhenAll(changes);
        Assert.Single(won, true);
        Assert.Equal($"by {Array.IndexOf(won, true)}", (await FindAsync(Key))!.Brand);
    }

    [StoreFact]
    public async Task Lets_only_one_of_two_make_an_edition()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TryAsync(() => SaveAsync(Blank(Week)))));
        Assert.Single(made, true);
    }

    [StoreFact]
    public async Task Refuses_a_version_that_does_not_follow_the_stored_one()
    {
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(Blank(Week) with { Version = 2 }));
        await SaveAsync(Blank(Week));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(Blank(Week) with { Version = 3 }));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(Blank(Week)));
        Assert.Equal(1, (await FindAsync(Key))!.Version);
    }

    [StoreFact]
    public async Task Takes_two_changes_of_one_edition_in_one_commit()
    {
        await Store.CommitAsync(s =>
        {
            s.GetRequiredService<IEditionStore>().Save(Blank(Week));
            s.GetRequiredService<IEditionStore>().Save(Blank(Week) with { Version = 2, State = EditionState.Published });
        });
        Assert.Equal(2, (await FindAsync(Key))!.Version);
    }

    [StoreFact]
    public async Task Keeps_all_of_a_commit_or_nothing()
    {
        await SaveAsync(Blank(Week));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Store.CommitAsync(s =>
        {
            s.GetRequiredService<IEditionStore>().Save(Blank(Week.Next));
            s.GetRequiredService<IEditionStore>().Save(Blank(Week));
        }));
        Assert.Null(await FindAsync(Key with { Week = Week.Next }));
    }

    [StoreFact]
    public async Task Tells_the_newest_and_the_latest_published_of_a_digest()
    {
        var turn = new DigestWeek(2025, 52);
        await SaveAsync(Blank(turn) with { State = EditionState.Closed });
        await SaveAsync(Blank(turn.Next) with { State = EditionState.Published });
        await SaveAsync(Blank(turn.Plus(2)) with { State = EditionState.Skipped });
        await SaveAsync(Blank(turn.Plus(3)));
        await SaveAsync(Blank(turn.Plus(9)) with { Key = new("other", turn.Plus(9)), State = EditionState.Published });
        Assert.Equal([turn.Plus(3), turn.Plus(2), turn.Next], (await AskAsync(store => store.NewestAsync("weekly", 3, None))).Select(e => e.Key.Week));
        Assert.Equal(turn.Next, (await AskAsync(store => store.LatestPublishedAsync("weekly", None)))!.Key.Week);
        Assert.Null(await AskAsync(store => store.LatestPublishedAsync("unknown", None)));
    }

    [StoreFact]
    public async Task Finds_the_edition_of_a_touch_point_as_long_as_it_stands_in_it()
    {
        var point = Editions.OrdinaryEdition().TouchPoints[0];
        var runnerUp = Editions.OrdinaryEdition().RunnersUp[0];
        await SaveAsync(Blank(Week) with { TouchPoints = [point], RunnersUp = [runnerUp] });
        Assert.Equal(Key, (await WithAsync(point.Id))!.Key);
        Assert.Equal(Key, (await WithAsync(runnerUp.Id))!.Key);
        await SaveAsync(Blank(Week) with { Version = 2, TouchPoints = [runnerUp] });
        Assert.Null(await WithAsync(point.Id));
        Assert.Equal(Key, (await WithAsync(runnerUp.Id))!.Key);
        Assert.Null(await WithAsync("a\0b' --"));
    }

    private static Edition Blank(DigestWeek week) => Editions.OrdinaryEdition() with
    {
        Key = Key with { Week = week }, Version = 1, State = EditionState.Draft, PublishedAt = null, TouchPoints = [], RunnersUp = [],
    };

    private static async Task<bool> TryAsync(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (ConcurrentChangeException)
        {
            return false;
        }
    }

    private Task SaveAsync(Edition edition) => Store.CommitAsync(s => s.GetRequiredService<IEditionStore>().Save(edition));

    private Task<Edition?> FindAsync(EditionKey key) => AskAsync(store => store.FindAsync(key, None));

    private Task<Edition?> WithAsync(string touchPointId) => AskAsync(store => store.WithTouchPointAsync(touchPointId, None));

    private Task<T> AskAsync<T>(Func<IEditionStore, Task<T>> question) => Store.ReadAsync(question);
}
