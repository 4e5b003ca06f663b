using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Whose eyes a card is for. What everybody in a channel sees carries the buttons that anybody may press; those who may press more
/// have their client ask for a card of their own (Universal Actions' refresh), which the bot draws by the rights it knows of.
/// </summary>
/// <param name="Refreshing">Teams' ids (<c>29:...</c>) of those whose client asks for their own card; Teams takes at most <see cref="Most"/>.</param>
/// <param name="Withheld">Verbs whose buttons the card does not carry.</param>
internal sealed record TeamsViewers(IReadOnlyList<string> Refreshing, IReadOnlySet<string> Withheld)
{
    /// <summary>How many people Teams lets have a card of their own.</summary>
    public const int Most = 60;

    /// <summary>The verb by which a client asks for its own card.</summary>
    public const string RefreshVerb = "refresh";

    /// <summary>Everybody may press everything, and nobody has a card of their own.</summary>
    public static TeamsViewers Everybody { get; } = new([], new HashSet<string>(StringComparer.Ordinal));

    /// <summary>One person's own card, not the one that everybody sees.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>A curator's card: it carries what curators can do.</summary>
    public bool IsCurators { get; init; }

    /// <summary>The actions that these viewers are shown below a touch point.</summary>
    public IEnumerable<CardAction> Actions(TouchPoint point, TouchPointState state) =>
        CardActions.OfTouchPoint(point, state).Concat(IsCurators ? CardActions.OfCurators(point) : []).Where(action => !Withheld.Contains(action.Verb));

    /// <summary>Has the clients of those who may press more ask for their own card.</summary>
    public JsonObject On(JsonObject card)
    {
        if (Refreshing.Count == 0)
            return card;
        card["refresh"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute", ["title"] = "Refresh", ["verb"] = RefreshVerb, ["data"] = new JsonObject { ["verb"] = RefreshVerb },
            },
            ["userIds"] = new JsonArray([.. Refreshing.Take(Most).Select(id => (JsonNode)id)]),
        };
        return card;
    }
}
