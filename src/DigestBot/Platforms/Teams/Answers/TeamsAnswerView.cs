using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>An answer as a card: the words, what was asked for, and what can be done next.</summary>
internal static class TeamsAnswerView
{
    private const int LongestWords = 3_000;

    /// <summary>The card, for a message as for a dialog.</summary>
    public static JsonObject Of(ActionReply reply, AnswerReader reader)
    {
        var content = (reply as ActionReply.Done)?.Content;
        // An edition begins with its own title.
        var words = content is EditionReply ? [] : TeamsView.Lines(VisibleText.Lines(reply.Text, LongestWords));
        var rows = content is null ? [] : Rows(content, reader, isPreview: reply.Offers.Count > 0);
        return TeamsSize.Fitted(Card(ReplyText.Lines(reply), [.. words, .. rows], TeamsActions.Of(AnswerSteps.Of(reply, reader))));
    }

    private static IEnumerable<JsonObject?> Rows(ReplyContent content, AnswerReader reader, bool isPreview) => content switch
    {
        EditionReply edition => TeamsView.EditionBody(edition.Card),
        TouchPointsReply points => PointRows.Of(points, isPreview),
        MentionsReply mentions => MentionRows.Of(mentions, reader.Zone),
        FollowUpsReply followUps => FollowUpRows.Of(followUps),
        ScoreboardReply scores => ScoreRows.Of(scores.Scores),
        HelpReply help => HelpRows.Of(help, reader.Command),
        SourcesReply sources => SourceRows.Of(sources.Sources, reader.Zone),
        _ => [],
    };
}
