using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using DigestBot.Core.Scoreboard;
using DigestBot.Core.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Testing;

/// <summary>One answer of every kind that there is, by the name that its snapshot carries.</summary>
internal static class Answered
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<string> Names { get; } =
        ["digest", "wins", "runners-up", "preview", "evidence", "search", "mine", "scoreboard", "help", "help-one", "sources", "unknown", "done"];

    public static ActionReply Named(string name, string text = "Day 19. The mail still says that it takes seven days.") => name switch
    {
        "digest" => Done("The edition of week 2026-W46.", new EditionReply(Editions.Ordinary())),
        "wins" => Done("The wins of week 2026-W46.", new TouchPointsReply(Told(text), [.. Told(text).Edition.TouchPoints.Where(point => point.Kind == Core.Ranking.TouchPointKind.Win)])),
        "runners-up" => Done("These just missed. Say 'missed' and the number when one should have been in.", new TouchPointsReply(Editions.Ordinary(), Editions.OrdinaryEdition().RunnersUp)),
        "preview" => Done("This is what finance will see.", new TouchPointsReply(Editions.Ordinary(), [Editions.OrdinaryEdition().TouchPoints[2]])) with
        {
            Offers = [new CardAction("share", "Share to finance", "tp3 to finance now", IsPrimary: true)],
        },
        "evidence" => Done("Behind number 3, “Refunds take longer than the promised 7 days”.", new MentionsReply([.. Enumerable.Range(1, 20).Select(at => Said(at, text))], 138)),
        "search" => Done("The newest mentions with 'refund'.", new MentionsReply([Said(1, text)], null)),
        "mine" => Done("You owe these.", Owed(text)),
        "scoreboard" => Done("What customers said, and what we did.", new ScoreboardReply(Scores())),
        "help" => Done("This is what you can say. A number is the number in the last edition.", new HelpReply(Verbs())),
        "help-one" => Done("claim: Own a touch point: a follow-up for you.", new HelpReply([.. Verbs().Where(verb => verb.Verb == "claim")])),
        "sources" => Done("This is what I listen to.", new SourcesReply(Sources(text))),
        "unknown" => Refuse.UnknownVerb(text, "mine"),
        "done" => Done($"Follow-up 17 is done: {text}", null),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such answer."),
    };

    private static ActionReply.Done Done(string text, ReplyContent? content) => new(text) { Content = content };

    private static EditionCard Told(string text)
    {
        var card = Editions.Ordinary();
        return card with { Edition = card.Edition with { TouchPoints = [.. card.Edition.TouchPoints.Select(point => point with { Headline = text, Quote = point.Quote with { Text = text } })] } };
    }

    private static ShownMention Said(int at, string text) => new(
        new(at % 2 == 0 ? "zendesk" : "app-store", $"m{at}"), at == 1 ? text : $"traveller{at}", text, Monday.AddDays(-at), at == 3 ? null : $"https://store.example/reviews/{at}");

    private static FollowUpsReply Owed(string text) => new(
        [
            Owed(3, text, new(2026, 11, 14)) with { State = FollowUpState.InProgress },
            Owed(5, "Gate changes by text message", new(2026, 11, 16)),
            Owed(17, "Show the seat map before payment", new(2026, 12, 1)) with { AskedBy = "slack:U0ANA", IsPick = true, Expected = "bookings completed up by 1 December" },
            Owed(18, "Boarding calls in Spanish", null) with { Owner = "slack:U0EVE", Note = text },
            Owed(19, "Pets in the cabin", null),
            Owed(20, "A quiet zone on night flights", null),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["slack:U0DEV"] = "Dev", ["slack:U0ANA"] = "Ana", ["slack:U0EVE"] = text },
        new(2026, 11, 16))
    {
        Changeable = [3, 5, 17, 19, 20],
    };

    private static FollowUp Owed(int number, string headline, DateOnly? due) => new()
    {
        Number = number,
        Edition = new("weekly", Editions.Week),
        TouchPointId = $"tp{number}",
        StoryKey = $"story:{number}",
        Headline = headline,
        Owner = "slack:U0DEV",
        AskedBy = "slack:U0DEV",
        Due = due,
        CreatedAt = Monday,
    };

    private static WeeklyScores Scores() => new(
        [
            .. Enumerable.Range(0, 8).Select(ago => new WeekScore(
                new(2026, 46 - ago), 12_431 - (ago * 700), 931_000 - (ago * 10_000), ago == 7 ? null : 0.21, ago > 5 ? null : 0.41, 5, 5 - (ago % 3), 4)),
        ],
        40, 33, 2, 4.5);

    private static SourceState[] Sources(string text) =>
    [
        new("app-store", null, Monday, Run("app-store", null), 4_120),
        new("reddit", null, Monday.AddDays(-4), Run("reddit", text), 1_000),
        new("zendesk", null, null, null, 0),
    ];

    private static SourceRun Run(string source, string? failure) => new(source, Monday, Monday, 1, 0, 0, failure);

    private static IReadOnlyList<ActionDescription> Verbs() =>
        [.. new ServiceCollection().AddActions().BuildServiceProvider().GetRequiredService<ActionRegistry>().All.Select(action => action.Description)];
}
