using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>Whatever customers and colleagues write, wherever it is shown: Teams takes it, and it does nothing.</summary>
public sealed partial class TheWordsOfStrangers
{
    private static readonly string[] Pieces =
    [
        .. WorstEdition.Attacks, "<at>", "</at>", "<at id=\"1\">Ana</at>", "[bank](https://evil.example)", "](", "**", "__", "~~", "`", "# ", "- ", "1. ", "\n* ",
        "{{DATE(2026-11-16T00:00:00Z,SHORT)}}", "{{", "}}", "{", "${x}", "&lt;at&gt;", "&#60;at>", "<", ">", "\u0000", "\ud83d", "\udc4f", "👏🏽", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "\n\n\n", "   ", "",
        "\"}],\"actions\":[{\"type\":\"Action.OpenUrl\"", "مرحبا", "\u202e", "\"", "\\", "\u2028", "日本語", "javascript:alert(1)", "https://evil.example/a?b=c#d",
    ];

    // What every card is made of, with words that do no harm.
    private static readonly string[] Calm = [.. Cards("calm").Select(Frame)];

    [Fact]
    public void Never_stand_where_markdown_is_read() => Check((card, at) =>
    {
        Assert.Equal(Calm[at], Frame(card));
        return true;
    });

    [Fact]
    public void Mention_nobody_and_fill_in_no_dates() => Check((card, _) =>
        card["msteams"]!["entities"] is null && Texts(card).All(text => !Tag().IsMatch(text) && !text.Contains("{{", StringComparison.Ordinal)));

    [Fact]
    public void Lead_nowhere_but_to_a_web_address_under_its_own_name() => Check((card, _) => card.Objects()
        .Where(found => found.Text("type") == "Action.OpenUrl")
        .All(link => WebLink.OrNull(link.Text("url")) is not null));

    [Fact]
    public void Keep_every_card_below_what_Teams_takes() => Check((card, _) => TeamsSize.Of(card) <= TeamsSize.Ceiling);

    [Fact]
    public void Leave_no_text_empty() => Check((card, _) => Texts(card).All(text => text.Length > 0));

    [Fact]
    public void Come_through_JSON_as_they_are() => Check((card, _) => JsonNode.DeepEquals(JsonNode.Parse(card.ToJsonString()), card));

    [Fact]
    public void Are_bare_where_nobody_knows_what_a_client_reads() => Prop.ForAll(Words(), words =>
    {
        var found = TeamsResult.Of(new FoundWin.OfMention(new(new("zendesk", "1"), words, words, DateTimeOffset.UnixEpoch, words)));
        var preview = found["preview"]!["content"]!.AsObject();
        var card = found["content"]!.AsObject();
        return new[] { preview.Text("title")!, preview.Text("text")!, card.Text("speak")!, card.Text("fallbackText")! }.All(text => text.IndexOfAny(['<', '>', '[', ']', '*', '_', '`', '~', '#', '{', '}']) < 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static void Check(Func<JsonObject, int, bool> holds) =>
        Prop.ForAll(Words(), words => Cards(words).Select((card, at) => holds(card, at)).All(held => held)).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static Arbitrary<string> Words() => Arb.From(
        from pieces in Gen.ListOf(Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")))
        from times in Gen.Choose(1, 60)
        select string.Concat(Enumerable.Repeat(string.Concat(pieces), times)) is var all && all.Length > 3_000 ? all[..3_000] : all);

    // Everything that is read as markup: our own TextBlocks, what buttons say and send, the names of all elements.
    private static string Frame(JsonObject card) => string.Join('\n', TeamsExtras.Without(card).Objects()
        .Where(found => found.Text("type") is "TextBlock" or "Action.Execute" or "Action.Submit" or "Action.ShowCard")
        .Select(found => found.Text("text") ?? found.Text("title")));

    private static IEnumerable<string> Texts(JsonObject card) => card.Objects().SelectMany(found => new[] { found.Text("text"), found.Text("title"), found.Text("legend") }).OfType<string>();

    private static IEnumerable<JsonObject> Cards(string words)
    {
        var ordinary = Editions.Ordinary();
        var edition = ordinary.Edition with
        {
            Brand = words,
            State = EditionState.Draft,
            TouchPoints = [.. ordinary.Edition.TouchPoints.Select(point => Said(point, words))],
            RunnersUp = [.. ordinary.Edition.RunnersUp.Select(point => Said(point, words))],
            Ledger = [new(words, words, PromiseState.Done, 12, 7, words)],
            Coverage = [.. ordinary.Edition.Coverage.Select(source => source with { Source = words.Length == 0 ? "x" : words })],
        };
        var card = new EditionCard(edition, edition.TouchPoints.ToDictionary(point => point.Id, _ => Acted(words), StringComparer.Ordinal), null);
        return
        [
            TeamsView.Of(new EditionContent(card)), TeamsView.Of(new DraftContent(card)), TeamsView.Of(new TextContent($"{words}\n{words}", [])),
            .. edition.TouchPoints.Take(4).Select(point => TeamsView.Of(new TouchPointContent(card, point.Rank))),
            .. Answered.Names.Except(["unknown"]).Select(name => TeamsAnswerView.Of(Answered.Named(name, words), TeamsCards.Executive)),
        ];
    }

    private static TouchPoint Said(TouchPoint point, string words) => point with
    {
        Headline = words, Comment = words, Department = words, Correction = words, Reasons = [words, words],
        Quote = point.Quote with { Text = words, Link = words, Mention = new(words.Length == 0 ? "x" : words, "1") },
        Metrics = point.Metrics with { Accounts = [words, words], Sources = [new(words, 3)] },
    };

    // A person of Teams whose name is markup is mentioned by nobody.
    private static TouchPointState Acted(string words) => new()
    {
        Owner = $"{words}<", OwnerId = "teams:6a2f4b0e-7d1c-4f6e-9b1e-0c6a55d0de01", FollowUp = 17, PickedBy = words, Expected = words, Outcome = words,
        Promise = PromiseState.Open, Kudos = 3,
    };

    [GeneratedRegex("<[/!?a-zA-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
