using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Actions;

/// <summary>Which mentions of a touch point a curator means: one ("mention 3", counted as in the evidence), or all.</summary>
internal static class RelabelledMentions
{
    /// <summary>The mentions meant; empty when there is no such number. What tells it is taken off the arguments.</summary>
    public static IReadOnlyList<MentionId> Of(PlacedPoint at, ActionArguments arguments)
    {
        var all = EvidenceOrder.Of(at);
        if (!arguments.TryTake("mention"))
            return all;
        return arguments.TryTakeNumber(out var number) && number >= 1 && number <= all.Count ? [all[number - 1]] : [];
    }
}
