using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Scheduling;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Home;

/// <summary>Home as a view: at most a hundred blocks, each part teaching what belongs there while there is nothing in it.</summary>
internal static class HomeView
{
    private const int MostFollowUps = 10;

    /// <summary>The view.</summary>
    /// <param name="page">What concerns the person.</param>
    /// <param name="link">Address of the edition's first message, or null.</param>
    /// <param name="said">The answer to what was asked on Home, or null.</param>
    /// <param name="reader">The person as a reader.</param>
    public static JsonObject Of(PersonalPage page, string? link, ActionReply? said, AnswerReader reader) => new()
    {
        ["type"] = "home",
        ["blocks"] = SlackBody.Named(Array(
        [
            .. said is null ? [] : AnswerView.Blocks(said, reader).Append(Divider()),
            page.Digest.IsSample ? Context(EditionWords.SampleNotice) : null,
            .. Mine(page),
            .. ThisWeek(page, link, reader),
            .. Raw(page, reader),
            .. Next(page, reader),
            .. Sources(page, reader),
            .. Help(reader),
        ])),
    };

    private static IEnumerable<JsonObject?> Mine(PersonalPage page)
    {
        yield return Header("Your follow-ups");
        if (page.Mine.FollowUps.Count == 0)
            yield return Words("You owe nothing. Press “I own this” on a touch point, or react to it with 👀, and it stands here with its date.");
        foreach (var block in FollowUpRows.Of(page.Mine, MostFollowUps))
            yield return block;
        yield return Actions([new("followups", "Everything that is open", "")]);
    }

    private static IEnumerable<JsonObject?> ThisWeek(PersonalPage page, string? link, AnswerReader reader)
    {
        yield return Header(EditionWords.Title);
        if (page.Card is not { } card)
        {
            yield return Words($"The first edition comes {When(page, page.Digest.PublishAt, reader.Zone)}: the ten things customers said that deserve your attention.");
            yield break;
        }
        yield return Context(EditionWords.Subtitle(card.Edition));
        yield return SlackView.Ten(card);
        yield return Links(("Open in the channel", link), ("Open the page", card.PageAddress));
    }

    private static IEnumerable<JsonObject?> Raw(PersonalPage page, AnswerReader reader)
    {
        if (page.Card is not { Edition: { RawMinutes.Count: > 0 } edition })
            yield break;
        yield return Header("Ten raw minutes");
        yield return Context(Tally(page.WeeksRead));
        if (page.Raw is not { } mentions)
        {
            yield return Actions([new("raw", $"Read {Phrases.Count(edition.RawMinutes.Count, "message", "messages")} of week {edition.Key.Week.Number}", "", IsPrimary: true)]);
            yield break;
        }
        foreach (var mention in mentions)
        {
            yield return MentionRows.Row(mention, reader.Zone);
            yield return Actions([new("missed", "Should have been in the ten", $"raw {edition.RawMinutes.ToList().IndexOf(mention.Id) + 1} {edition.Key.Week}")]);
        }
    }

    private static string Tally(int weeks) => weeks == 0
        ? "A few real messages, drawn by lot and ranked by nobody. Only you see how many weeks you have read."
        : $"You have read {Phrases.Count(weeks, "week", "weeks")} so far. Only you see this.";

    private static IEnumerable<JsonObject?> Next(PersonalPage page, AnswerReader reader)
    {
        var draft = page.Digest.Curators is null ? null : Paragraph(Run("Draft for curators", isBold: true), Run(Phrases.Dot + When(page, page.Digest.DraftAt, reader.Zone)));
        var edition = Paragraph(Run("Next edition", isBold: true), Run(Phrases.Dot + When(page, page.Digest.PublishAt, reader.Zone)));
        return [Header("What comes next"), RichText(Listed(new[] { draft, edition }.OfType<JsonObject>()))];
    }

    private static IEnumerable<JsonObject?> Sources(PersonalPage page, AnswerReader reader)
    {
        if (page.Sources is not { } sources)
            yield break;
        yield return Header("Sources");
        if (sources.Count == 0)
            yield return Words("No source was read yet. The settings name them under Sources; 'digestbot collect' reads them now.");
        foreach (var block in SourceRows.Of(sources, reader.Zone))
            yield return block;
    }

    private static IEnumerable<JsonObject?> Help(AnswerReader reader) =>
        [Divider(), Context($"Type {reader.Command} help in any channel, or press here."), Actions([new("help", "What I can do", "")])];

    private static string When(PersonalPage page, WeeklyTime at, TimeZoneInfo zone) =>
        $"{Phrases.Moment(FireTimes.Next(at, page.Digest.Zone, page.Now), zone.Id)} (your time)";

    private static JsonObject Words(string words) => RichText(Paragraph(Run(words)));
}
