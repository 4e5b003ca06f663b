using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>What an activity tells of how places are reached: the place it happened in, the channel it is about, whoever did it.</summary>
internal static class TeamsReferences
{
    /// <summary>The places; those that cannot be told apart from others are left out.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="from">The same, read.</param>
    /// <param name="service">Its service address, checked.</param>
    public static IEnumerable<KnownConversation> Of(Activity activity, TeamsFrom from, Uri service)
    {
        // A message extension is used wherever people write: nothing says that the bot may, or that nobody else is there.
        if (activity.Name?.StartsWith(InvokeNames.Extension, StringComparison.Ordinal) == true)
            yield break;
        if (from.User.Length > 0)
            yield return Person(activity, from, service);
        if (!from.IsPersonal && from.Conversation is { } conversation)
            yield return Place(activity, from, service, conversation, activity.Conversation?.Name);
        foreach (var channel in Channels(activity.ChannelData).Where(channel => channel.Id is not null && channel.Id != from.Conversation))
            yield return Place(activity, from, service, channel.Id!, channel.Name);
    }

    private static KnownConversation Person(Activity activity, TeamsFrom from, Uri service) => new()
    {
        Platform = TeamsAddress.Platform,
        Workspace = from.Tenant ?? "",
        Place = from.Person.ToString(),
        Kind = ConversationKind.Personal,
        Service = service.AbsoluteUri,
        Conversation = from.IsPersonal ? from.Conversation : null,
        Member = activity.From!.Id,
        Name = activity.From.Name ?? "",
        IsInstalled = from.IsPersonal && !IsRemoval(activity),
    };

    private static KnownConversation Place(Activity activity, TeamsFrom from, Uri service, string id, string? name) => new()
    {
        Platform = TeamsAddress.Platform,
        Workspace = from.Tenant ?? "",
        Place = new TeamsAddress(from.Tenant, id).ToString(),
        Kind = activity.ChannelData?.Team is null && activity.Conversation?.ConversationType != "channel" ? ConversationKind.Group : ConversationKind.Channel,
        Service = service.AbsoluteUri,
        Conversation = id,
        Team = activity.ChannelData?.Team?.Id,
        Name = name ?? activity.ChannelData?.Channel?.Name ?? "",
        IsInstalled = !IsRemoval(activity),
    };

    private static bool IsRemoval(Activity activity) => activity is { Type: "installationUpdate", Action: "remove" or "remove-upgrade" };

    private static IEnumerable<TeamsEntity> Channels(TeamsChannelData? data) =>
        ((TeamsEntity?[])[data?.Channel, data?.Settings?.SelectedChannel]).OfType<TeamsEntity>().DistinctBy(channel => channel.Id);
}
