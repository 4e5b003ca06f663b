using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>An answer as a message: the words, what was asked for, and what can be done next.</summary>
internal static class AnswerView
{
    /// <summary>How many entries of a list an answer shows before it offers more.</summary>
    public const int Entries = 5;

    private const int LongestWords = 2_900;

    /// <summary>The message.</summary>
    public static JsonObject Of(ActionReply reply, SlackReader reader) => SlackBody.Of(ReplyText.Lines(reply), Blocks(reply, reader));

    /// <summary>Its blocks, at most fifty.</summary>
    public static IEnumerable<JsonObject?> Blocks(ActionReply reply, SlackReader reader)
    {
        var content = (reply as ActionReply.Done)?.Content;
        // An edition begins with its own title.
        var words = content is EditionReply ? null : RichText(Paragraph(Run(VisibleText.Lines(reply.Text, LongestWords))));
        var rows = content is null ? [] : Rows(content, reader, isPreview: reply.Offers.Count > 0);
        return [words, .. rows, Actions([.. reply.Offers, .. Next(reply, reader)])];
    }

    private static IEnumerable<JsonObject?> Rows(ReplyContent content, SlackReader reader, bool isPreview) => content switch
    {
        EditionReply edition => SlackView.EditionBlocks(edition.Card),
        TouchPointsReply points => PointRows.Of(points, isPreview),
        MentionsReply mentions => MentionRows.Of(mentions, reader.Zone),
        FollowUpsReply followUps => FollowUpRows.Of(followUps),
        ScoreboardReply scores => ScoreRows.Of(scores.Scores),
        HelpReply help => HelpRows.Of(help, reader.Command),
        SourcesReply sources => SourceRows.Of(sources.Sources, reader.Zone),
        _ => [],
    };

    private static IEnumerable<CardAction> Next(ActionReply reply, SlackReader reader)
    {
        if (reader.Undo is { } undo)
            yield return undo;
        if (reader.Asked is not { } asked || reply is not ActionReply.Done { ForEveryone: false, Content: { } content })
            yield break;
        if (content.Entries > Entries)
            yield return new("more", "More", $"{content.Skipped + Entries} {asked}");
        if (reader.MayShare && reply.Offers.Count == 0 && Sharing.IsShareable(content))
            yield return new("tell", "Show to everyone here", asked);
    }
}
