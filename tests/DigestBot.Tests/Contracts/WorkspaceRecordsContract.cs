using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Stopping and deleting a workspace: what every <see cref="IWorkspaceRecords"/> does.</summary>
public abstract class WorkspaceRecordsContract : StoreContract
{
    private const string Gone = "slack:gone/";

    private static readonly Installation Removed = new()
    {
        Platform = "slack", Workspace = "T01", Team = "T01", InstalledAt = Monday, RemovedAt = Monday.AddDays(1), Secret = null,
    };

    [StoreFact]
    public async Task Stops_what_waits_for_its_channels_and_nobody_elses()
    {
        await RequestAsync(("mine", "T01/C1"), ("similar", "T012/C1"), ("own", "C1"), ("direct", "T01/U1"));
        await Store.CommitAsync(s => s.GetRequiredService<IWorkspaceRecords>().StopDeliveries("slack", "T01", "removed"));
        Assert.Equal(["direct", "mine"], await PartsAsync(DeliveryState.Dead));
        await Store.CommitAsync(s => s.GetRequiredService<IWorkspaceRecords>().StopDeliveries("slack", "", "removed"));
        Assert.Equal(["direct", "mine", "own"], await PartsAsync(DeliveryState.Dead));
        await Store.CommitAsync(s => s.GetRequiredService<IWorkspaceRecords>().StopDeliveries("teams", "T012", "removed"));
        Assert.Equal(["similar"], await PartsAsync(DeliveryState.Waiting));
    }

    [StoreFact]
    public async Task Leaves_alone_what_is_being_sent()
    {
        await RequestAsync(("mine", "T01/C1"));
        var taken = await Store.Services.GetRequiredService<IDeliveries>().TakeAsync(Monday, TimeSpan.FromMinutes(1), None);
        await Store.CommitAsync(s => s.GetRequiredService<IWorkspaceRecords>().StopDeliveries("slack", "T01", "removed"));
        Assert.True(await Store.Services.GetRequiredService<IDeliveries>().RecordAsync(
            taken! with { State = DeliveryState.Sent, SentVersion = 1, Posted = new("slack", "T01/C1", "1.2") }, None));
    }

    [StoreFact]
    public async Task Deletes_people_deliveries_and_what_waits_in_the_inbox()
    {
        await SaveAsync(Removed);
        await RequestAsync(("mine", "T01/C1"), ("similar", "T012/C1"), ("own", "C1"));
        await MeetAsync("slack:T01/U1", "slack:T012/U1", "slack:U1");
        await ReceiveAsync(("mine", """{"kind":"event","body":{"team_id":"T01"}}"""), ("similar", """{"kind":"event","body":{"team_id":"T012"}}"""));
        Assert.True(await DeleteAsync(Removed));
        Assert.Null(await Store.ReadAsync((IInstallations all) => all.FindAsync("slack", "T01", None)));
        Assert.Equal(["own", "similar"], await PartsAsync(DeliveryState.Waiting));
        Assert.Null(await PersonAsync("slack:T01/U1"));
        Assert.NotNull(await PersonAsync("slack:T012/U1"));
        Assert.NotNull(await PersonAsync("slack:U1"));
        Assert.Equal(["similar"], (await Store.ReadAsync((IInbox inbox) => inbox.PendingAsync(9, None))).Select(item => item.EventId));
    }

    [StoreFact]
    public async Task Deletes_reactions_and_comments_in_its_channels()
    {
        await SaveAsync(Removed);
        foreach (var channel in (string[])["T01/C1", "T012/C1", "C1"])
        {
            var message = new PostedMessage("slack", channel, "1.2");
            await Store.CommitAsync(s =>
            {
                s.GetRequiredService<IReactions>().Save(new(message, "U1", "❤", ReactionState.Given, "1.2"));
                s.GetRequiredService<IComments>().Add(new(Key, "tp1", $"slack:{channel.Replace("C1", "U1", StringComparison.Ordinal)}", Hostile, Monday, message));
            });
        }
        Assert.True(await DeleteAsync(Removed));
        var comments = await Store.ReadAsync((IComments all) => all.OfEditionAsync(Key, None));
        Assert.Equal(["C1", "T012/C1"], comments.Select(comment => comment.Message.Channel).Order(StringComparer.Ordinal));
        Assert.Empty(await Store.ReadAsync((IReactions all) => all.OnMessageAsync(new("slack", "T01/C1", "1.2"), None)));
        Assert.Single(await Store.ReadAsync((IReactions all) => all.OnMessageAsync(new("slack", "T012/C1", "1.2"), None)));
    }

