using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>The published keys as they stood at one time.</summary>
/// <param name="keys">As published.</param>
/// <param name="fetchedAt">When.</param>
internal sealed class TeamsSigningKeys(JsonWebKeySet keys, DateTimeOffset fetchedAt)
{
    private const string TeamsChannel = "msteams";

    private readonly Dictionary<string, JsonWebKey> _byId =
        keys.Keys.Where(key => !string.IsNullOrEmpty(key.Kid)).DistinctBy(key => key.Kid, StringComparer.Ordinal).ToDictionary(key => key.Kid, StringComparer.Ordinal);

    /// <summary>When they were fetched.</summary>
    public DateTimeOffset FetchedAt { get; } = fetchedAt;

    /// <summary>How many there are.</summary>
    public int Count => _byId.Count;

    /// <summary>The key of this id; null when none is published.</summary>
    public JsonWebKey? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The key may sign what comes from Teams: it is endorsed for the channel. A key that names no channels is not.</summary>
    public static bool IsForTeams(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var named)
        && named is JsonElement { ValueKind: JsonValueKind.Array } channels
        && channels.EnumerateArray().Any(channel => channel.ValueKind == JsonValueKind.String && channel.ValueEquals(TeamsChannel));
}
