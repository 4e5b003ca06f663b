using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions;

/// <summary>What an answer shows below its words: plain records, laid out by each edge's views.</summary>
public abstract record ReplyContent;

/// <summary>A whole edition.</summary>
public sealed record EditionReply(EditionCard Card) : ReplyContent;

/// <summary>Touch points of an edition, by rank.</summary>
/// <param name="Card">The edition they stand in, with the states.</param>
/// <param name="Points">Those asked for; may be empty.</param>
public sealed record TouchPointsReply(EditionCard Card, IReadOnlyList<TouchPoint> Points) : ReplyContent;

/// <summary>Mentions behind a touch point, or found by a search.</summary>
/// <param name="Mentions">At most twenty.</param>
/// <param name="Total">How many there are in all; null when they were not counted.</param>
public sealed record MentionsReply(IReadOnlyList<ShownMention> Mentions, int? Total) : ReplyContent;

/// <summary>A mention fit to be shown: personal data is masked here, so that no view can forget it.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Author">Handle.</param>
/// <param name="Text">What was said, masked; customer text.</param>
/// <param name="SaidAt">When, UTC.</param>
/// <param name="Link">The original, or null.</param>
public sealed record ShownMention(MentionId Id, string Author, string Text, DateTimeOffset SaidAt, string? Link)
{
    /// <summary>Masks a mention.</summary>
    public static ShownMention Of(ReadMention read) => new(
        read.Mention.Id, read.Mention.Author, PersonalData.Mask(read.Mention.Text, read.Insight.PersonalData), read.Mention.SaidAt, read.Mention.Link);
}

/// <summary>Follow-ups, by due date.</summary>
/// <param name="FollowUps">Those asked for; may be empty.</param>
/// <param name="Names">Names of the people in them, by id.</param>
/// <param name="Today">Today for the person who asked; what "overdue" is measured against.</param>
public sealed record FollowUpsReply(
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyDictionary<string, string> Names, DateOnly Today) : ReplyContent;

/// <summary>The numbers of the last editions.</summary>
public sealed record ScoreboardReply(WeeklyScores Scores) : ReplyContent;

/// <summary>What each verb does.</summary>
public sealed record HelpReply(IReadOnlyList<ActionDescription> Actions) : ReplyContent;

/// <summary>Health of each source.</summary>
public sealed record SourcesReply(IReadOnlyList<SourceState> Sources) : ReplyContent;
