using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>An answer as a message: the words, what was asked for, and what can be done next.</summary>
internal static class AnswerView
{
    private const int LongestWords = 2_900;

    /// <summary>The message.</summary>
    public static JsonObject Of(ActionReply reply, AnswerReader reader) => SlackBody.Of(ReplyText.Lines(reply), Blocks(reply, reader));

    /// <summary>Its blocks, at most fifty.</summary>
    public static IEnumerable<JsonObject?> Blocks(ActionReply reply, AnswerReader reader)
    {
        var content = (reply as ActionReply.Done)?.Content;
        // An edition begins with its own title.
        var words = content is EditionReply ? null : RichText(Paragraph(Run(VisibleText.Lines(reply.Text, LongestWords))));
        var rows = content is null ? [] : Rows(content, reader, isPreview: reply.Offers.Count > 0);
        return [words, .. rows, Actions(AnswerSteps.Of(reply, reader))];
    }

    private static IEnumerable<JsonObject?> Rows(ReplyContent content, AnswerReader reader, bool isPreview) => content switch
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
}
