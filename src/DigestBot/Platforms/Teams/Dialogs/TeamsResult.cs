using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
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
    private const int LongestQuote = 1_000;

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
            Card(ReadAloud.TouchPoint(card, point), [Sample(card.Edition.IsSample), .. TeamsTouchPoint.Body(card, point), Own(EditionWords.Subtitle(card.Edition), new(Size: "small", IsSubtle: true))], []));
    }

    private static JsonObject Of(ShownMention mention)
    {
        var said = $"{VisibleText.Line(mention.Author, LongestTitle)} on {Phrases.Source(mention.Id.Source)}, {Phrases.FullDate(DateOnly.FromDateTime(mention.SaidAt.UtcDateTime))}";
        var text = VisibleText.Lines(mention.Text, LongestQuote);
        return Attached(
            VisibleText.Line(mention.Text, LongestTitle),
            said,
            Card([text, said], [Panel([.. text.Split('\n').Select(line => Words([Run(line.Length == 0 ? " " : line)], "none"))]), Words([Run(said, new(Size: "small", IsSubtle: true))])], []));
    }

    private static JsonObject? Sample(bool isSample) => isSample ? Own(EditionWords.SampleNotice, new(Size: "small", IsBold: true, Color: "warning")) : null;

    private static JsonObject Attached(string title, string line, JsonObject card) => new()
    {
        ["contentType"] = Attachment.AdaptiveCard,
        ["content"] = card,
        ["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = TeamsText.Inert(VisibleText.Line(title, LongestTitle)), ["text"] = TeamsText.Inert(VisibleText.Line(line, LongestLine)) },
        },
    };
}
