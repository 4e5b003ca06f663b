using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping installations and their tickets: what every store of them does.</summary>
public abstract class InstallationsContract : StoreContract
{
    private IInstallTickets Tickets => Store.Services.GetRequiredService<IInstallTickets>();

    [StoreFact]
    public async Task Gives_back_an_installation_as_it_was_saved()
    {
        var full = Bare("T01") with
        {
            Name = Hostile, Team = "T01", Organization = "E01", App = "A01", Bot = "U0BOT", Installer = "slack:T01/U1",
            Scopes = ["chat:write", "commands"], Secret = "ciphertext", TokenEndsAt = Monday.AddHours(12), RenewingUntil = Monday,
            RemovedAt = Monday.AddDays(1),
        };
        await SaveAsync(full);
        await SaveAsync(Bare(""));
        await SaveAsync(Bare("T01") with { Platform = "teams" });
        await Store.RestartAsync();
        Whole.Same(full, await FindAsync("T01"));
        Whole.Same((Installation[])[Bare(""), full], await Store.ReadAsync((IInstallations all) => all.OfPlatformAsync("slack", None)));
        Assert.Null(await FindAsync("' OR 1=1 --"));
    }

    [StoreFact]
    public async Task Lets_only_one_of_two_change_the_same_version()
    {
        await SaveAsync(Bare("T01"));
        await SaveAsync(Bare("T01").Next() with { Secret = "first" });
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(Bare("T01").Next() with { Secret = "second" }));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(Bare("T01")));
        Assert.Equal("first", (await FindAsync("T01"))!.Secret);
    }

    [StoreFact]
    public async Task Forgets_a_secret_for_good()
    {
        await SaveAsync(Bare("T01") with { Secret = "ciphertext" });
        await SaveAsync(Bare("T01").Next() with { Secret = null, RemovedAt = Monday });
        Assert.Null((await FindAsync("T01"))!.Secret);
    }

    [StoreFact]
    public async Task Takes_a_ticket_once()
    {
        await IssueAsync("ticket", "ana");
        await Store.RestartAsync();
        Assert.True(await Tickets.RedeemAsync("ticket", "ana", Monday.AddMinutes(9), None));
        Assert.False(await Tickets.RedeemAsync("ticket", "ana", Monday.AddMinutes(9), None));
    }

    [StoreFact]
    public async Task Takes_a_ticket_once_from_many_who_try_together()
    {
        await IssueAsync("ticket", "ana");
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Tickets.RedeemAsync("ticket", "ana", Monday, None)));
        Assert.Single(taken, true);
    }

    [StoreFact]
    public async Task Takes_no_ticket_that_is_forged_lapsed_or_somebody_elses()
    {
        await IssueAsync("ticket", "ana");
        Assert.False(await Tickets.RedeemAsync("ticket' OR 1=1 --", "ana", Monday, None));
        Assert.False(await Tickets.RedeemAsync("ticket", "ben", Monday, None));
        Assert.False(await Tickets.RedeemAsync("ticket", "ana", Monday.AddMinutes(10), None));
        Assert.True(await Tickets.RedeemAsync("ticket", "ana", Monday.AddMinutes(10).AddTicks(-1), None));
    }

    [StoreFact]
    public async Task Forgets_lapsed_tickets_when_the_next_one_is_issued()
    {
        await IssueAsync("ticket", "ana");
        await Tickets.IssueAsync("next", "ana", Monday.AddMinutes(10), TimeSpan.FromMinutes(10), None);
        Assert.False(await Tickets.RedeemAsync("ticket", "ana", Monday, None));
    }

    private static Installation Bare(string workspace) => new() { Platform = "slack", Workspace = workspace, InstalledAt = Monday };

    private Task SaveAsync(Installation installation) => Store.CommitAsync(s => s.GetRequiredService<IInstallations>().Save(installation));

    private Task<Installation?> FindAsync(string workspace) => Store.ReadAsync((IInstallations all) => all.FindAsync("slack", workspace, None));

    private Task IssueAsync(string ticket, string holder) => Tickets.IssueAsync(ticket, holder, Monday, TimeSpan.FromMinutes(10), None);
}
