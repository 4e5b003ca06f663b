using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Grouping;

/// <summary>Weeks of talk made by hand: who says what, on which day, understood as the test needs it.</summary>
internal static class Chatter
{
    public static readonly DigestWeek Week = new(2026, 46);
    private static readonly string[] Things =
        ["coffee", "legroom", "pillow", "magazine", "window", "carpet", "snack", "blanket", "headset", "gate", "lounge", "queue", "parking", "shuttle", "kiosk"];

    private static readonly string[] Verdicts =
        ["could be nicer", "was alright", "surprised everybody", "deserves a mention", "felt ordinary", "reminds of home", "looked tired", "cost a bit"];

    public static ReadMention Say(
        string id, string text, string? author = null, string source = "social", MentionKind kind = MentionKind.Issue, string[]? topics = null,
        Engagement engagement = default, int minute = 0, DigestWeek? week = null, long? followers = null, Sentiment? sentiment = null)
    {
        var at = (week ?? Week).From(TimeZoneInfo.Utc).AddMinutes(600 + minute);
        var feeling = sentiment ?? kind switch { MentionKind.Win => Sentiment.Positive, MentionKind.Issue => Sentiment.Negative, _ => Sentiment.Neutral };
        return new(
            new Mention(new(source, id), author ?? $"author of {id}", text, at) { Engagement = engagement, AuthorFollowers = followers },
            new()
            {
                Language = "en", Sentiment = feeling, SentimentScore = 0.5 * (int)feeling, Kind = kind, SuggestionScore = 0, NamesBrand = true, Topics = topics ?? [],
            });
    }

    /// <summary>Small talk that is never the same twice and in which nothing bursts.</summary>
    public static IEnumerable<ReadMention> SmallTalk(int count, int seed, DigestWeek? week = null)
    {
        var dice = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = $"{Pick(dice, Things)} by seat {dice.Next(1, 40)} {Pick(dice, Verdicts)}, and the {Pick(dice, Things)} {Pick(dice, Verdicts)}";
            yield return Say($"talk-{seed}-{i}", text, minute: i, week: week);
        }
    }

    /// <summary>One happening in different words.</summary>
    public static IEnumerable<ReadMention> Outage(int people, DigestWeek? week = null, string source = "social")
    {
        string[] words = ["app crashes when paying", "every payment crashes the app", "crash again, cannot pay", "paying crashes it since noon", "checkout crashed on me"];
        return Enumerable.Range(0, people).Select(n =>
            Say($"outage-{source}-{n}", $"{words[n % words.Length]} {Things[n % Things.Length]} {Verdicts[n % 7]}", source: source, minute: 2000 + n, week: week));
    }

    /// <summary>Eight ordinary weeks before <see cref="Week"/>, oldest first.</summary>
    public static List<WeekSummary?> OrdinaryWeeks(int count = 8, int mentions = 120) =>
        [.. Enumerable.Range(0, count).Select(n => Summary([.. SmallTalk(mentions, 100 + n, Week.Plus(n - count))], Week.Plus(n - count)))];

    public static WeekSummary Summary(IEnumerable<ReadMention> mentions, DigestWeek week)
    {
        var tally = new WeekTally(week);
        foreach (var mention in mentions)
            tally.Add(mention);
        return tally.ToSummary();
    }

    private static string Pick(Random dice, string[] words) => words[dice.Next(words.Length)];
}
