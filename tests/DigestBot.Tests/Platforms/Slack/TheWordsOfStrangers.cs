using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Slack;

/// <summary>Whatever customers and colleagues write, wherever it is shown: Slack takes it, and it does nothing.</summary>
public sealed class TheWordsOfStrangers
{
    private static readonly string[] Pieces =
    [
        .. WorstEdition.Attacks, "<!here>", "<@U0ANA>", "<!subteam^S1|all>", "<https://evil.example|bank>", "&lt;!channel&gt;", "&", "&amp;", "<", ">", "|",
        "\u0000", "\ud83d", "\udc4f", "👏🏽", ":tada:", "\n\n\n", "   ", "", "*", "_", "`", "~", "> ", "• ", "مرحبا", "\u202e", "\"", "\\", "\u2028", "日本語",
    ];

    [Fact]
    public void Stay_within_every_limit_of_Slack() => Check(message => BlockKitRules.Faults(message["blocks"]!.AsArray(), 50).Count == 0
        && message["text"]!.GetValue<string>().Length is > 0 and < 4_000);

    [Fact]
    public void Ring_for_nobody() => Check(message => !BlockKit.Rings(message["text"]!.GetValue<string>(), message["blocks"]!.AsArray()).Any());

    [Fact]
    public void Are_never_read_as_marks_where_Slack_reads_marks() => Check(message => Parsed(message).All(text => !text.Contains('<') && !text.Contains('>')));

    [Fact]
    public void Come_through_JSON_as_they_are() => Check(message => JsonNode.DeepEquals(JsonNode.Parse(message.ToJsonString()), message));

    private static void Check(Func<JsonObject, bool> holds) =>
        Prop.ForAll(Words(), words => Messages(words).All(holds)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static Arbitrary<string> Words() => Arb.From(
        from pieces in Gen.ListOf(Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")))
        from times in Gen.Choose(1, 60)
        select string.Concat(Enumerable.Repeat(string.Concat(pieces), times)) is var all && all.Length > 3_000 ? all[..3_000] : all);

    private static IEnumerable<string> Parsed(JsonObject message) =>
        message["blocks"].Objects().Where(found => found.Text("type") == "mrkdwn").Select(found => found.Text("text")!).Append(message["text"]!.GetValue<string>());

    private static IEnumerable<JsonObject> Messages(string words)
    {
        var ordinary = Editions.Ordinary();
        var edition = ordinary.Edition with
        {
            Brand = words,
            TouchPoints = [.. ordinary.Edition.TouchPoints.Select(point => Said(point, words))],
            RunnersUp = [.. ordinary.Edition.RunnersUp.Select(point => Said(point, words))],
            Ledger = [new(words, words, PromiseState.Done, 12, 7, words)],
        };
        var card = new EditionCard(edition, edition.TouchPoints.ToDictionary(point => point.Id, _ => Acted(words), StringComparer.Ordinal), null);
        return
        [
            SlackView.Of(new EditionContent(card)), SlackView.Of(new DraftContent(card)), SlackView.Of(new TextContent(words, [])),
            .. edition.TouchPoints.Take(4).Select(point => SlackView.Of(new TouchPointContent(card, point.Rank))),
        ];
    }

    private static TouchPoint Said(TouchPoint point, string words) => point with
    {
        Headline = words, Comment = words, Department = words, Correction = words, Reasons = [words, words],
        Quote = point.Quote with { Text = words, Link = words, Mention = new(words.Length == 0 ? "x" : words, "1") },
        Metrics = point.Metrics with { Accounts = [words, words], Sources = [new(words, 3)] },
    };

    private static TouchPointState Acted(string words) => new()
    {
        Owner = words, PickedBy = words, Expected = words, Outcome = words, Promise = PromiseState.Done, Kudos = 3,
    };
}
