using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Customers' own words in an answer: runs of text, of which nothing is read as markup.</summary>
internal static class MentionRows
{
    /// <summary>The first of them, and how many there are.</summary>
    /// <param name="mentions">Those asked for.</param>
    /// <param name="zone">The zone in which days are told.</param>
    public static IEnumerable<JsonObject?> Of(MentionsReply mentions, TimeZoneInfo zone)
    {
        foreach (var mention in mentions.Mentions.Take(AnswerSteps.Entries))
            yield return Row(mention, zone);
        if (ShownMentionWords.Place(mentions) is { } place)
            yield return Own(place, Look.Subtle);
        if (mentions.Comments.Count > 0)
            yield return Said(mentions.Comments);
    }

    /// <summary>One mention: quote, who, where, when, and the way to the original.</summary>
    public static JsonObject Row(ShownMention mention, TimeZoneInfo zone) =>
        TeamsTouchPoint.Quotation(ShownMentionWords.Quote(mention), ShownMentionWords.Said(mention, zone), mention.Link);

    /// <summary>What was said in the thread.</summary>
    public static JsonObject Said(IReadOnlyList<ShownComment> comments) => Together(
    [
        Own(ShownMentionWords.CommentsTitle, Look.Strong),
        .. ShownMentionWords.Comments(comments).Select(comment => Words([Run($"{comment.By}: ", Look.SmallStrong), Run(comment.Text, Look.Small)], spacing: "small")),
    ], hasLine: true);
}
