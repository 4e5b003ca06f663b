using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Touch points in an answer.</summary>
internal static class PointRows
{
    private const int Most = 15;

    /// <summary>One as its own card would look, several with headline, facts, quote and buttons each.</summary>
    /// <param name="points">Those asked for.</param>
    /// <param name="isPreview">Only to be looked at: what can be done stands below the answer.</param>
    public static IEnumerable<JsonObject?> Of(TouchPointsReply points, bool isPreview)
    {
        var (card, shown) = points;
        if (shown.Count > 0)
            yield return TeamsView.Sample(card.Edition);
        foreach (var element in shown.Take(Most).SelectMany(point => isPreview ? TeamsTouchPoint.Body(card, point) : [Row(card, point)]))
            yield return element;
    }

    private static JsonObject Row(EditionCard card, TouchPoint point) => TeamsTouchPoint.Row(card, point, hasLine: true, Below(card, point));

    // What stands in the menu of its own card would make a list of buttons of it.
    private static IEnumerable<JsonObject> Below(EditionCard card, TouchPoint point)
    {
        if (TouchPointWords.Quoted(point) is { } quoted)
            yield return Words(quoted, new(Spacing: "small"));
        if (Buttons(CardActions.OfAnswer(card.Edition, point, card.StateOf(point)).Where(action => !action.IsInMenu)) is { } buttons)
            yield return buttons;
    }
}
