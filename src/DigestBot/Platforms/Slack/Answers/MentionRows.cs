using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Customers' own words in an answer: typed text, of which nothing is parsed.</summary>
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
            yield return Context(place);
        if (mentions.Comments.Count > 0)
            yield return Said(mentions.Comments);
    }

    /// <summary>What was said in the thread.</summary>
    public static JsonObject Said(IReadOnlyList<ShownComment> comments)
    {
        var runs = new List<JsonObject> { Run(ShownMentionWords.CommentsTitle, isBold: true) };
        foreach (var (by, text) in ShownMentionWords.Comments(comments))
        {
            runs.Add(Run($"\n{by}: ", isBold: true));
            runs.Add(Run(text));
        }
        return RichText(Paragraph(runs));
    }

    /// <summary>One mention: quote, who, where, when, and the way to the original.</summary>
    public static JsonObject Row(ShownMention mention, TimeZoneInfo zone)
    {
        var said = Run(ShownMentionWords.Said(mention, zone));
        var line = Link(mention.Link) is { } link ? Paragraph(said, Run(Phrases.Dot), link) : Paragraph(said);
        return RichText(Quotation(Run(ShownMentionWords.Quote(mention))), line);
    }
}
