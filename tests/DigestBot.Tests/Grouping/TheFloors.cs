using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Stories;
using DigestBot.Core.Stories.Copies;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Guards;

namespace DigestBot.Tests.Grouping;

/// <summary>What grouping reaches on labelled data that lies beside the repository; without the data there is nothing to measure.</summary>
public sealed class TheFloors
{
    [Fact]
    public void Of_copies_hold_on_edited_posts_and_their_contrasts()
    {
        if (Lines("near-duplicates/items.ndjson") is not { } items || Lines("near-duplicates/labels.ndjson") is not { } labels)
            return;
        var clusters = labels.ToDictionary(label => Text(label, "id"), label => Text(label, "cluster"));
        var groups = NearDuplicates.GroupAll([.. items.Select(item => Text(item, "text"))], default);
        var told = items.Select((item, n) => (Group: groups[n], Cluster: clusters[Text(item, "id")])).ToList();
        Assert.InRange(BCubed(told), 0.98, 1);
        Assert.InRange(Pairs(told), 0.955, 1);
    }

    [Theory]
    [InlineData("southwest", "United", 3, "hold")]
    [InlineData("southwest", "United", 4, "companion")]
    [InlineData("southwest", "United", 2, "dragons")]
    [InlineData("southwest", "United", 2, "fortunemagazine")]
    [InlineData("united", "Southwest", 3, "hold")]
    public void Of_trends_hold_on_real_weeks(string feed, string competitor, int week, string keyword)
    {
        if (Lines($"feeds/{feed}/items.ndjson") is not { } items)
            return;
        var first = Trends(items, new(feed) { Competitors = [competitor] }).Take(week).Last().Take(5);
        Assert.Contains(first, trend => trend.Subject.Contains(keyword, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_trends_hold_on_planted_ones_and_claim_little_else()
    {
        if (Lines("feeds/bank-planted/items.ndjson") is not { } items || Lines("feeds/bank-planted/labels.ndjson") is not { } labels)
            return;
        var intents = labels.ToDictionary(label => Text(label, "id"), label => Text(label, "intent"));
        string[] planted =
        [
            "declined_card_payment", "card_arrival", "unable_to_verify_identity", "top_up_failed", "wrong_exchange_rate_for_cash_withdrawal", "pin_blocked",
            "transfer_timing", "Refund_not_showing_up",
        ];
        var found = Trends(items, new("Example Bank")).Skip(2).SelectMany(week => week.Take(5)).Select(trend => Intent(trend, intents)).ToList();
        Assert.InRange(found.Distinct().Count(planted.Contains), 6, 8);
        Assert.InRange(found.Count(planted.Contains) / (double)found.Count, 0.5, 1);
    }

    [Fact]
    public void Of_trends_are_not_reached_by_shuffled_weeks()
    {
        if (Lines("feeds/bank-planted/items.ndjson") is not { } items)
            return;
        var times = items.Select(item => item.GetProperty("createdAt").GetDateTimeOffset()).ToArray();
        new Random(11).Shuffle(times);
        Assert.InRange(Trends(items, new("Example Bank"), times).Sum(week => week.Count), 0, 3);
    }

    private static IEnumerable<List<Story>> Trends(IReadOnlyList<JsonElement> items, Brand brand, DateTimeOffset[]? times = null)
    {
        var reader = new LocalReader(new(brand));
        var before = new List<WeekSummary?>();
        var weeks = items.Select((item, n) => Read(reader, item, times?[n])).GroupBy(read => DigestWeek.Of(read.Mention.SaidAt, TimeZoneInfo.Utc));
        foreach (var week in weeks.OrderBy(week => week.Key))
        {
            var grouped = StoryGrouper.Group(week.Key, [.. week], before);
            before.Add(grouped.Summary);
            yield return [.. grouped.Stories.Where(story => story.Burst > 0).OrderBy(story => story.BurstChance)];
        }
    }

    private static ReadMention Read(LocalReader reader, JsonElement item, DateTimeOffset? at)
    {
        var mention = new Mention(new(Text(item, "source"), Text(item, "id")), Text(item, "author"), Text(item, "text"), at ?? item.GetProperty("createdAt").GetDateTimeOffset());
        return new(mention, reader.Read(mention));
    }

    private static string? Intent(Story trend, Dictionary<string, string> intents)
    {
        var most = trend.Mentions.CountBy(mention => intents[mention.Mention.Id.ExternalId]).MaxBy(intent => intent.Value);
        return 2 * most.Value > trend.Mentions.Count ? most.Key : null;
    }

    private static double BCubed(List<(int Group, string Cluster)> told)
    {
        var (groups, clusters, both) = (told.CountBy(t => t.Group).ToDictionary(), told.CountBy(t => t.Cluster).ToDictionary(), told.CountBy(t => t).ToDictionary());
        var precision = told.Average(t => both[t] / (double)groups[t.Group]);
        var recall = told.Average(t => both[t] / (double)clusters[t.Cluster]);
        return 2 * precision * recall / (precision + recall);
    }

    private static double Pairs(List<(int Group, string Cluster)> told)
    {
        static double Sum(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1.0) / 2);
        var together = Sum(told.CountBy(t => t).Select(t => t.Value));
        var precision = together / Sum(told.CountBy(t => t.Group).Select(t => t.Value));
        var recall = together / Sum(told.CountBy(t => t.Cluster).Select(t => t.Value));
        return 2 * precision * recall / (precision + recall);
    }

    private static List<JsonElement>? Lines(string file)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "data", file);
        return File.Exists(path) ? [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)] : null;
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