    [StoreFact]
    public async Task Deletes_those_of_the_workspace_of_the_settings_by_their_plain_ids()
    {
        var own = Removed with { Workspace = "" };
        await SaveAsync(own);
        await RequestAsync(("own", "C1"), ("other", "T02/C1"));
        await MeetAsync("slack:T02/U1", "slack:U1", "terminal:ana");
        await OweAsync("slack:U1", "slack:T02/U1");
        await OweAsync("slack:T02/U1", "slack:U1");
        Assert.True(await DeleteAsync(own));
        Assert.Equal(["other"], await PartsAsync(DeliveryState.Waiting));
        Assert.Null(await PersonAsync("slack:U1"));
        Assert.NotNull(await PersonAsync("slack:T02/U1"));
        Assert.NotNull(await PersonAsync("terminal:ana"));
        var left = Assert.Single(await Store.ReadAsync((IFollowUpStore store) => store.OpenAsync("weekly", None)));
        Assert.Equal("slack:T02/U1", left.Owner);
        Assert.StartsWith(Gone, left.AskedBy, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Leaves_counts_right_and_nobody_to_be_told()
    {
        await SaveAsync(Removed);
        await Store.CommitAsync(s =>
        {
            foreach (var person in (string[])["slack:T01/U1", "slack:T01/U2", "terminal:ben"])
            {
                s.GetRequiredService<IKudosStore>().Add(new(Key, "tp1", person, Monday));
                s.GetRequiredService<ITeachings>().Add("weekly", person, new("issue:a", -1, Monday) { Reason = "because" });
                s.GetRequiredService<IAuditLog>().Append(new(Monday, person, "kudos", "tp1", "done", "button"));
            }
        });
        Assert.True(await DeleteAsync(Removed));
        var thanks = await Store.ReadAsync((IKudosStore kudos) => kudos.OfEditionAsync(Key, None));
        Assert.Equal(3, thanks.Select(kudos => kudos.By).Distinct().Count());
        Assert.Equal(2, thanks.Count(kudos => kudos.By.StartsWith(Gone, StringComparison.Ordinal)));
        var feedback = await Store.ReadAsync((ITeachings teachings) => teachings.FeedbackAsync("weekly", Monday, None));
        Assert.Equal([null, null, "because"], feedback.Select(one => one.Reason).Order(StringComparer.Ordinal));
        var audit = await Store.ReadAsync((IAuditLog log) => log.NewestAsync(9, None));
        Assert.DoesNotContain(audit, line => line.By.Contains("T01", StringComparison.Ordinal));
        Assert.Equal(3, audit.Count);
    }

    [StoreFact]
    public async Task Takes_its_people_out_of_editions_and_others_follow_ups_which_can_be_changed_after()
    {
        await SaveAsync(Removed);
        var edition = Editions.OrdinaryEdition() with
        {
            Key = Key, Version = 1, Operations = [new(CurationVerb.Pin, "issue:a", "slack:T01/U1", Monday), new(CurationVerb.Pin, "issue:b", "slack:T012/U1", Monday)],
        };
        await Store.CommitAsync(s => s.GetRequiredService<IEditionStore>().Save(edition));
        await OweAsync("slack:T01/U1", "terminal:ana");
        await OweAsync("terminal:ana", "slack:T01/U1");
        Assert.True(await DeleteAsync(Removed));
        var kept = (await Store.ReadAsync((IEditionStore store) => store.FindAsync(Key, None)))!;
        Assert.StartsWith(Gone, kept.Operations[0].By, StringComparison.Ordinal);
        Assert.Equal("slack:T012/U1", kept.Operations[1].By);
        await Store.CommitAsync(s => s.GetRequiredService<IEditionStore>().Save(kept with { Version = kept.Version + 1 }));
        var owed = Assert.Single(await Store.ReadAsync((IFollowUpStore store) => store.OpenAsync("weekly", None)));
        Assert.Equal(kept.Operations[0].By, owed.AskedBy);
        await Store.CommitAsync(s => s.GetRequiredService<IFollowUpStore>().Save(owed with { Version = owed.Version + 1 }));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Store.CommitAsync(s => s.GetRequiredService<IEditionStore>().Save(edition with { Version = 2 })));
    }

    [StoreFact]
    public async Task Leaves_to_people_who_are_on_another_platform_too_what_is_theirs()
    {
        await SaveAsync(Removed);
        await KnowAsync(("slack:T01/U1", "ana@acme.example"), ("teams:ana", "ana@acme.example"), ("slack:T01/U2", "ben@acme.example"), ("slack:T02/U2", "ben@acme.example"));
        await OweAsync("slack:T01/U1", "slack:T01/U2");
        await OweAsync("slack:T01/U2", "slack:T01/U1");
        await Store.CommitAsync(s =>
        {
            foreach (var person in (string[])["slack:T01/U1", "teams:ana"])
                s.GetRequiredService<IKudosStore>().Add(new(Key, "tp1", person, Monday));
            s.GetRequiredService<IKudosStore>().Add(new(Key, "tp2", "slack:T01/U1", Monday));
            s.GetRequiredService<ITeachings>().Add("weekly", "slack:T01/U1", new("issue:a", -1, Monday) { Reason = "because" });
        });
        Assert.True(await DeleteAsync(Removed));

        var owed = Assert.Single(await Store.ReadAsync((IFollowUpStore store) => store.OpenOfAsync("teams:ana", None)));
        Assert.StartsWith(Gone, owed.AskedBy, StringComparison.Ordinal);
        var thanks = await Store.ReadAsync((IKudosStore kudos) => kudos.OfEditionAsync(Key, None));
        Assert.Equal(3, thanks.Count);
        Assert.Equal(2, thanks.Count(one => one.By == "teams:ana"));
        Assert.Equal("because", Assert.Single(await Store.ReadAsync((ITeachings teachings) => teachings.FeedbackAsync("weekly", Monday, None))).Reason);
    }

    [StoreFact]
    public async Task Deletes_nothing_of_a_workspace_that_is_in_use_again()
    {
        await SaveAsync(Removed);
        await RequestAsync(("mine", "T01/C1"));
        await SaveAsync(Removed.Next() with { RemovedAt = null });
        Assert.False(await DeleteAsync(Removed));
        Assert.False(await DeleteAsync(Removed with { Version = 2 }));
        Assert.Equal(["mine"], await PartsAsync(DeliveryState.Waiting));
    }

    private Task SaveAsync(Installation installation) => Store.CommitAsync(s => s.GetRequiredService<IInstallations>().Save(installation));

    private Task<bool> DeleteAsync(Installation installation) =>
        Store.ReadAsync((IWorkspaceRecords records) => records.DeleteAsync(installation, None));

    private Task RequestAsync(params (string Part, string Channel)[] deliveries) => Store.CommitAsync(s =>
    {
        foreach (var (part, channel) in deliveries)
            s.GetRequiredService<IOutbox>().Request(Office.Note(part, channel, "slack"));
    });

    private Task MeetAsync(params string[] ids) => Store.CommitAsync(s =>
    {
        foreach (var id in ids)
            s.GetRequiredService<IKnownPeople>().Grant(id, Roles.Executive);
    });

    private Task KnowAsync(params (string Id, string Email)[] people) => Store.CommitAsync(s =>
    {
        foreach (var (id, email) in people)
            s.GetRequiredService<IKnownPeople>().Save(new(new(id, id, "", Roles.Anyone), Monday) { Email = email });
    });

    private Task<KnownPerson?> PersonAsync(string id) => Store.ReadAsync((IKnownPeople people) => people.FindAsync(id, None));

    private async Task ReceiveAsync(params (string Id, string Payload)[] items)
    {
        foreach (var (id, payload) in items)
            await Store.ReadAsync((IInbox inbox) => inbox.AddAsync(new("slack", id, payload, Monday), None));
    }

    private async Task OweAsync(string owner, string askedBy)
    {
        await using var scope = Store.Scope();
        await scope.ServiceProvider.GetRequiredService<IFollowUpStore>().AddAsync(
            new() { Edition = Key, TouchPointId = "tp1", StoryKey = "issue:a", Headline = "A", Owner = owner, AskedBy = askedBy, CreatedAt = Monday }, None);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(None);
    }

    private async Task<IEnumerable<string>> PartsAsync(DeliveryState state) =>
        (await Store.ReadAsync((IOutbox outbox) => outbox.InStateAsync(state, 9, None))).Select(delivery => delivery.Key.Part).Order(StringComparer.Ordinal);
}
