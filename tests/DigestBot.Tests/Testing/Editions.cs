using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;

namespace DigestBot.Tests.Testing;

/// <summary>Acme Air's week 46 as the views get it: an ordinary one and an empty one. See <see cref="WorstEdition"/> for the hostile one.</summary>
internal static class Editions
{
    public static readonly DigestWeek Week = new(2026, 46);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The reference picture: numbers, ledger, ten, one source silent since Thursday, people at work on some of them.</summary>
    public static EditionCard Ordinary() => new(OrdinaryEdition(), States(), "http://127.0.0.1:5080/editions/weekly/2026-W46");

    public static Edition OrdinaryEdition() => Blank() with
    {
        State = EditionState.Published,
        TouchPoints = Ten(),
        RunnersUp =
        [
            Point(11, TouchPointKind.Issue, "Chat answers in the wrong language", "I wrote in German and got Portuguese back.", 31, [5, 9, 8, 12, 11, 14, 19, 22, 31]),
            Point(12, TouchPointKind.Win, "Vegan menu praised on long flights", "Best vegan meal I have had in the air.", 16, [null, null, 2, 1, 3, 5, 9, 11, 16]),
        ],
        Numbers = new(12_431, 10_535, 0.21, 0.26, 0.41, 0.45, 5, 7),
        Coverage = Coverage(),
        Ledger =
        [
            new("Refund form works on phones again", "Dev", PromiseState.Done, 4, 7, "38 customers told"),
            new("Boarding calls in Spanish", "Eve", PromiseState.Open, 9, 14, null),
            new("Pets in the cabin", "Ana", PromiseState.Declined, 3, null, "not this year, because two routes forbid it"),
            new("Gate changes by text message", "Ben", PromiseState.Overdue, 16, 14, null),
        ],
        RawMinutes = [new("app-store", "r1"), new("zendesk", "r2")],
        WeeksSinceActed = 2,
    };

    /// <summary>The ordinary one before it went out, one of them pinned.</summary>
    public static EditionCard Draft()
    {
        var edition = OrdinaryEdition();
        return Ordinary() with
        {
            Edition = edition with { State = EditionState.Draft, TouchPoints = [edition.TouchPoints[0] with { IsPinned = true }, .. edition.TouchPoints.Skip(1)] },
        };
    }

    /// <summary>A first week in which nothing was said and one source could not be read at all.</summary>
    public static EditionCard Empty() => new(Blank() with
    {
        Numbers = new(0, null, 0, null, null, null, null, null),
        Coverage = [new("zendesk", 0, CoverageState.Full, null), new("reddit", 0, CoverageState.Silent, null)],
    }, new Dictionary<string, TouchPointState>(StringComparer.Ordinal), null);

    /// <summary>The ordinary one as the sample company's.</summary>
    public static EditionCard Sample() => Ordinary() with { Edition = OrdinaryEdition() with { IsSample = true } };

    /// <summary>The ordinary one with a corrected and a taken back touch point.</summary>
    public static EditionCard Corrected()
    {
        var edition = OrdinaryEdition();
        var ten = edition.TouchPoints.ToList();
        ten[5] = ten[5] with { Correction = "It was Android 15, not 16." };
        ten[6] = ten[6] with { IsRetracted = true };
        return Ordinary() with { Edition = edition with { TouchPoints = ten } };
    }

    public static TouchPoint Point(int rank, TouchPointKind kind, string headline, string quote, int mentions, IReadOnlyList<int?> weeks) => new()
    {
        Id = $"tp{rank}",
        StoryKey = $"story:{rank}",
        Rank = rank,
        Kind = kind,
        Headline = headline,
        Quote = new(quote, new("app-store", $"q{rank}"), new DateTimeOffset(2026, 11, 11, 9, 30, 0, TimeSpan.Zero), "en", $"https://store.example/reviews/{rank}"),
        Score = 1 - (rank / 20.0),
        Reasons = ["4.2 times the usual volume", "3 sources", "new this week"],
        MentionIds = [new("app-store", $"q{rank}")],
        Metrics = new()
        {
            Mentions = mentions,
            Authors = Math.Max(1, mentions * 9 / 10),
            Reach = mentions * 75L,
            Engagement = mentions * 3L,
            Sentiment = kind == TouchPointKind.Win ? 0.71 : -0.34,
            PreviousWeek = weeks[^2],
            Weeks = weeks,
            WeeksRunning = weeks.Reverse().TakeWhile(week => week > 0).Count(),
            Sources = [new("app-store", mentions)],
        },
    };

    private static Edition Blank() => new()
    {
        Key = new("weekly", Week),
        Brand = "Acme Air",
        Zone = "Europe/Paris",
        From = Week.From(Paris),
        To = Week.To(Paris),
        TouchPoints = [],
        RunnersUp = [],
        Numbers = new(0, null, 0, null, null, null, null, null),
        Coverage = [],
        ComposedAt = new DateTimeOffset(2026, 11, 16, 6, 55, 0, TimeSpan.Zero),
    };

