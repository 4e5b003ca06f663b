using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;

namespace DigestBot.Core.Editions;

/// <summary>Something that far more people than usual tell of this week, or did last week.</summary>
/// <param name="Title">Readable, lower case, at most 60 characters: a phrase of the customers' own, or a topic.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Weeks">Weeks in a row in which it burst, at least 1.</param>
/// <param name="People">Unique authors this week.</param>
/// <param name="Usual">People usual at this week's volume of talk.</param>
/// <param name="MentionIds">All its mentions of the week.</param>
/// <param name="Quotes">At most three, best first: different people, different words.</param>
/// <param name="StoryKey">Key of the story that tells it, which may be a touch point; null when none does.</param>
public sealed record EditionTrend(
    string Title, TrendState State, int Weeks, int People, double Usual, IReadOnlyList<MentionId> MentionIds, IReadOnlyList<Quote> Quotes, string? StoryKey);

/// <summary>How loud a competitor is beside us, and how often customers name both.</summary>
/// <param name="Name">As configured; or a handle with <c>@</c> that several customers named beside us.</param>
/// <param name="Mentions">Mentions that name it, ours or not.</param>
/// <param name="WithUs">Mentions of ours that name it too.</param>
/// <param name="Share">Our share against it alone, 0 to 1; null for a handle, of which only what is said beside us is heard.</param>
/// <param name="PreviousShare">The same a week before; null when unknown.</param>
public sealed record Voice(string Name, int Mentions, int WithUs, double? Share, double? PreviousShare);
