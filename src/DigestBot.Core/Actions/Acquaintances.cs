using System.Collections.Concurrent;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Actions;

/// <summary>
/// The people met in chat: kept when the platform first tells of them, asked about again, in the background, when that was more
/// than a day ago. People of other companies are not kept.
/// </summary>
public sealed class Acquaintances(IServiceScopeFactory scopes, Errands errands, TimeProvider clock)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Long enough that a thread of a stranger's does not ask each time, short enough that a mended connection is noticed.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DirectoryAnswer Answer, DateTimeOffset At)> _notKept = new(StringComparer.Ordinal);

    /// <summary>Somebody by id: as kept, otherwise as the platform tells.</summary>
    /// <param name="directory">Who is asked.</param>
    /// <param name="person">Of whom only the id is known.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<DirectoryAnswer> MeetAsync(IChatDirectory directory, Person person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_notKept.TryGetValue(person.Id, out var told) && now - told.At < Remembered)
            return told.Answer;
        var known = await ReadAsync(people => people.FindAsync(person.Id, cancellationToken));
        if (known is null || known.SeenAt == DateTimeOffset.UnixEpoch)
            return await AskAsync(directory, person, cancellationToken) is var answer && answer is DirectoryAnswer.NoAnswer && known is not null
                ? new DirectoryAnswer.Found(known)
                : answer;
        if (now - known.SeenAt > Fresh)
            errands.Add(stop => AskAsync(directory, person, stop));
        return new DirectoryAnswer.Found(known);
    }

    /// <summary>Somebody by e-mail address; null when nobody has it, or that cannot be told now.</summary>
    public async Task<KnownPerson?> MeetByEmailAsync(IChatDirectory directory, string email, CancellationToken cancellationToken)
    {
        if (await ReadAsync(people => people.NamedAsync(email, circle: null, cancellationToken)) is { } known && known.Person.Platform == directory.Platform)
            return known;
        var key = $"{directory.Platform} {email}";
        if (_notKept.TryGetValue(key, out var told) && clock.GetUtcNow() - told.At < Remembered)
            return null;
        var answer = await directory.AskByEmailAsync(email, cancellationToken);
        await KeepAsync(key, answer, cancellationToken);
        return (answer as DirectoryAnswer.Found)?.Person;
    }

    /// <summary>By what was typed; see <see cref="IKnownPeople.NamedAsync"/>.</summary>
    public Task<KnownPerson?> NamedAsync(string handle, string? circle, CancellationToken cancellationToken) =>
        ReadAsync(people => people.NamedAsync(handle, circle, cancellationToken));

    /// <summary>Somebody as kept, without asking anybody; null when nobody of this id was met.</summary>
    public Task<KnownPerson?> KeptAsync(string id, CancellationToken cancellationToken) => ReadAsync(people => people.FindAsync(id, cancellationToken));

    /// <summary>Everybody kept with an e-mail address, who was met first first.</summary>
    public Task<IReadOnlyList<KnownPerson>> WithEmailAsync(string email, CancellationToken cancellationToken) =>
        ReadAsync(people => people.WithEmailAsync(email, cancellationToken));

    /// <summary>Nothing can be sent to the person there: the bot was removed from the workspace, or the person has removed or blocked it.</summary>
    public async Task<bool> IsLostAsync(Person person, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var installation = await scope.ServiceProvider.GetRequiredService<IInstallations>()
            .FindAsync(person.Platform, AskedAt.WorkspaceOf(person.Channel) ?? "", cancellationToken);
        return installation is { RemovedAt: not null }
            || await scope.ServiceProvider.GetRequiredService<IConversations>().FindAsync(person.Platform, person.Channel, cancellationToken) is { UnreachableSince: not null };
    }

    /// <summary>Those who were granted a role in chat.</summary>
    public Task<IReadOnlyList<KnownPerson>> WithRoleAsync(Roles role, CancellationToken cancellationToken) =>
        ReadAsync(people => people.WithRoleAsync(role, cancellationToken));

    private async Task<DirectoryAnswer> AskAsync(IChatDirectory directory, Person person, CancellationToken cancellationToken)
    {
        var answer = await directory.AskAsync(person.Channel, cancellationToken);
        await KeepAsync(person.Id, answer, cancellationToken);
        // Roles granted before the person was ever met are kept beside what the platform tells.
        return answer is DirectoryAnswer.Found { Person.Person.IsGuest: false }
            && await ReadAsync(people => people.FindAsync(person.Id, cancellationToken)) is { } kept
                ? new DirectoryAnswer.Found(kept)
                : answer;
    }

    private async Task KeepAsync(string key, DirectoryAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is DirectoryAnswer.Found { Person: { Person.IsGuest: false } person })
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IKnownPeople>().Save(person with { SeenAt = clock.GetUtcNow() });
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
            return;
        }
        if (_notKept.Count >= MostRemembered)
            _notKept.Clear();
        _notKept[key] = (answer, clock.GetUtcNow());
    }

    private async Task<T> ReadAsync<T>(Func<IKnownPeople, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IKnownPeople>());
    }
}
