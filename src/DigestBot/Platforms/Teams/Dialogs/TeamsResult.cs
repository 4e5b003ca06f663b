using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Schema;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// What the message extension finds: a line of the list, and the card that is put into the message. The card has no buttons: it goes
/// where the bot may not be, to people who have no part in the digest.
/// </summary>
internal static class TeamsResult
{
    private const int LongestTitle = 80;
    private const int LongestLine = 160;

    /// <summary>The result as an attachment.</summary>
    public static JsonObject Of(FoundWin found) => found switch
    {
        FoundWin.OfEdition point => Of(point),
        FoundWin.OfMention mention => Of(mention.Mention),
        _ => throw new ArgumentOutOfRangeException(nameof(found), found.GetType().Name, "This result has no card."),
    };

    private static JsonObject Of(FoundWin.OfEdition found)
    {
        var (card, point) = (found.Card, found.Point);
        return Attached(
            $"{point.Rank}. {TouchPointWords.Headline(point)}",
            TouchPointWords.FactsLine(card.Edition, point, card.StateOf(point)),
            Card(ReadAloud.TouchPoint(card, point), [TeamsView.Sample(card.Edition), .. TeamsTouchPoint.Body(card, point), Words(EditionWords.Subtitle(card.Edition), Look.Subtle)], []));
    }

    private static JsonObject Of(ShownMention mention)
    {
        var (quote, said) = (ShownMentionWords.Quote(mention), ShownMentionWords.Said(mention, TimeZoneInfo.Utc));
        return Attached(mention.Text, said, Card([quote, said], [MentionRows.Row(mention, TimeZoneInfo.Utc)], []));
    }

    // Nobody knows what each client reads in a preview.
    private static JsonObject Attached(string title, string line, JsonObject card) => new()
    {
        ["contentType"] = Attachment.AdaptiveCard,
        ["content"] = card,
        ["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = TeamsText.Bare(VisibleText.Line(title, LongestTitle)), ["text"] = TeamsText.Bare(VisibleText.Line(line, LongestLine)) },
        },
    };
}
