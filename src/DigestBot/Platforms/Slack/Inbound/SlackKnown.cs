using System.Collections.Frozen;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>The types that mean something to us. Everything else is acknowledged and counted, and not kept.</summary>
internal static class SlackKnown
{
    /// <summary>Inner types of events, as Slack names them.</summary>
    public static FrozenSet<string> Events { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "app_home_opened", "app_mention", "app_uninstalled", "app_uninstalled_team", "channel_archive", "channel_deleted", "channel_left",
        "channel_rename", "channel_unarchive", "group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive",
        "member_left_channel", "member_joined_channel", "message", "reaction_added", "reaction_removed", "tokens_revoked");

    /// <summary>Types of interactions.</summary>
    public static FrozenSet<string> Interactions { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "block_actions", "message_action", "shortcut", "view_closed", "view_submission");
}
