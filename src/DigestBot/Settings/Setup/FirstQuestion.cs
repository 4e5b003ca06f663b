using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Settings.Setup;

/// <summary>
/// The first conversation: who installed the bot is asked whom it listens for, where the digest goes and when. Where nobody knows
/// who that was, the first admin who comes by is asked.
/// </summary>
internal sealed class FirstQuestion(Digests digests, SetupRights rights, TimeProvider clock)
{
    private const string Hello = "Hello, I am DigestBot. Every week I tell your executives the ten things customers said that deserve their attention.\n"
        + "Four answers and I can begin: whom I listen for, which channel the digest goes to, who your executives are, and when it goes out.";

    /// <summary>An edition goes to a channel of this workspace.</summary>
    public bool IsAnswered(AskedAt at) => digests.All.Any(digest => GoesTo(digest, at));

    /// <summary>The digest goes to a channel of this workspace.</summary>
    public static bool GoesTo(Digest digest, AskedAt at) => digest.Audiences.Any(at.IsBeside);

    /// <summary>
    /// Somebody came by (opened Home, wrote to the bot): stages the question to whoever may answer it, once a week until it is
    /// answered.
    /// </summary>
    /// <param name="services">The scope whose unit of work is committed after.</param>
    /// <param name="by">Who; an id, <c>slack:U024</c>.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task MetAsync(IServiceProvider services, Person by, CancellationToken cancellationToken)
    {
        if (IsAnswered(At(by)) || !await rights.MayAsync(services.GetRequiredService<IPeople>(), by, cancellationToken))
            return;
        await AskAsync(services.GetRequiredService<IOutbox>(), by, cancellationToken);
    }

    /// <summary>The bot was installed: stages the question to who did it, in the commit of the installation.</summary>
    /// <param name="services">The scope whose unit of work is committed after.</param>
    /// <param name="installer">Id of who installed it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task InstalledAsync(IServiceProvider services, string installer, CancellationToken cancellationToken)
    {
        var by = new Person(installer, installer, "UTC", Roles.Admin | Roles.Curator);
        if (!IsAnswered(At(by)))
            await AskAsync(services.GetRequiredService<IOutbox>(), by, cancellationToken);
    }

    private static AskedAt At(Person by) => new(by.Platform, by.Channel);

    private async Task AskAsync(IOutbox outbox, Person by, CancellationToken cancellationToken)
    {
        var digest = digests.All[0];
        CardAction[] example = digest.IsSample && by.Roles.HasFlag(Roles.Curator) ? [new("rehearse", "Show me an example", RehearseAction.Example)] : [];
        var question = DirectMessages.To(
            by, digest, clock.GetUtcNow(), "setup", Hello, [new(SetupAction.Verb, "Set up", "", IsPrimary: true) { OpensDialog = true }, .. example]);
        if (await outbox.FindAsync(question.Key, cancellationToken) is null)
            outbox.Request(question);
    }
}
