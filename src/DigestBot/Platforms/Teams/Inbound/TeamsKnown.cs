using System.Collections.Frozen;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>The types of activities that mean something to us. Everything else is answered and counted, and not kept.</summary>
internal static class TeamsKnown
{
    /// <summary>A question that waits for its answer.</summary>
    public const string Invoke = "invoke";

    /// <summary>What is kept, as the Bot Framework names it.</summary>
    public static FrozenSet<string> Kept { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "conversationUpdate", "installationUpdate", "message", "messageDelete", "messageReaction", "messageUpdate");
}
