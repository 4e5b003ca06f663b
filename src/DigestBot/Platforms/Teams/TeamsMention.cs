using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// One of the bot's own people, mentioned by name in a card. Teams turns <c>&lt;at&gt;name&lt;/at&gt;</c> into a mention only where an
/// entity of the card has exactly that text, and entities are made here and nowhere else.
/// </summary>
/// <param name="Text">As it stands in a TextBlock.</param>
/// <param name="Entity">What makes it a mention.</param>
internal sealed partial record TeamsMention(string Text, JsonObject Entity)
{
    /// <summary>The mention; null for somebody not of this tenant's Teams, or whose name cannot stand where markdown is read.</summary>
    /// <param name="personId">The person as the Core knows them, or null.</param>
    /// <param name="name">As shown, or null.</param>
    public static TeamsMention? OrNull(string? personId, string? name)
    {
        const string prefix = TeamsAddress.Platform + ":";
        if (personId?.StartsWith(prefix, StringComparison.Ordinal) is not true || name is null || !Harmless().IsMatch(name))
            return null;
        if (TeamsAddress.Parse(personId[prefix.Length..]) is not { Tenant: null, IsPerson: true, Id: var id })
            return null;
        var text = $"<at>{name}</at>";
        return new(text, new() { ["type"] = "mention", ["text"] = text, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } });
    }

    /// <summary>Makes it a mention on the card.</summary>
    public JsonObject On(JsonObject card)
    {
        card["msteams"]!["entities"] = new JsonArray(Entity);
        return card;
    }

    [GeneratedRegex(@"^[\p{L}\p{M}\p{Nd} .,'’()-]{1,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Harmless();
}
