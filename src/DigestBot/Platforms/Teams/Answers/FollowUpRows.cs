using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.FollowUps;
using static DigestBot.Platforms.Teams.TeamsElements;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Follow-ups in an answer, each with its buttons where the reader may change it.</summary>
internal static class FollowUpRows
{
    /// <summary>The first of them, and how many more there are.</summary>
    public static IEnumerable<JsonObject?> Of(FollowUpsReply reply)
    {
        foreach (var followUp in reply.FollowUps.Take(AnswerSteps.Entries))
            yield return Row(followUp, reply);
        if (AnswerSteps.Place(reply, AnswerSteps.Entries) is { } place)
            yield return Own(place, Look.Subtle);
    }

    private static JsonObject Row(FollowUp followUp, FollowUpsReply reply) => Together(
    [
        Words(FollowUpWords.Title(followUp), Look.Strong),
        Words(Facts(FollowUpWords.Facts(followUp, reply)), spacing: "none"),
        FollowUpWords.Note(followUp) is { } note ? Words(note, Look.Small with { Spacing = "small" }) : null,
        reply.Changeable.Contains(followUp.Number) ? Buttons(FollowUpWords.Buttons(followUp)) : null,
    ], hasLine: true);
}
