using System.Collections.Frozen;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>
/// What happens to the bot itself and to its channels: added, removed, a channel renamed, deleted, restored, its team archived ("Subscribe
/// to conversation events"). Teams tells of an installation twice (installationUpdate and conversationUpdate), so people are greeted by
/// the first only.
/// </summary>
internal sealed class TeamsLife(
    TeamsConversations conversations, TeamsRemoval removal, ChannelNews news, Digests digests, TeamsOptions options, TimeProvider clock)
{
    private const string Hello = "Hello, I am DigestBot. Every week I tell what customers said that deserves attention. What you take on from it, I keep an eye on here.\n"
        + "Say help to see what I can do.";

    private const string Archived = "The team was archived. Unarchive it, or name another channel in Digests:Audiences.";

    private static readonly FrozenDictionary<string, Happening> Happenings = new Dictionary<string, Happening>(StringComparer.Ordinal)
    {
        ["channelRenamed"] = new(null, (place, name) => $"The channel that {place} goes to is now called {name}. There is nothing to do: I go by its id, not by its name."),
        ["channelDeleted"] = new("The channel was deleted. Name another one in Digests:Audiences.", (place, _) => $"The channel that {place} goes to was deleted. Choose another channel with the button."),
        ["channelRestored"] = new(null, (place, _) => $"The channel that {place} goes to is back. There is nothing to do."),
        ["teamArchived"] = new(Archived, (place, _) => $"The team of the channel that {place} goes to was archived, so nobody can post there. Unarchive it, or choose another channel with the button."),
        ["teamUnarchived"] = new(null, (place, _) => $"The team of the channel that {place} goes to is open again. There is nothing to do."),
        ["teamRestored"] = new(null, (place, _) => $"The team of the channel that {place} goes to is back. There is nothing to do."),
        ["teamDeleted"] = new("The team was deleted. Name another channel in Digests:Audiences.", (place, _) => $"The team of the channel that {place} goes to was deleted. Choose another channel with the button."),
        ["teamHardDeleted"] = new("The team was deleted. Name another channel in Digests:Audiences.", (place, _) => $"The team of the channel that {place} goes to was deleted. Choose another channel with the button."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Happening TakenOut = new(
        TeamsRemoval.Words, (place, _) => $"I was taken out of the team of the channel that {place} goes to. Add the app to it again, or choose another channel with the button.");

    /// <summary>It is about the bot or a channel rather than something that a person did.</summary>
    public static bool Concerns(Activity activity) => activity.Type is "installationUpdate" or "conversationUpdate";

    /// <summary>Reads it; nothing when it is without consequence.</summary>
    public InboxWork Read(Activity activity)
    {
        var from = TeamsFrom.Of(activity, options, clock.GetUtcNow());
        return activity switch
        {
            { Type: "installationUpdate", Action: "add" or "add-upgrade" } => Effect((services, stop) => AddedAsync(services, activity, from, activity.Action == "add", stop)),
            { Type: "installationUpdate", Action: "remove" } => Effect((services, stop) => RemovedAsync(services, activity, from, stop)),
            { Type: "conversationUpdate" } when Has(activity.MembersRemoved, activity.Recipient) => Effect((services, stop) => RemovedAsync(services, activity, from, stop)),
            { Type: "conversationUpdate" } when Has(activity.MembersAdded, activity.Recipient) => Effect((services, stop) => AddedAsync(services, activity, from, isGreeted: false, stop)),
            { Type: "conversationUpdate", ChannelData.EventType: { } type } when Happenings.TryGetValue(type, out var happening) =>
                Effect((services, stop) => HappenedAsync(services, activity, from, happening, stop)),
            _ => new InboxWork.Nothing(),
        };
    }

    private static InboxWork.Effect Effect(Func<IServiceProvider, CancellationToken, Task> stage) => new(stage);

    private async Task AddedAsync(IServiceProvider services, Activity activity, TeamsFrom from, bool isGreeted, CancellationToken cancellationToken)
    {
        foreach (var place in await AboutAsync(services, activity, from, cancellationToken))
            services.GetRequiredService<IConversations>().Reached(TeamsAddress.Platform, place.Place);
        await removal.StageAddedAsync(services, from.Tenant, from.User.Length > 0 ? from.Person.PersonId : null, cancellationToken);
        if (isGreeted && from.User.Length > 0)
            await GreetAsync(services, from, cancellationToken);
    }

    // Who is to set the bot up is asked that; whoever has it after them, or is a guest here, is only greeted.
    private async Task GreetAsync(IServiceProvider services, TeamsFrom from, CancellationToken cancellationToken)
    {
        var by = new Person(from.Person.PersonId, from.User, "", Roles.Anyone);
        if (!from.IsForeign && !await TeamsSetup.HasAdminAsync(services.GetRequiredService<IPeople>(), by, cancellationToken))
        {
            await TeamsSetup.InstalledAsync(services, from.Person, cancellationToken);
            return;
        }
        var outbox = services.GetRequiredService<IOutbox>();
        var hello = DirectMessages.To(by, digests.OfChannel(from.AskedAt), clock.GetUtcNow(), "hello", Hello, [new("help", "Show me", "", IsPrimary: true)]);
        if (from.IsPersonal && await outbox.FindAsync(hello.Key, cancellationToken) is null)
            outbox.Request(hello);
    }

    private async Task RemovedAsync(IServiceProvider services, Activity activity, TeamsFrom from, CancellationToken cancellationToken)
    {
        var places = services.GetRequiredService<IConversations>();
        var all = await places.OfWorkspaceAsync(TeamsAddress.Platform, from.Tenant ?? "", cancellationToken);
        var lost = About(all, activity, from).ToList();
        foreach (var place in lost)
            Lose(places, place, TeamsRemoval.Words);
        if (!all.Except(lost).Any(HasBot))
        {
            await removal.StageRemovedAsync(services, from.Tenant, all, cancellationToken);
            return;
        }
        foreach (var place in lost.Where(place => place.Kind != ConversationKind.Personal))
            await TellAsync(services, activity, place, TakenOut, cancellationToken);
    }

    // An archived team takes no messages, but has the bot all the same.
    private static bool HasBot(KnownConversation place) => place is { IsInstalled: true, UnreachableSince: null } or { IsInstalled: true, Obstacle: Archived };

    private async Task HappenedAsync(IServiceProvider services, Activity activity, TeamsFrom from, Happening happening, CancellationToken cancellationToken)
    {
        var places = services.GetRequiredService<IConversations>();
        foreach (var place in await AboutAsync(services, activity, from, cancellationToken))
        {
            if (happening.Obstacle is { } obstacle)
                Lose(places, place, obstacle);
            else if (activity.ChannelData!.EventType != "channelRenamed")
                places.Reached(TeamsAddress.Platform, place.Place);
            await TellAsync(services, activity, place, happening, cancellationToken);
        }
    }

    private void Lose(IConversations places, KnownConversation place, string obstacle)
    {
        conversations.Forget(TeamsAddress.Parse(place.Place));
        places.Lost(TeamsAddress.Platform, place.Place, clock.GetUtcNow(), obstacle);
    }

    private Task TellAsync(IServiceProvider services, Activity activity, KnownConversation place, Happening happening, CancellationToken cancellationToken)
    {
        var name = VisibleText.Line(activity.ChannelData?.Channel?.Name is { Length: > 0 } renamed ? renamed : place.Name, 80);
        return news.StageAsync(
            services, new(TeamsAddress.Platform, place.Place), activity.Id ?? "", goes => happening.Words(goes, name),
            happening.Obstacle is null ? [] : ChannelNews.ChooseAnother, cancellationToken);
    }

    private static async Task<IReadOnlyList<KnownConversation>> AboutAsync(
        IServiceProvider services, Activity activity, TeamsFrom from, CancellationToken cancellationToken) =>
        [.. About(await services.GetRequiredService<IConversations>().OfWorkspaceAsync(TeamsAddress.Platform, from.Tenant ?? "", cancellationToken), activity, from)];

    // A channel where the event names one; all of a team's otherwise; the chat with the person or group where it happened.
    private static IEnumerable<KnownConversation> About(IReadOnlyList<KnownConversation> all, Activity activity, TeamsFrom from)
    {
        var data = activity.ChannelData;
        if (data?.EventType?.StartsWith("channel", StringComparison.Ordinal) == true)
            return all.Where(place => place.Conversation == data.Channel?.Id && place.Kind != ConversationKind.Personal);
        if (data?.Team?.Id is { } team)
            return all.Where(place => place.Team == team);
        return all.Where(place => place.Place == from.Place?.ToString());
    }

    private static bool Has(IReadOnlyList<ChannelAccount>? members, ChannelAccount? bot) =>
        bot?.Id is { } id && members?.Any(member => member?.Id == id) == true;

    /// <summary>Something that happens to a channel.</summary>
    /// <param name="Obstacle">Why nothing can be sent there from now on; null when it can.</param>
    /// <param name="Words">What is said, by what goes there and the channel's name.</param>
    private sealed record Happening(string? Obstacle, Func<string, string, string> Words);
}
