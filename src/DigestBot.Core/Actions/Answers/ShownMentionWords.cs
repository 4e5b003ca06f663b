using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Answers;

/// <summary>Customers' own words in an answer; plain text, not escaped for any format yet.</summary>
internal static class ShownMentionWords
{
    private const int LongestText = 600;
    private const int LongestComment = 400;
    private const int LongestAuthor = 60;

    /// <summary>Above what was said in the thread.</summary>
    public const string CommentsTitle = "Said in the thread";

    /// <summary>What was said, line by line.</summary>
    public static string Quote(ShownMention mention) => VisibleText.Lines(mention.Text, LongestText);

    /// <summary>"jo on App store, 11 November 2026".</summary>
    public static string Said(ShownMention mention, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mention.SaidAt, zone).DateTime);
        return $"{VisibleText.Line(mention.Author, LongestAuthor)} on {Phrases.Source(mention.Id.Source)}, {Phrases.FullDate(day)}";
    }

    /// <summary>"6 to 10 of 138 mentions"; null where all are in sight.</summary>
    public static string? Place(MentionsReply mentions)
    {
        var shown = Math.Min(AnswerSteps.Entries, mentions.Mentions.Count);
        if (shown == 0 || (mentions.Skipped == 0 && shown >= (mentions.Total ?? mentions.Mentions.Count)))
            return null;
        var range = AnswerSteps.Range(mentions.Skipped, shown);
        return mentions.Total is { } total ? $"{range} of {Phrases.Count(total, "mention", "mentions")}" : range;
    }

    /// <summary>The last of what was said in the thread, each with who said it.</summary>
    public static IEnumerable<(string By, string Text)> Comments(IReadOnlyList<ShownComment> comments) => comments
        .TakeLast(AnswerSteps.Entries)
        .Select(comment => (VisibleText.Line(comment.By, LongestAuthor), VisibleText.Line(comment.Text, LongestComment)));
}
