using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DigestBot.Benchmarks;

/// <summary>
/// Writes a feed of realistic text: seeded, so that the same count is the same file. Some weeks, five sources, authors with a
/// long tail, sentences put together from subjects, happenings, feelings, places and numbers; one in eight is a copy or a repost
/// of an earlier one, one in thirty names a competitor, one in fifty is spam, one in twelve is German or Spanish.
/// </summary>
internal static class FeedGenerator
{
    /// <summary>Monday of the first week, UTC.</summary>
    public static readonly DateTimeOffset Start = new(2025, 3, 31, 0, 0, 0, TimeSpan.Zero);

    public const string Brand = "Acme Air";
    public const string Competitor = "Globex Air";

    private static readonly string[] Sources = ["social", "app-store", "reviews", "forum", "support"];

    private static readonly string[] Openers =
    [
        "@AcmeAir", "Hey @AcmeAir,", "Acme Air", "So", "Just landed.", "Honestly,", "Third time this month:", "@AcmeAir please:", "Update:", "Quick question @AcmeAir:",
        "To whoever runs @AcmeAir,", "My family and I", "Been a customer since 2009.", "Not again.", "Well done @AcmeAir!",
    ];

    private static readonly string[] Happenings =
    [
        "my flight {n} was delayed by {h} hours", "you lost my suitcase in {p}", "the booking page fails after I enter my card",
        "I have been on hold for {m} minutes", "the crew on {n} was wonderful", "the gate agent in {p} rebooked us within minutes",
        "my refund has not arrived after {h} weeks", "the app logs me out on every start", "could you please show the seat map before payment",
        "you should let us choose meals in the app", "the seat was broken and the light did not work", "boarding was quick and friendly",
        "why was flight {n} cancelled without a word", "the wifi did not work all the way to {p}", "my upgrade request vanished",
        "is there a way to add a second bag online", "the lounge in {p} was spotless", "I was charged twice for {n}",
        "nobody at the {p} desk knew what was going on", "the new boarding pass design is great", "please bring back the vegetarian option",
        "my mother needed a wheelchair and nobody came", "your chat answered in two minutes and solved it",
        "mein Flug {n} wurde ohne Erklärung gestrichen", "der Koffer kam mit {h} Stunden Verspätung in {p} an",
        "perdieron mi maleta en {p} y nadie contesta", "la tripulación del vuelo {n} fue encantadora",
    ];

    private static readonly string[] Feelings =
    [
        "Not acceptable.", "Thank you so much!", "I am very disappointed.", "Never again.", "What a great team.", "Please fix this.",
        "This used to be better.", "Any news?", "I want my money back.", "Keep it up!", "Who do I talk to?", "Great, another night at the airport.",
        "It made my day.", "That is the second time.", "Still waiting.", "Would love to see that.", "Zero stars.", "",
    ];

    private static readonly string[] Places =
        ["Lisbon", "Nashville", "Oslo", "Denver", "Boston", "Geneva", "Porto", "Osaka", "Lyon", "Houston", "Chicago", "Madrid", "Berlin", "Newark"];

    private static readonly string[] Spam =
    [
        "WIN a FREE voucher now, click https://promo.example.com/{n} and enter code FLY{h}", "Cheap followers and crypto signals, DM me {n}",
    ];

    public static async Task WriteAsync(string path, int mentions, int weeks)
    {
        var random = new Random(20250331);
        var recent = new string[512];
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var buffer = new MemoryStream();
        for (var i = 0; i < mentions; i++)
        {
            Write(buffer, i, TimeSpan.FromDays(7 * weeks) / mentions * i, random, recent, mentions);
            if (buffer.Length < 1 << 20 && i < mentions - 1)
                continue;
            await file.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            buffer.SetLength(0);
        }
    }

    private static void Write(MemoryStream buffer, int i, TimeSpan after, Random random, string[] recent, int mentions)
    {
        var text = Text(random, recent);
        recent[random.Next(recent.Length)] = text;
        // In the order of time, as a source gives it; the last mention lies just before the end of the last week.
        var saidAt = Start + after;
        var source = Sources[random.Next(Sources.Length)];
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"m{i:00000000}"));
            json.WriteString("source", source);
            json.WriteString("author", string.Create(CultureInfo.InvariantCulture, $"u{(int)Math.Pow(random.NextDouble() * Math.Sqrt(mentions), 2)}"));
            json.WriteString("text", text);
            json.WriteString("createdAt", saidAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("url", string.Create(CultureInfo.InvariantCulture, $"https://{source}.example.com/p/{i}"));
            json.WriteStartObject("engagement");
            json.WriteNumber("likes", LongTail(random));
            json.WriteNumber("reposts", LongTail(random) / 4);
            json.WriteNumber("replies", random.Next(4));
            json.WriteEndObject();
            json.WriteNumber("authorFollowers", LongTail(random) * 12);
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
    }

    private static long LongTail(Random random) => (long)Math.Pow(1 / (1 - random.NextDouble()), 0.9) - 1;

    private static string Text(Random random, string[] recent)
    {
        var dice = random.NextDouble();
        if (dice < 0.125 && recent[random.Next(recent.Length)] is { } earlier)
            return random.Next(2) == 0 ? earlier : "RT @user: " + earlier;
        var text = new StringBuilder(160);
        if (dice > 0.98)
            return Fill(Pick(Spam, random), random);
        text.Append(Pick(Openers, random)).Append(' ').Append(Fill(Pick(Happenings, random), random)).Append(". ").Append(Pick(Feelings, random));
        while (text.Length < 100)
            text.Append(' ').Append(Fill(Pick(Happenings, random), random)).Append(". ").Append(Pick(Feelings, random));
        if (dice > 0.94)
            text.Append(" Should have booked ").Append(Competitor).Append('.');
        return text.ToString();
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    private static string Fill(string template, Random random) => template
        .Replace("{n}", string.Create(CultureInfo.InvariantCulture, $"AC{random.Next(100, 999)}"), StringComparison.Ordinal)
        .Replace("{h}", random.Next(2, 9).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m}", random.Next(20, 180).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{p}", Pick(Places, random), StringComparison.Ordinal);
}
