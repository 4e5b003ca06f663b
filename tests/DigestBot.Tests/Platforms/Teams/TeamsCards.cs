using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>Every card that the bot shows in Teams outside dialogs, by the name that its snapshot carries.</summary>
internal static class TeamsCards
{
    public static readonly AnswerReader Executive = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), "@DigestBot") { Asked = "wins", MayShare = true };

    public static readonly TeamsViewers Base = new(["29:ana", "29:ben"], new HashSet<string>(StringComparer.Ordinal) { "pick", "assign", "share", "not-useful" });

    private static readonly Dictionary<string, Func<JsonObject>> All = new(StringComparer.Ordinal)
    {
        ["ordinary"] = () => TeamsView.Edition(Cards.Named("ordinary")),
        ["empty"] = () => TeamsView.Edition(Cards.Named("empty")),
        ["worst"] = () => TeamsView.Edition(Cards.Named("worst")),
        ["sample"] = () => TeamsView.Edition(Cards.Named("sample")),
        ["corrected"] = () => TeamsView.Edition(Cards.Named("corrected")),
        ["draft"] = () => TeamsView.Draft(Cards.Named("draft")),
        ["ordinary-touch-point-1"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 1),
        ["ordinary-touch-point-2"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 2),
        ["ordinary-touch-point-3"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 3),
        ["ordinary-touch-point-4"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 4),
        ["ordinary-touch-point-6"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 6),
        ["ordinary-touch-point-7"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 7),
        ["ordinary-touch-point-9"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 9),
        ["corrected-touch-point-6"] = () => TeamsView.TouchPoint(Editions.Corrected(), 6),
        ["corrected-touch-point-7"] = () => TeamsView.TouchPoint(Editions.Corrected(), 7),
        ["worst-touch-point-4"] = () => TeamsView.TouchPoint(WorstEdition.Card(), 4),
        ["everybodys-touch-point-7"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 7, Base),
        ["given-touch-point-1"] = () => TeamsView.TouchPoint(Given(), 1),
        ["follow-up"] = () => TeamsView.Of(new TextContent(
            "Ana picked this and asks you to see to it: Show the seat map before payment\nWhat should change: bookings completed up by 1 December\nDue Tue, 1 December.\n"
            + "It is follow-up 17. When it is done, say: done 17 and what came of it.", CardActions.OfFollowUp(17))),
        ["reminder"] = () => TeamsView.Of(new TextContent(
            "Follow-up 17 is due tomorrow: Show the seat map before payment\nWhen it is done, say: done 17 and what came of it.", CardActions.OfFollowUp(17))),
        ["found-touch-point"] = () => Found(new FoundWin.OfEdition(Editions.Ordinary(), Editions.OrdinaryEdition().TouchPoints[2])),
        ["found-mention"] = () => Found(new FoundWin.OfMention(((MentionsReply)((ActionReply.Done)Answered.Named("search")).Content!).Mentions[0])),
        ["curators-touch-point-7"] = () => TeamsView.TouchPoint(Editions.Ordinary(), 7, Base with { IsPersonal = true, IsCurators = true }),
        ["doubt"] = () => TeamsView.Of(new TextContent(
            "It is not known whether the edition of 2026-W46 reached executives on teams. Please look there and say so; until then it is not sent again.",
            [new("stands", "It is there", "edition|weekly|2026-W46|executives|0", IsPrimary: true), new("resend", "It is not: send it", "edition|weekly|2026-W46|executives|0")])),
    };

    public static IReadOnlyList<string> Names { get; } =
        [.. All.Keys, .. Answered.Names.Select(name => $"answer-{name}"), .. Attacked.Select(name => $"attacked-{name}")];

    private static IEnumerable<string> Attacked => ["wins", "evidence", "mine", "sources", "unknown", "done"];

    public static JsonObject Named(string name) => name.Split('-', 2) switch
    {
        ["answer", var answer] => TeamsAnswerView.Of(Answered.Named(answer), Executive),
        ["attacked", var answer] => TeamsAnswerView.Of(Answered.Named(answer, string.Join('\n', WorstEdition.Attacks)), Executive),
        _ => All[name](),
    };

    /// <summary>The ordinary edition where its owners are people of Teams.</summary>
    public static EditionCard Given()
    {
        var card = Editions.Ordinary();
        var states = card.States.ToDictionary(state => state.Key, state => state.Value, StringComparer.Ordinal);
        states["tp1"] = states["tp1"] with { OwnerId = "teams:6a2f4b0e-7d1c-4f6e-9b1e-0c6a55d0de01", FollowUp = 3 };
        return card with { States = states };
    }

    private static JsonObject Found(FoundWin found) => TeamsResult.Of(found)["content"]!.DeepClone().AsObject();
}
