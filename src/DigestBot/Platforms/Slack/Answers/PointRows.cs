using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Touch points in an answer.</summary>
internal static class PointRows
{
    // Two blocks each, of fifty.
    private const int Most = 15;

    /// <summary>One as its own message would look, several with headline, facts, quote and buttons each.</summary>
    /// <param name="points">Those asked for.</param>
    /// <param name="isPreview">Only to be looked at: what can be done stands below the answer.</param>
    public static IEnumerable<JsonObject?> Of(TouchPointsReply points, bool isPreview)
    {
        var (card, shown) = points;
        if (card.Edition.IsSample && shown.Count > 0)
            yield return Context(EditionWords.SampleNotice);
        foreach (var block in shown.Take(Most).SelectMany(point => isPreview ? SlackTouchPoint.Told(card, point) : Row(card, point)))
            yield return block;
    }

    private static IEnumerable<JsonObject?> Row(EditionCard card, TouchPoint point)
    {
        var told = SlackTouchPoint.Item(card, point, $"{point.Rank}. ");
        yield return TouchPointWords.Quoted(point) is { } quoted ? RichText(told, Quotation(Run(quoted))) : RichText(told);
        yield return Actions(CardActions.OfAnswer(card.Edition, point, card.StateOf(point)));
    }
}
