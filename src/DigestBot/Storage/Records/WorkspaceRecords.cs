using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Storage.Queues;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>What is kept about a workspace, across the tables.</summary>
internal sealed class WorkspaceRecords(StorageEngine engine, StagedChanges staged) : IWorkspaceRecords
{
    /// <inheritdoc />
    public void StopDeliveries(string platform, string workspace, string reason) => staged.Stage(async (session, cancellationToken) =>
    {
        await session.LockAsync(StoreLock.Deliveries, shared: false, cancellationToken);
        await Into(session.Context.Deliveries, platform, workspace)
            .Where(d => d.State == DeliveryState.Waiting || d.State == DeliveryState.InDoubt)
            .ExecuteUpdateAsync(
                row => row.SetProperty(d => d.State, DeliveryState.Dead).SetProperty(d => d.Failure, reason).SetProperty(d => d.NotBefore, (long?)null),
                cancellationToken);
    });

    /// <inheritdoc />
    public Task<bool> DeleteAsync(Installation removed, CancellationToken cancellationToken) =>
        engine.WriteAsync(WriteLane.Normal, session => DeleteAsync(session, removed, cancellationToken), cancellationToken);

    private static async Task<bool> DeleteAsync(WriteSession session, Installation removed, CancellationToken cancellationToken)
    {
        var context = session.Context;
        await session.LockAsync(StoreLock.Deliveries, shared: false, cancellationToken);
        var row = await context.Installations.Where(i => i.Platform == removed.Platform && i.Workspace == removed.Workspace)
            .Where(i => i.Version == removed.Version && i.RemovedAt != null).ExecuteDeleteAsync(cancellationToken);
        if (row == 0)
            return false;
        var people = new Pseudonyms(removed.Platform, removed.Workspace, await HeirsAsync(context, removed, cancellationToken));
        await Into(context.Deliveries, removed.Platform, removed.Workspace).ExecuteDeleteAsync(cancellationToken);
        await Into(context.Reactions, removed.Platform, removed.Workspace).ExecuteDeleteAsync(cancellationToken);
        await Into(context.Comments, removed.Platform, removed.Workspace).ExecuteDeleteAsync(cancellationToken);
        await context.Conversations.Where(c => c.Platform == removed.Platform && c.Workspace == removed.Workspace).ExecuteDeleteAsync(cancellationToken);
        await context.People.Where(person => person.Circle == people.Circle).ExecuteDeleteAsync(cancellationToken);
        await ForgetInboxAsync(context, removed, cancellationToken);
        await ForgetInEditionsAsync(context, people, cancellationToken);
        await ForgetInFollowUpsAsync(context, people, cancellationToken);
        await ForgetInListsAsync(session, people, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    // Whoever is met on another platform under the same address keeps what is theirs, under the id that was met first of those that stay.
    private static async Task<Dictionary<string, string>> HeirsAsync(DigestDbContext context, Installation removed, CancellationToken cancellationToken)
    {
        var circle = new Pseudonyms(removed.Platform, removed.Workspace, new Dictionary<string, string>(StringComparer.Ordinal)).Circle;
        var platform = removed.Platform + ":";
        var twins = from here in context.People
                    join there in context.People on here.Email equals there.Email
                    where here.Circle == circle && !there.Id.StartsWith(platform) && here.Email != null
                    select new { here.Id, Heir = there.Id, there.MetAt };
        return (await twins.ToListAsync(cancellationToken)).GroupBy(twin => twin.Id, StringComparer.Ordinal)
            .ToDictionary(all => all.Key, all => all.OrderBy(twin => twin.MetAt).ThenBy(twin => twin.Heir, StringComparer.Ordinal).First().Heir, StringComparer.Ordinal);
    }

    // Rows with a platform and a channel, of the workspace's channels.
    private static IQueryable<T> Into<T>(IQueryable<T> rows, string platform, string workspace)
        where T : class
    {
        const string Platform = nameof(DeliveryRow.Platform);
        const string Channel = nameof(DeliveryRow.Channel);
        var start = workspace + "/";
        return workspace.Length == 0
            ? rows.Where(row => EF.Property<string>(row, Platform) == platform && !EF.Functions.Like(EF.Property<string>(row, Channel), "%/%"))
            : rows.Where(row => EF.Property<string>(row, Platform) == platform && EF.Property<string>(row, Channel).StartsWith(start));
    }

    // What was done has no payload any more; what was not still has, and names its workspace.
    private static Task<int> ForgetInboxAsync(DigestDbContext context, Installation removed, CancellationToken cancellationToken)
    {
        if ((removed.Team ?? removed.Organization) is not { } id)
            return Task.FromResult(0);
        var named = $"\"{id}\"";
        return context.Inbox.Where(i => i.Platform == removed.Platform && i.State != InboxState.Done && i.Payload.Contains(named))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task ForgetInEditionsAsync(DigestDbContext context, Pseudonyms people, CancellationToken cancellationToken)
    {
        var start = people.Start;
        await foreach (var row in context.Editions.AsTracking().Where(e => e.Document.Contains(start)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (people.Replaced(row.Document) is not { } document)
                continue;
            var edition = StoredJson.Read<Edition>(document);
            edition = edition with { Version = edition.Version + 1 };
            (row.Document, row.Version) = (StoredJson.Write(edition), edition.Version);
        }
    }

    private static async Task ForgetInFollowUpsAsync(DigestDbContext context, Pseudonyms people, CancellationToken cancellationToken)
    {
        var start = people.Start;
        await foreach (var row in context.FollowUps.AsTracking().Where(f => f.Document.Contains(start)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (people.Has(row.Owner) && people.HeirOf(row.Owner) is null)
                context.FollowUps.Remove(row);
            else if (people.Replaced(row.Document) is { } document)
            {
                var followUp = StoredJson.Read<FollowUp>(document);
                followUp = followUp with { Version = followUp.Version + 1 };
                (row.Document, row.Version, row.Owner) = (StoredJson.Write(followUp), followUp.Version, followUp.Owner);
            }
        }
    }

    private static async Task ForgetInListsAsync(WriteSession session, Pseudonyms people, CancellationToken cancellationToken)
    {
        var start = people.Start;
        var context = session.Context;
        var ids = await context.Kudos.Select(k => k.Person).Union(context.Feedback.Select(f => f.Person)).Union(context.Audit.Select(a => a.Person))
            .Where(person => person.StartsWith(start)).ToListAsync(cancellationToken);
        foreach (var id in ids.Where(people.Has))
        {
            if (people.HeirOf(id) is { } heir)
                await InheritAsync(session, id, heir, cancellationToken);
            (string, object?)[] values = [("@id", id), ("@name", people.MadeUp(id))];
            await session.ExecuteAsync("UPDATE kudos SET person = @name WHERE person = @id", cancellationToken, values);
            await session.ExecuteAsync("UPDATE feedback SET person = @name, reason = NULL WHERE person = @id", cancellationToken, values);
            await session.ExecuteAsync("UPDATE audit SET person = @name WHERE person = @id", cancellationToken, values);
        }
    }

    // What the person has said under both ids stands once already.
    private static async Task InheritAsync(WriteSession session, string id, string heir, CancellationToken cancellationToken)
    {
        (string, object?)[] values = [("@id", id), ("@heir", heir)];
        await session.ExecuteAsync(
            """
            UPDATE kudos SET person = @heir WHERE person = @id
            AND NOT EXISTS (SELECT 1 FROM kudos AS own WHERE own.person = @heir AND own.touch_point_id = kudos.touch_point_id)
            """, cancellationToken, values);
        await session.ExecuteAsync(
            """
            UPDATE feedback SET person = @heir WHERE person = @id
            AND NOT EXISTS (SELECT 1 FROM feedback AS own WHERE own.person = @heir AND own.digest = feedback.digest AND own.story_key = feedback.story_key)
            """, cancellationToken, values);
        await session.ExecuteAsync("UPDATE audit SET person = @heir WHERE person = @id", cancellationToken, values);
    }
}
