using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Testing;

/// <summary>The mentions behind an edition of <see cref="Editions"/>: for each quote the mention it was taken from.</summary>
internal static class Testimony
{
    public static ReadMention Of(MentionId id, string text, string? link = null, params TextSpan[] personal) => new(
        new Mention(id, "mallory", text, new DateTimeOffset(2026, 11, 11, 9, 30, 0, TimeSpan.Zero)) { Link = link, Engagement = new(12, 3, 1), Rating = 2 },
        new Insight
        {
            Language = "en", Sentiment = Sentiment.Negative, SentimentScore = -0.4, Kind = MentionKind.Issue, SuggestionScore = 0, PersonalData = personal,
        });

    public static IReadOnlyDictionary<MentionId, ReadMention> Behind(Edition edition) =>
        edition.TouchPoints.Concat(edition.RunnersUp)
            .SelectMany(point => point.MentionIds.Select(id => Of(id, point.Quote.Text, point.Quote.Link)))
            .Concat(edition.RawMinutes.Select(id => Of(id, $"Raw words of {id}.")))
            .DistinctBy(read => read.Mention.Id)
            .ToDictionary(read => read.Mention.Id);
}
