using System.Text;
using System.Text.Json;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>One activity with the bytes that it was read from. Private: never log it.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Body">As received.</param>
internal sealed record TeamsReceived(Activity Activity, byte[] Body)
{
    // Teams' own ids are a tenth of this; what is longer would only fill the inbox's index.
    private const int LongestId = 1_000;

    /// <summary>The type as counters write it.</summary>
    public string Kind => Activity.Type is { } type && (type == TeamsKnown.Invoke || TeamsKnown.Kept.Contains(type)) ? type : TeamsTraffic.Unread;

    /// <summary>
    /// Reads strictly: null when it is no activity, has a name twice, is not sound UTF-8, or lacks what every activity has. What is kept
    /// can then be read again by everybody later.
    /// </summary>
    public static TeamsReceived? Read(byte[] body)
    {
        try
        {
            return InboundJson.IsSound(body) && JsonSerializer.Deserialize(body, TeamsJson.Default.Activity) is { } activity && IsWhole(activity)
                ? new(activity, body)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As the inbox keeps it.</summary>
    public InboxItem ToItem(DateTimeOffset now) => new(TeamsAddress.Platform, TeamsItem.IdOf(Activity), Encoding.UTF8.GetString(Body), now);

    private static bool IsWhole(Activity activity) =>
        IsId(activity.Type) && IsId(activity.Conversation?.Id) && activity.Id is not { Length: > LongestId } && activity.Timestamp is not { Length: > LongestId };

    private static bool IsId(string? text) => text is { Length: > 0 and <= LongestId };
}
