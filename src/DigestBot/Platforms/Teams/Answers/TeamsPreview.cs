using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>
/// What the message extension found: a line in its list, and the card that is put into a message. The card goes wherever the person
/// writes, so it tells and has no buttons.
/// </summary>
internal static class TeamsPreview
{
    private const int LongestTitle = 100;

    /// <summary>One of the ten.</summary>
    public static Attachment Of(EditionCard card, TouchPoint point) => Found(
        $"{point.Rank}. {TouchPointWords.Headline(point)}",
        TouchPointWords.FactsLine(card.Edition, point, card.StateOf(point)),
        Card(ReadAloud.TouchPoint(card, point), TeamsTouchPoint.Body(card, point).Prepend(TeamsView.Sample(card.Edition)), []));

    /// <summary>A customer's words.</summary>
    /// <param name="mention">What was said, masked.</param>
    /// <param name="zone">The zone in which days are told.</param>
    public static Attachment Of(ShownMention mention, TimeZoneInfo zone)
    {
        var said = ShownMentionWords.Said(mention, zone);
        return Found(VisibleText.Line(mention.Text, LongestTitle), said, Card([ShownMentionWords.Quote(mention), said], [MentionRows.Row(mention, zone)], []));
    }

    private static Attachment Found(string title, string text, JsonObject card) => Attachment.Of(TeamsSize.Fitted(card)) with
    {
        Preview = new()
        {
            ContentType = "application/vnd.microsoft.card.thumbnail",
            Content = new JsonObject { ["title"] = TeamsText.Bare(title), ["text"] = TeamsText.Bare(text) },
        },
    };
}
