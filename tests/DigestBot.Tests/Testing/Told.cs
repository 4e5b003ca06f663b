using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Testing;

/// <summary>Stories told by hand: who said what, where, and how often before.</summary>
internal static class Told
{
    public static readonly DigestWeek Week = new(2026, 46);
    public static readonly DateTimeOffset Monday = new(2026, 11, 9, 9, 0, 0, TimeSpan.Zero);

    public static ReadMention Mention(
        string id, string text, string source = "social", string? author = null, MentionKind kind = MentionKind.Issue,
        double severity = 0, long likes = 0, long? followers = null, double? sentiment = null)
    {
        var mention = new Mention(new(source, id), author ?? $"author-{id}", text, Monday.AddMinutes(id.Length + Math.Abs(id.Sum(c => c))))
        {
            Engagement = new(likes, 0, 0),
            AuthorFollowers = followers,
            Link = $"https://example.com/{id}",
        };
        var score = sentiment ?? (kind is MentionKind.Win ? 0.6 : kind is MentionKind.Issue ? -0.6 : 0);
        return new(mention, new()
        {
            Language = "en",
            Sentiment = (Sentiment)Math.Sign(score),
            SentimentScore = score,
            Kind = kind,
            SuggestionScore = kind is MentionKind.Suggestion ? 0.9 : 0,
            Severity = severity,
            NamesBrand = true,
        });
    }

    /// <summary>As many people as asked, each with one post about the subject.</summary>
    public static Story Story(
        string subject, int people, MentionKind kind = MentionKind.Issue, StoryBasis basis = StoryBasis.Topic,
        string? department = null, int[]? before = null, string source = "social", double severity = 0) =>
        Of(subject, [.. Enumerable.Range(1, people).Select(n => Mention($"{subject.Replace(' ', '-')}-{n}", $"Person {n} speaks about {subject} at length.", source, kind: kind, severity: severity))],
            kind, basis, department, before);

    public static Story Of(
        string subject, IReadOnlyList<ReadMention> mentions, MentionKind kind = MentionKind.Issue, StoryBasis basis = StoryBasis.Topic,
        string? department = null, int[]? before = null)
    {
        var authors = mentions.DistinctBy(read => (read.Mention.Id.Source, read.Mention.Author)).ToList();
        return new()
        {
            Key = $"{kind}:{subject}".ToLowerInvariant(),
            Subject = subject,
            Basis = basis,
            Kind = kind,
            Department = department,
            Mentions = mentions,
            Authors = authors.Count,
            Reach = authors.Sum(read => read.Mention.Reach),
            Engagement = mentions.Sum(read => read.Mention.Engagement.Total),
            Sentiment = mentions.Count == 0 ? 0 : mentions.Average(read => read.Insight.SentimentScore),
            Sources = [.. mentions.Select(read => read.Mention.Id.Source).Distinct(StringComparer.Ordinal)],
            Before = before is null
                ? [.. Enumerable.Repeat<WeekCount?>(null, 8)]
                : [.. Enumerable.Repeat<WeekCount?>(null, 8 - before.Length), .. before.Select(count => (WeekCount?)new WeekCount(count, count))],
        };
    }

    public static WeekOfStories Grouped(params Story[] stories) => new(Summary(Week, stories), stories);

    public static WeekSummary Summary(DigestWeek week, params Story[] stories) => new()
    {
        Week = week,
        Mentions = stories.Sum(story => story.Mentions.Count),
        Authors = stories.Sum(story => story.Authors),
        Sentiment = 0,
        CompetitorMentions = 0,
        Sources = [.. stories.SelectMany(story => story.Mentions).CountBy(read => read.Mention.Id.Source).Select(source => new SourceCount(source.Key, source.Value)).OrderBy(source => source.Source, StringComparer.Ordinal)],
        Terms = [],
    };
}
