using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping follow-ups: what every <see cref="IFollowUpStore"/> does.</summary>
public abstract class FollowUpStoreContract : StoreContract
{
    [StoreFact]
    public async Task Gives_each_its_number_and_back_what_was_kept()
    {
        var first = await AddAsync(Owed() with { Note = Hostile, Expected = "lone \uD800 surrogate", Due = new(2026, 11, 20), IsPick = true });
        var second = await AddAsync(Owed() with { History = [new(Monday, "terminal:ana", "asked for it", FollowUpState.Open)] });
        await Store.RestartAsync();
        Assert.Equal([1, 2], [first.Number, second.Number]);
        Whole.Same(first with { Expected = "lone \uFFFD surrogate" }, await FindAsync(1));
        Whole.Same(second, await FindAsync(2));
        Assert.Null(await FindAsync(3));
    }

    [StoreFact]
    public async Task Gives_no_number_twice_to_many_at_once()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AddAsync(Owed())));
        Assert.Equal(12, added.Select(followUp => followUp.Number).Distinct().Count());
    }

    [StoreFact]
    public async Task Keeps_nothing_of_one_that_was_never_committed()
    {
        await using (var scope = Store.Scope())
            await scope.ServiceProvider.GetRequiredService<IFollowUpStore>().AddAsync(Owed(), None);
        Assert.Null(await FindAsync(1));
        Assert.NotEqual(0, (await AddAsync(Owed())).Number);
    }

    [StoreFact]
    public async Task Lets_only_one_of_two_change_the_same_version()
    {
        var owed = await AddAsync(Owed());
        await SaveAsync(owed with { Version = 2, Owner = "terminal:ben" });
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(owed with { Version = 2, Owner = "terminal:cleo" }));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(owed with { Number = 99, Version = 1 }));
        Assert.Equal("terminal:ben", (await FindAsync(owed.Number))!.Owner);
    }

    [StoreFact]
    public async Task Lists_what_somebody_owes_by_due_date()
    {
        await AddAsync(Owed());
        await AddAsync(Owed() with { Due = new(2026, 12, 1) });
        await AddAsync(Owed() with { Due = new(2026, 11, 20), State = FollowUpState.InProgress });
        await AddAsync(Owed() with { Owner = "terminal:ben" });
        await AddAsync(Owed() with { State = FollowUpState.Done, ClosedAt = Monday });
        await AddAsync(Owed() with { Edition = new("other", Week) });
        Assert.Equal([3, 2, 1, 6], await NumbersAsync(store => store.OpenOfAsync("terminal:ana", None)));
        Assert.Equal([3, 2, 1, 4], await NumbersAsync(store => store.OpenAsync("weekly", None)));
    }

    [StoreFact]
    public async Task Lists_those_of_an_edition_with_the_withdrawn_ones()
    {
        await AddAsync(Owed());
        await AddAsync(Owed() with { State = FollowUpState.Withdrawn });
        await AddAsync(Owed() with { Edition = Key with { Week = Week.Next } });
        Assert.Equal([1, 2], await NumbersAsync(store => store.OfEditionAsync(Key, None)));
    }

    [StoreFact]
    public async Task Lists_open_ones_and_those_closed_since_for_the_ledger()
    {
        await AddAsync(Owed());
        await AddAsync(Owed() with { State = FollowUpState.Done, ClosedAt = Monday.AddTicks(-1) });
        var closing = await AddAsync(Owed());
        await SaveAsync(closing with { Version = 2, State = FollowUpState.Declined, ClosedAt = Monday });
        Assert.Equal([1, 3], await NumbersAsync(store => store.SinceAsync("weekly", Monday, None)));
    }

    private static FollowUp Owed() => new()
    {
        Edition = Key, TouchPointId = "tp1", StoryKey = "issue:lost luggage", Headline = "Luggage goes missing in Oslo",
        Owner = "terminal:ana", AskedBy = "terminal:ben", CreatedAt = Monday,
    };

    private async Task<FollowUp> AddAsync(FollowUp followUp)
    {
        await using var scope = Store.Scope();
        var added = await scope.ServiceProvider.GetRequiredService<IFollowUpStore>().AddAsync(followUp, None);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(None);
        return added;
    }

    private Task SaveAsync(FollowUp followUp) => Store.CommitAsync(s => s.GetRequiredService<IFollowUpStore>().Save(followUp));

    private Task<FollowUp?> FindAsync(int number) => Store.ReadAsync((IFollowUpStore store) => store.FindAsync(number, None));

    private async Task<IEnumerable<int>> NumbersAsync(Func<IFollowUpStore, Task<IReadOnlyList<FollowUp>>> question) =>
        (await Store.ReadAsync(question)).Select(followUp => followUp.Number);
}
