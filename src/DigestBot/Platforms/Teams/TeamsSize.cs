using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Keeps a card as small as Teams takes it: a message may have about 100 KB, counted as UTF-16 ("Format your bot messages"), and every
/// other route less. What is worth least goes first: charts, what is only spoken, the menus, then the ends of long words. Headlines
/// stay whole.
/// </summary>
internal static class TeamsSize
{
    /// <summary>Longest card, in UTF-16 units of its JSON: half of 80 KB, because each counts twice.</summary>
    public const int Ceiling = 40_000;

    // A headline that is all braces grows by half where they are broken up (TeamsText.Inert).
    private const int LongestHeadline = TouchPointWords.LongestHeadline * 3 / 2;

    private static readonly Func<JsonObject, JsonObject>[] Steps =
        [TeamsExtras.Without, Unspoken, WithoutMenus, card => Shortened(card, 400), card => Shortened(card, 200), card => Shortened(card, LongestHeadline)];

    /// <summary>The card in at most so many UTF-16 units, as far as it can be had.</summary>
    public static JsonObject Fitted(JsonObject card, int longest = Ceiling)
    {
        foreach (var smaller in Steps)
        {
            if (Of(card) <= longest)
                return card;
            card = smaller(card);
        }
        return card;
    }

    /// <summary>How long a card is as JSON, in UTF-16 units; an escaped letter counts as the letter, whatever the way there makes of it.</summary>
    public static int Of(JsonNode? card) => card switch
    {
        JsonObject element => 1 + element.Sum(member => member.Key.Length + 4 + Of(member.Value)),
        JsonArray elements => 1 + elements.Sum(element => Of(element) + 1),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length + 2,
        _ => card?.ToJsonString().Length ?? "null".Length,
    };

    private static JsonObject Unspoken(JsonObject card)
    {
        card.Remove("speak");
        return card;
    }

    private static JsonObject WithoutMenus(JsonObject card)
    {
        foreach (var actions in Objects(card).Select(element => element["actions"]).OfType<JsonArray>().ToList())
            actions.RemoveAll(action => action is JsonObject button && button["type"]?.ToString() == "Action.ShowCard");
        return card;
    }

    private static JsonObject Shortened(JsonObject card, int longest)
    {
        foreach (var run in Objects(card).Where(element => element["type"]?.ToString() == "TextRun").ToList())
            run["text"] = VisibleText.Cut(run["text"]!.GetValue<string>(), longest);
        return card;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(member => Objects(member.Value)).Prepend(found),
        JsonArray nodes => nodes.SelectMany(Objects),
        _ => [],
    };
}
