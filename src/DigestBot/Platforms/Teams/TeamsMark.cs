using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Which delivery a card is, in the data of its buttons. The Connector cannot be asked where a message stands whose answer was lost; the
/// first press on it tells, because Teams then names the message.
/// </summary>
internal static class TeamsMark
{
    private const string Member = "of";
    private const int Longest = 1_000;

    /// <summary>Marks every button of a card.</summary>
    public static JsonObject On(JsonObject card, DeliveryKey key)
    {
        var mark = key.ToString();
        foreach (var data in Data(card).ToList())
            data[Member] = mark;
        return card;
    }

    /// <summary>The delivery that an activity's button says it stands on; null without one. From a client: to be believed only as far as it may be wrong.</summary>
    public static DeliveryKey? In(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
            return null;
        var data = value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var inner) ? inner : value;
        try
        {
            return data.ValueKind == JsonValueKind.Object && data.TryGetProperty(Member, out var mark) && mark.ValueKind == JsonValueKind.String
                && mark.GetString() is { Length: <= Longest } text ? DeliveryKey.Parse(text) : null;
        }
        catch (Exception forged) when (forged is FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    // What asks for a card of one's own is data of ours too.
    private static IEnumerable<JsonObject> Data(JsonNode? node) => node switch
    {
        JsonObject one when one["type"]?.ToString() is "Action.Execute" or "Action.Submit" && one["data"] is JsonObject data => Data(one["fallback"]).Prepend(data),
        JsonObject one => one.SelectMany(member => Data(member.Value)),
        JsonArray many => many.SelectMany(Data),
        _ => [],
    };
}
