using System.Security.Cryptography;
using System.Text.Json;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>An activity as it lies in the inbox.</summary>
internal static class TeamsItem
{
    /// <summary>
    /// What makes an activity unique (decisions.md 11): its id, with what else it takes to tell a message from its change, its deletion
    /// and the reactions to it, which may carry the message's id. Without an id, all that it says.
    /// </summary>
    public static string IdOf(Activity activity) => string.Join(
        '|',
        activity.Type,
        activity.Conversation?.Id,
        string.IsNullOrEmpty(activity.Id) ? Digest(activity) : activity.Id,
        activity.Type is "message" or TeamsKnown.Invoke ? "" : activity.Timestamp);

    /// <summary>The activity as an item.</summary>
    public static InboxItem Of(Activity activity, DateTimeOffset now) =>
        new(TeamsAddress.Platform, IdOf(activity), JsonSerializer.Serialize(activity, TeamsJson.Default.Activity), now);

    /// <summary>The item as an activity; null when it is none.</summary>
    public static Activity? Open(InboxItem item)
    {
        try
        {
            return JsonSerializer.Deserialize(item.Payload, TeamsJson.Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Digest(Activity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(activity, TeamsJson.Default.Activity)));
}
