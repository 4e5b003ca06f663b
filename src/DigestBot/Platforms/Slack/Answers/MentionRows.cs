using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Customers' own words in an answer: typed text, of which nothing is parsed.</summary>
internal static class MentionRows
{
    private const int LongestText = 600;
    private const int LongestComment = 400;
    private const int LongestAuthor = 60;

    /// <summary>The first of them, and how many there are.</summary>
    /// <param name="mentions">Those asked for.</param>
    /// <param name="zone">The zone in which days are told.</param>
    public static IEnumerable<JsonObject?> Of(MentionsReply mentions, TimeZoneInfo zone)
    {
        foreach (var mention in mentions.Mentions.Take(AnswerView.Entries))
            yield return Row(mention, zone);
        if (Place(mentions) is { } place)
            yield return Context(place);
        if (mentions.Comments.Count > 0)
            yield return Said(mentions.Comments);
    }

    /// <summary>What was said in the thread.</summary>
    public static JsonObject Said(IReadOnlyList<ShownComment> comments)
    {
        var runs = new List<JsonObject> { Run("Said in the thread", isBold: true) };
        foreach (var comment in comments.TakeLast(AnswerView.Entries))
        {
            runs.Add(Run($"\n{VisibleText.Line(comment.By, LongestAuthor)}: ", isBold: true));
            runs.Add(Run(VisibleText.Line(comment.Text, LongestComment)));
        }
        return RichText(Paragraph(runs));
    }

    /// <summary>One mention: quote, who, where, when, and the way to the original.</summary>
    public static JsonObject Row(ShownMention mention, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mention.SaidAt, zone).DateTime);
        var said = Run($"{VisibleText.Line(mention.Author, LongestAuthor)} on {Phrases.Source(mention.Id.Source)}, {Phrases.FullDate(day)}");
        var line = Link(mention.Link) is { } link ? Paragraph(said, Run(Phrases.Dot), link) : Paragraph(said);
        return RichText(Quotation(Run(VisibleText.Lines(mention.Text, LongestText))), line);
    }

    private static string? Place(MentionsReply mentions)
    {
        var shown = Math.Min(AnswerView.Entries, mentions.Mentions.Count);
        if (shown == 0 || (mentions.Skipped == 0 && shown >= (mentions.Total ?? mentions.Mentions.Count)))
            return null;
        var range = $"{Phrases.Number(mentions.Skipped + 1)} to {Phrases.Number(mentions.Skipped + shown)}";
        return mentions.Total is { } total ? $"{range} of {Phrases.Count(total, "mention", "mentions")}" : range;
    }
}