    private static IReadOnlyList<SourceCoverage> Coverage() =>
    [
        new("app-store", 4_120, CoverageState.Full, null),
        new("play", 3_004, CoverageState.Full, null),
        new("zendesk", 2_907, CoverageState.Full, null),
        new("bluesky", 1_400, CoverageState.Full, null),
        new("reddit", 1_000, CoverageState.Partial, new DateTimeOffset(2026, 11, 12, 8, 0, 0, TimeSpan.Zero)),
    ];

    private static IReadOnlyList<TouchPoint> Ten() =>
    [
        Told(Point(1, TouchPointKind.Issue, "Booking page lost payments on Tuesday", "I paid twice and still have no booking. Nobody picks up the phone.", 412, [40, 44, 39, 51, 42, 40, 45, 43, 412]), "Customer care", "app-store", "play", "zendesk", "reddit"),
        Told(Point(2, TouchPointKind.Suggestion, "Show the seat map before payment", "I will happily pay for legroom. Just let me see the seats before you take my card, like everybody else does.", 107, [0, 0, 0, 0, 21, 38, 55, 76, 107]), "Product", "app-store", "play", "zendesk", "bluesky", "reddit"),
        StillOpen(Told(Point(3, TouchPointKind.Issue, "Refunds take longer than the promised 7 days", "Day 19. The mail still says that it takes seven days.", 138, [60, 58, 66, 71, 70, 95, 104, 120, 138]), "Finance", "zendesk", "bluesky")),
        Told(Point(4, TouchPointKind.Win, "Crew on AC 418 got a diabetic passenger her insulin", "They turned the plane's kitchen upside down until they found it. Thank you, Marta and crew.", 214, [null, 0, 0, 0, 0, 0, 0, 0, 214]), "Operations", "bluesky", "reddit"),
        Told(Point(5, TouchPointKind.Trend, "Globex Air named in one of five price complaints", "Same route, same day, forty less with Globex.", 88, [30, 31, 35, 33, 41, 52, 60, 71, 88]), "Marketing", "bluesky"),
        Told(Point(6, TouchPointKind.Issue, "App logs people out on Android 16", "Third time today that it wants my password at the gate.", 57, [0, 0, 0, 0, 0, 0, 2, 19, 57]), "IT", "app-store", "play"),
        Told(Point(7, TouchPointKind.Suggestion, "A quiet zone on night flights", "Sell me a row without phone calls. I would pay for it.", 48, [0, 0, 0, 0, 0, 0, 0, 0, 48]), "Product", "reddit"),
        Told(Point(8, TouchPointKind.Win, "Lounge staff praised in three cities", "Lisbon, Oslo, Vienna: always the same kindness.", 66, [55, 48, 61, 58, 70, 64, 59, 62, 66]), "Operations", "app-store", "bluesky"),
        Told(Point(9, TouchPointKind.Trend, "Questions about hand luggage sizes doubled", "Is it 40 by 30 or 45 by 36? Your page says both.", 120, [50, 55, 52, 61, 58, 63, 60, 59, 120]), "Customer care", "zendesk"),
        Told(Point(10, TouchPointKind.Win, "Recruiter answers called the fastest in the industry", "Applied on Monday, offer on Thursday.", 18, [null, null, 6, 9, 8, 10, 12, 15, 18]), null, "bluesky"),
    ];

    private static TouchPoint Told(TouchPoint point, string? department, params string[] sources) => point with
    {
        Department = department,
        Quote = point.Quote with { Mention = new(sources[0], $"q{point.Rank}") },
        Metrics = point.Metrics with { Sources = [.. sources.Select((source, at) => new SourceCount(source, Math.Max(1, point.Metrics.Mentions / (at + 2))))] },
    };

    private static TouchPoint StillOpen(TouchPoint point) => point with
    {
        Comment = "Finance has a plan for this; ask for the date.",
        Metrics = point.Metrics with { EditionsRunning = 3, Accounts = ["Contoso", "Fabrikam", "Northwind", "Tailspin"] },
    };

    private static Dictionary<string, TouchPointState> States() => new(StringComparer.Ordinal)
    {
        ["tp1"] = new() { Owner = "Dev", Due = new DateOnly(2026, 11, 20), Promise = PromiseState.Open },
        ["tp2"] = new() { Owner = "Eve", PickedBy = "Ana", Expected = "bookings completed up by 1 December", Promise = PromiseState.Open },
        ["tp3"] = new() { Owner = "Ben", OverdueDays = 2, Promise = PromiseState.Overdue },
        ["tp4"] = new() { Kudos = 214 },
        ["tp6"] = new() { Owner = "Dev", Promise = PromiseState.Done, Outcome = "fixed in 8.1.2" },
        ["tp8"] = new() { Kudos = 1 },
        ["tp9"] = new() { Owner = "Max", Promise = PromiseState.Declined, Outcome = "the page is right, the mail was wrong" },
    };
}
