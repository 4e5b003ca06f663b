using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions;

/// <summary>An answer as plain lines: for the command line, and for an edge that has no richer view. Safe to print.</summary>
public static class ReplyText
{
    private const int LongestLine = 400;

    /// <summary>The words, then the content line by line, then what else can be said.</summary>
    public static IReadOnlyList<string> Lines(ActionReply reply)
    {
        var content = reply is ActionReply.Done { Content: { } shown } ? Lines(shown) : [];
        var offers = reply.Offers.Select(offer => $"{offer.Title}: {offer.Verb} {offer.Arguments}");
        return [.. reply.Text.Split('\n').Concat(content).Concat(offers).Select(line => VisibleText.Line(line, LongestLine))];
    }

    private static IEnumerable<string> Lines(ReplyContent content) => content switch
    {
        EditionReply edition => Edition(edition.Card),
        TouchPointsReply points => points.Points.Select(point => Point(point, points.Card.StateOf(point))),
        MentionsReply mentions => Mentions(mentions),
        FollowUpsReply followUps => followUps.FollowUps.Select(followUp => FollowUp(followUp, followUps)),
        ScoreboardReply scores => Scores(scores.Scores),
        HelpReply help => help.Actions.Select(action => $"{action.Example}: {action.Summary}{Who(action.Allowed)}"),
        SourcesReply sources => sources.Sources.Select(Source),
        _ => [],
    };

    private static IEnumerable<string> Edition(EditionCard card)
    {
        if (card.Edition.IsSample)
            yield return EditionWords.SampleNotice;
        yield return EditionWords.Subtitle(card.Edition);
        foreach (var point in card.Edition.TouchPoints)
            yield return Point(point, card.StateOf(point));
        yield return EditionWords.Coverage(card.Edition);
    }

    private static string Point(TouchPoint point, TouchPointState state)
    {
        if (point.IsRetracted)
            return $"{point.Rank}. Taken back by a curator.";
        var facts = new[]
        {
            Phrases.Count(point.Metrics.Mentions, "mention", "mentions"),
            point.Department,
            state.Owner is { } owner ? $"{owner} has it" : null,
            state.Kudos > 0 ? $"{state.Kudos} thanked" : null,
        };
        return $"{point.Rank}. {point.Kind}: {point.Headline} ({string.Join(", ", facts.OfType<string>())})";
    }

    private static IEnumerable<string> Mentions(MentionsReply reply)
    {
        foreach (var mention in reply.Mentions)
            yield return $"{mention.SaidAt:yyyy-MM-dd} {Phrases.Source(mention.Id.Source)}, {mention.Author}: {mention.Text}{(mention.Link is { } link ? $" {link}" : "")}";
        if (reply.Total > reply.Mentions.Count)
            yield return $"{Phrases.Number(reply.Mentions.Count)} of {Phrases.Number(reply.Total.Value)}.";
        foreach (var comment in reply.Comments)
            yield return $"{comment.By} said in the thread: {comment.Text}";
    }

    private static string FollowUp(FollowUp followUp, FollowUpsReply reply)
    {
        var owner = reply.Names.GetValueOrDefault(followUp.Owner, followUp.Owner);
        var due = followUp.Due is not { } date ? "no date" : date < reply.Today ? $"was due {date:yyyy-MM-dd}" : $"due {date:yyyy-MM-dd}";
        return $"{followUp.Number}. {followUp.Headline} ({owner}, {due})";
    }

    private static IEnumerable<string> Scores(WeeklyScores scores)
    {
        foreach (var week in scores.Weeks)
        {
            var voice = week.ShareOfVoice is { } share ? $", share of voice {Phrases.Percent(share)}" : "";
            var mood = week.Sentiment is { } sentiment ? $", sentiment {Phrases.Signed(sentiment)}" : "";
            yield return $"{week.Week}: {Phrases.Count(week.Mentions, "mention", "mentions")}, reach {Phrases.Number(week.Reach)}{mood}{voice}; {week.Taken} taken, {week.Done} done";
        }
        var days = scores.DaysToAct is { } median ? $", {Phrases.Ratio(median)} days to act (median)" : "";
        yield return $"In all: {scores.Taken} taken, {scores.Done} done, {scores.Overdue} overdue{days}";
    }

    private static string Source(SourceState source)
    {
        var health = source.PausedAt is not null ? "paused" : source.LastRun switch
        {
            null => "never read",
            { Failure: { } failure } => $"failing: {failure}",
            _ => "well",
        };
        return $"{Phrases.Source(source.Source)}: {Phrases.Count(source.Mentions, "mention", "mentions")}, {health}";
    }

    private static string Who(WhoMay allowed) => allowed switch
    {
        WhoMay.Executive => " (executives)",
        WhoMay.Curator => " (curators)",
        _ => "",
    };
}
