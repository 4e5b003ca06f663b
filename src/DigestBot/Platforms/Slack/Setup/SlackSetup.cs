using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>
/// The first conversation: who installed the bot is asked whom it listens for, where the digest goes and when. Where the bot token
/// stands in the settings nobody knows who that was, so the first admin who comes by is asked.
/// </summary>
internal sealed class SlackSetup(Digests digests, SlackApi api, TimeProvider clock)
{
    private const string Hello = "Hello, I am DigestBot. Every week I tell your executives the ten things customers said that deserve their attention.\n"
        + "Four answers and I can begin: whom I listen for, which channel the digest goes to, who your executives are, and when it goes out.";

    /// <summary>An edition goes to a channel of this workspace.</summary>
    /// <param name="workspace">As in <see cref="SlackAddress"/>.</param>
    public bool IsDone(string? workspace) => digests.All.Any(digest => GoesTo(digest, workspace));

    /// <summary>The digest goes to a channel of this workspace.</summary>
    public static bool GoesTo(Digest digest, string? workspace) => digest.Audiences.Any(
        audience => audience.Platform == SlackAddress.Platform && SlackAddress.Parse(audience.Channel).Workspace == workspace);

    /// <summary>
    /// Somebody came by (opened Home, wrote to the bot): stages the question to whoever may answer it, once a week until it is
    /// answered.
    /// </summary>
    /// <param name="services">The scope whose unit of work is committed after.</param>
    /// <param name="by">Who; an id, <c>slack:U024</c>.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task MetAsync(IServiceProvider services, Person by, CancellationToken cancellationToken)
    {
        if (IsDone(SlackAddress.Parse(by.Channel).Workspace) || !await MayAsync(services.GetRequiredService<IPeople>(), by, cancellationToken))
            return;
        await AskAsync(services.GetRequiredService<IOutbox>(), by, cancellationToken);
    }

    /// <summary>The app was installed by sign-in: stages the question to who did it, in the commit of the installation.</summary>
    /// <inheritdoc cref="SlackInstalled" />
    public async Task InstalledAsync(IServiceProvider services, Installation installation, CancellationToken cancellationToken)
    {
        if (installation.Installer is not { } installer || IsDone(SlackWorkspace.OfStored(installation.Workspace)))
            return;
        var by = new Person(installer, installer, "UTC", Roles.Admin | Roles.Curator);
        await AskAsync(services.GetRequiredService<IOutbox>(), by, cancellationToken);
    }

    /// <summary>
    /// Whether somebody may set the bot up: admins and curators of ours; while this workspace has no admin of ours, its own admins
    /// and owners.
    /// </summary>
    public async Task<bool> MayAsync(IPeople people, Person by, CancellationToken cancellationToken)
    {
        if (by.Roles.HasFlag(Roles.Admin) || by.Roles.HasFlag(Roles.Curator))
            return true;
        var at = SlackAddress.Parse(by.Channel);
        var admins = await people.WithRoleAsync(Roles.Admin, cancellationToken);
        if (admins.Any(admin => admin.Platform == SlackAddress.Platform && SlackAddress.Parse(admin.Channel).Workspace == at.Workspace))
            return false;
        return (await api.UsersInfoAsync(at.Workspace, at.Id, cancellationToken)).OrDefault() is { IsAdmin: true } or { IsOwner: true };
    }

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
