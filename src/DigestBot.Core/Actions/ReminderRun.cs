using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions;

/// <summary>
/// Reminds owners of what is due, and gives what is overdue back to who asked. To be called often (every quarter of an hour or
/// so): each reminder goes out once, however often it runs and from however many processes.
/// </summary>
public sealed class ReminderRun(IServiceScopeFactory scopes, Digests digests, OutboxSignal outboxBell, TimeProvider clock)
{
    // An overdue follow-up comes back once a week, not every day.
    private const int DaysBetween = 7;

    /// <summary>Requests what is to be said now, for every digest; the number of messages.</summary>
    /// <param name="cancellationToken">Before a commit only.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var requested = 0;
        foreach (var digest in digests.All)
            requested += await RunAsync(digest, cancellationToken);
        if (requested > 0)
            outboxBell.Ring();
        return requested;
    }

    private async Task<int> RunAsync(Digest digest, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var outbox = services.GetRequiredService<IOutbox>();
        var people = services.GetRequiredService<IPeople>();
        var open = await services.GetRequiredService<IFollowUpStore>().OpenAsync(digest.Name, cancellationToken);
        var requested = 0;
        foreach (var followUp in open)
            requested += await RemindAsync(digest, followUp, people, outbox, cancellationToken);
        foreach (var asker in open.Select(followUp => followUp.AskedBy).Distinct(StringComparer.Ordinal))
            requested += await GiveBackAsync(digest, asker, open, people, outbox, cancellationToken);
        if (requested > 0)
            await services.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
        return requested;
    }

    private async Task<int> RemindAsync(Digest digest, FollowUp followUp, IPeople people, IOutbox outbox, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(followUp.Owner, cancellationToken) is not { } owner
            || Reminders.Due(followUp, clock.GetUtcNow(), ZoneOf(owner, digest)) is not { } reminder)
        {
            return 0;
        }
        var number = followUp.Number.ToString(CultureInfo.InvariantCulture);
        var delivery = DirectMessages.To(
            owner,
            digest,
            clock.GetUtcNow(),
            $"reminder {number} {reminder.Planned:yyyy-MM-dd}",
            Words(reminder, Day(ZoneOf(owner, digest))),
            CardActions.OfFollowUp(followUp.Number));
        // The planned day's week, so that a reminder made up for in the week after is still the same one.
        return await OnceAsync(delivery with { Key = delivery.Key with { Week = DigestWeek.Of(reminder.Planned) } }, outbox, cancellationToken);
    }

    private async Task<int> GiveBackAsync(
        Digest digest, string asker, IReadOnlyList<FollowUp> open, IPeople people, IOutbox outbox, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(asker, cancellationToken) is not { } person || Reminders.IsQuiet(clock.GetUtcNow(), ZoneOf(person, digest)))
            return 0;
        var day = Day(digest.Zone);
        var back = CameBack.To(asker, open, day, digest.Zone);
        if (back.Count == 0 || await WasToldAsync(digest, asker, day, outbox, cancellationToken))
            return 0;
        var names = await people.NamesAsync(back.Select(followUp => followUp.Owner), cancellationToken);
        outbox.Request(new Delivery
        {
            Key = CameBack.Key(digest, asker, day),
            Platform = person.Platform,
            Channel = person.Channel,
            Text = CameBack.Text(back, id => names.GetValueOrDefault(id, id)),
        });
        return 1;
    }

    private static async Task<bool> WasToldAsync(Digest digest, string asker, DateOnly day, IOutbox outbox, CancellationToken cancellationToken)
    {
        for (var ago = 0; ago < DaysBetween; ago++)
        {
            if (await outbox.FindAsync(CameBack.Key(digest, asker, day.AddDays(-ago)), cancellationToken) is not null)
                return true;
        }
        return false;
    }

    private static async Task<int> OnceAsync(Delivery delivery, IOutbox outbox, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(delivery.Key, cancellationToken) is not null)
            return 0;
        outbox.Request(delivery);
        return 1;
    }

    private static string Words(Reminder reminder, DateOnly today)
    {
        var due = reminder.FollowUp.Due!.Value;
        var when = (due.DayNumber - today.DayNumber) switch
        {
            0 => "due today",
            1 => "due tomorrow",
            > 1 and var days => $"due in {days} days, on {Phrases.Day(due)}",
            var days => $"{Phrases.Count(-days, "day", "days")} over its date",
        };
        return $"Follow-up {reminder.FollowUp.Number} is {when}: {reminder.FollowUp.Headline}\n"
            + $"When it is done, say: done {reminder.FollowUp.Number} and what came of it.";
    }

    private DateOnly Day(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    private static TimeZoneInfo ZoneOf(Person person, Digest digest) => TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out var zone) ? zone : digest.Zone;
}
