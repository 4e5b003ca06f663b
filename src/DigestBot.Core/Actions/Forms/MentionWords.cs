using System.Globalization;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions.Forms;

/// <summary>One mention in words: personal data masked, the rest as said.</summary>
internal static class MentionWords
{
    /// <summary>What was said, line by line.</summary>
    public static string Text(ReadMention read, int longest) =>
        VisibleText.Lines(PersonalData.Mask(read.Mention.Text, read.Insight.PersonalData), longest);

    /// <summary>"jo on App store, Wed 11 November, 10:30 · 4 of 5 stars · 12 reactions".</summary>
    public static string Said(ReadMention read, TimeZoneInfo zone)
    {
        var mention = read.Mention;
        var when = TimeZoneInfo.ConvertTime(mention.SaidAt, zone).ToString("ddd d MMMM, HH:mm", CultureInfo.InvariantCulture);
        var facts = new[]
        {
            $"{VisibleText.Line(mention.Author, 60)} on {Phrases.Source(mention.Id.Source)}, {when}",
            mention.Rating is { } stars ? $"{Phrases.Ratio(stars)} of 5 stars" : null,
            mention.Engagement.Total > 0 ? Phrases.Count(mention.Engagement.Total, "reaction", "reactions") : null,
        };
        return string.Join(Phrases.Dot, facts.OfType<string>());
    }
}
