using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Sample;

/// <summary>
/// The company that the program shows itself with while no source is configured: Wrenbike, a fictional bike-sharing company
/// in Bristol, Hamburg, Sevilla and Lyon, with two fictional competitors.
/// </summary>
internal static class SampleCompany
{
    /// <summary>Its sources, by name; each is a <see cref="SampleMentionSource"/>.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["app-store", "forum", "reviews", "social", "support-desk"];

    /// <summary>Whose week it is.</summary>
    public static Brand Brand { get; } = new("Wrenbike")
    {
        Aliases = ["Wren Bikes", "Wren bike", "wrenbikes"],
        Competitors = ["Zipvelo", "Citywhirl"],
        Exclude = ["wren nest", "wren's nest"],
    };

    /// <summary>What it told the reader about itself.</summary>
    public static ReadingRules Rules { get; } = new(Brand)
    {
        Departments = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Operations"] = ["dock", "docks", "docking", "battery", "batteries", "akku", "akkus", "batería"],
            ["Product"] = ["unlock", "phone holder", "several bikes", "two bikes", "second bike", "family account", "group ride", "group rides", "cuenta familiar"],
            ["Sales"] = ["corporate pass", "corporate passes", "company pass", "firmenabo"],
        },
        Topics = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["ending a ride"] = ["end my ride", "end the ride", "ride won't end", "accept the return", "accept returns", "returns failed", "return it", "rückgabe", "fahrt nicht beenden", "terminar el viaje", "rendre le vélo", "light stays red"],
            ["battery"] = ["battery", "batteries", "akku", "akkus", "batería", "flat e-bikes", "e-bikes tried", "no power", "motor dies", "distance on an e-bike"],
            ["several bikes on one account"] = ["two bikes", "second bike", "several bikes", "group ride", "group rides", "group unlock", "family account", "familien-funktion", "guest unlock", "zwei räder", "dos bicis", "cuenta familiar", "deux vélos"],
            ["double charges"] = ["charged twice", "double charge", "double charges", "billed me twice", "two payments", "doble cargo", "doppelt"],
            ["brakes"] = ["brake", "brakes", "brake cable", "brake lever"],
            ["station at the university hospital"] = ["hospital station", "university hospital", "uni hospital"],
        },
    };

    /// <summary>Its one standing order.</summary>
    public static Digest Digest { get; } = new()
    {
        Name = "weekly",
        Brand = Brand,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Audiences = [new("executives", "terminal", "executives")],
        Curators = new("curators", "terminal", "curators"),
        IsSample = true,
    };

    /// <summary>All of it.</summary>
    public static Company Company { get; } = new(Rules, [Digest], IsSample: true);

    /// <summary>Who works there: two executives, a curator, two owners.</summary>
    public static IReadOnlyList<Person> People { get; } =
    [
        new("terminal:ana", "Ana Castillo", "Europe/Madrid", Roles.Executive),
        new("terminal:david", "David Okafor", "Europe/London", Roles.Executive),
        new("terminal:mei", "Mei Tanaka", "Europe/Berlin", Roles.Curator | Roles.Admin),
        new("terminal:jonas", "Jonas Weber", "Europe/Berlin", Roles.Anyone),
        new("terminal:sofia", "Sofia Lindqvist", "Europe/London", Roles.Anyone),
    ];
}
