using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions;

/// <summary>What an answer shows below its words: plain records, laid out by each edge's views.</summary>
public abstract record ReplyContent
{
    /// <summary>How many entries of a list stand in it, where an edge shows a list a few at a time; 0 for what is no list.</summary>
    public virtual int Entries => 0;

    /// <summary>How many entries were left out before the first one here.</summary>
    public int Skipped { get; private init; }

    /// <summary>The same from a later entry on.</summary>
    /// <param name="count">How many entries are left out.</param>
    public ReplyContent After(int count) => Without(count) with { Skipped = Skipped + count };

    /// <summary>The list without its first entries.</summary>
    protected virtual ReplyContent Without(int count) => this;
}

/// <summary>A whole edition.</summary>
public sealed record EditionReply(EditionCard Card) : ReplyContent;

/// <summary>Touch points of an edition, by rank.</summary>
/// <param name="Card">The edition they stand in, with the states.</param>
/// <param name="Points">Those asked for; may be empty.</param>
public sealed record TouchPointsReply(EditionCard Card, IReadOnlyList<TouchPoint> Points) : ReplyContent;

/// <summary>Mentions behind a touch point, or found by a search.</summary>
/// <param name="Mentions">At most twenty.</param>
/// <param name="Total">How many there are in all; null when they were not counted.</param>
public sealed record MentionsReply(IReadOnlyList<ShownMention> Mentions, int? Total) : ReplyContent
{
    /// <summary>What was said about them in the thread, oldest first.</summary>
    public IReadOnlyList<ShownComment> Comments { get; init; } = [];

    /// <inheritdoc />
    public override int Entries => Mentions.Count;

    /// <inheritdoc />
    protected override ReplyContent Without(int count) => this with { Mentions = [.. Mentions.Skip(count)] };
}

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
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyDictionary<string, string> Names, DateOnly Today) : ReplyContent
{
    /// <summary>Numbers of those that the person who asked may change; buttons stand below these only.</summary>
    public IReadOnlyList<int> Changeable { get; init; } = [];

    /// <inheritdoc />
    public override int Entries => FollowUps.Count;

    /// <inheritdoc />
    protected override ReplyContent Without(int count) => this with { FollowUps = [.. FollowUps.Skip(count)] };
}

/// <summary>The numbers of the last editions.</summary>
public sealed record ScoreboardReply(WeeklyScores Scores) : ReplyContent;

/// <summary>What each verb does.</summary>
public sealed record HelpReply(IReadOnlyList<ActionDescription> Actions) : ReplyContent;

/// <summary>Health of each source.</summary>
public sealed record SourcesReply(IReadOnlyList<SourceState> Sources) : ReplyContent;
