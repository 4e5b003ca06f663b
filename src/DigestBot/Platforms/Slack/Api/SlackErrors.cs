using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>Slack's errors by name: what each means to people and what to do next.</summary>
internal static partial class SlackErrors
{
    /// <summary>Not Slack's: the workspace has no token, because the app is not installed in it (any more).</summary>
    public const string NotInstalled = "not_installed";

    /// <summary>Not Slack's: an answer was to go to an address that is not Slack's.</summary>
    public const string UntrustedResponseUrl = "untrusted_response_url";

    /// <summary>Not Slack's: an answer's address was used up or too old.</summary>
    public const string ResponseUrlUsed = "used_url";

    /// <summary>A scope was not granted.</summary>
    public const string MissingScope = "missing_scope";

    /// <summary>The bot is not in the channel.</summary>
    public const string NotInChannel = "not_in_channel";

    /// <summary>No channel has this id, or the bot may not see it.</summary>
    public const string ChannelNotFound = "channel_not_found";

    /// <summary>The message whose thread is meant is gone.</summary>
    public const string ThreadNotFound = "thread_not_found";

    /// <summary>The message is gone.</summary>
    public const string MessageNotFound = "message_not_found";

    private static readonly FrozenSet<string> Uninstalled = FrozenSet.Create(
        StringComparer.Ordinal, "token_revoked", "account_inactive", "invalid_auth", "team_access_not_granted", "org_login_required");

    // What may have had part of its effect before it failed.
    private static readonly FrozenSet<string> Uncertain = FrozenSet.Create(
        StringComparer.Ordinal, "fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org");

    private static readonly FrozenSet<string> Passing = FrozenSet.Create(
        StringComparer.Ordinal, "token_expired", "message_limit_exceeded", "accesslimited", "external_channel_migrating", "ekm_access_denied");

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [NotInstalled] = "DigestBot is not installed in this Slack workspace any more. Install it again at /slack/install.",
        ["token_revoked"] = "Slack has revoked DigestBot's token. Install the app again and, where it stands in the settings, replace Slack:BotToken.",
        ["account_inactive"] = "DigestBot was taken out of this Slack workspace. Install the app again.",
        ["invalid_auth"] = "Slack does not know DigestBot's token. Copy it again from the app's page (OAuth & Permissions) into Slack:BotToken, or install the app again.",
        ["not_authed"] = "DigestBot has no token for this Slack workspace. Set Slack:BotToken, or install the app at /slack/install.",
        ["token_expired"] = "Slack's token has run out and is being renewed.",
        ["org_login_required"] = "The workspace is being moved into an Enterprise organisation. Install the app again when that is done.",
        ["team_access_not_granted"] = "The organisation has not given DigestBot access to this workspace. Ask an organisation admin to add the app to it.",
        ["team_added_to_org"] = "The workspace is being moved into an Enterprise organisation. Try again when that is done.",
        [ChannelNotFound] = "Slack knows no such channel, or it is private and DigestBot is not in it. Check the channel's id under Digests:Audiences, or invite @DigestBot to it.",
        [NotInChannel] = "DigestBot is not in this channel. Type /invite @DigestBot there.",
        ["is_archived"] = "The channel is archived. Unarchive it, or name another one under Digests:Audiences.",
        ["restricted_action"] = "A workspace setting keeps DigestBot from posting here. Ask a workspace admin to let the app post in this channel.",
        ["restricted_action_read_only_channel"] = "Only some people may post in this channel. Ask a workspace admin to add DigestBot to them.",
        ["restricted_action_thread_only_channel"] = "Only replies are allowed in this channel. Name another channel under Digests:Audiences.",
        ["restricted_action_thread_locked"] = "The thread is locked. Ask whoever locked it to unlock it.",
        ["restricted_action_non_threadable_channel"] = "This channel allows no threads. Name another channel under Digests:Audiences.",
        ["posting_to_general_channel_denied"] = "DigestBot may not post in the workspace's general channel. Name another channel under Digests:Audiences, or ask a workspace admin.",
        ["channel_type_not_supported"] = "Slack lets apps do this in ordinary channels only. Name another channel under Digests:Audiences.",
        ["access_denied"] = "Slack denies DigestBot access here. Ask a workspace admin to allow the app in this channel.",
        ["no_permission"] = "DigestBot's token lacks a right that this needs. Install the app again with the scopes of its manifest.",
        ["not_allowed_token_type"] = "The token is of the wrong kind. Slack:BotToken begins with xoxb-; copy it from the app's page (OAuth & Permissions).",
        ["ekm_access_denied"] = "The workspace's administrators have suspended posting for now. Ask them when it is allowed again.",
        ["enterprise_is_restricted"] = "This is not allowed with the organisation's token. Install DigestBot in the workspace itself.",
        ["message_limit_exceeded"] = "The workspace's plan takes no more messages for now.",
        ["accesslimited"] = "Slack is not reachable from this network for this app. Ask an admin about the allowed addresses (IP allow list).",
        ["msg_too_long"] = "The message is longer than Slack takes. Shorten the headlines or comments in the draft.",
        ["msg_blocks_too_long"] = "The message is longer than Slack takes. Shorten the headlines or comments in the draft.",
        ["invalid_blocks"] = "Slack refused how the message is built. Please report this with the version; the page shows the same edition meanwhile.",
        ["invalid_blocks_format"] = "Slack refused how the message is built. Please report this with the version; the page shows the same edition meanwhile.",
        ["no_text"] = "There was nothing to show.",
        ["block_mismatch"] = "Slack does not let this message be changed in this way. The page shows its newest state.",
        ["metadata_too_large"] = "The note that goes with the message is longer than Slack takes. Please report this with the version.",
        ["invalid_metadata_format"] = "Slack refused the note that goes with the message. Please report this with the version.",
        [MessageNotFound] = "The message is not there any more: somebody has deleted it.",
        ["edit_window_closed"] = "The workspace lets messages be changed for a limited time only, and it is over. The page shows the newest state.",
        ["cant_update_message"] = "Slack does not let DigestBot change this message, because it was sent by another app or before a re-installation. The page shows the newest state.",
        ["update_failed"] = "Slack could not change the message. The page shows the newest state.",
        [ThreadNotFound] = "The message whose thread this belongs to is not there any more: somebody has deleted it.",
        ["cannot_reply_to_message"] = "Slack allows no thread below this message.",
        ["user_not_found"] = "Slack knows no such person. Check the person's id under People.",
        ["users_not_found"] = "Nobody in this workspace has this e-mail address.",
        ["user_not_visible"] = "DigestBot may not see this person. Ask them to write to DigestBot first.",
        ["user_disabled"] = "This person's Slack account is switched off. Hand their follow-ups over to somebody else.",
        ["user_not_in_channel"] = "This person is not in the channel.",
        ["cannot_dm_bot"] = "Slack lets no app write to another app. Assign it to a person.",
        ["messages_tab_disabled"] = "DigestBot's messages tab is switched off. Switch it on at the app's page (App Home).",
        ["is_bot"] = "This is an app, not a person. Assign it to a person.",
        ["method_not_supported_for_channel_type"] = "Slack does not offer this for this kind of channel.",
        ["team_not_found"] = "Slack knows no such workspace. Install the app again.",
        ["duplicate_channel_not_found"] = "Slack could not find the channel. Check its id under Digests:Audiences.",
        ["too_many_attachments"] = "The message has more parts than Slack takes. Please report this with the version.",
        ["expired_trigger_id"] = "That took longer than Slack waits. Press it again.",
        ["trigger_expired"] = "That took longer than Slack waits. Press it again.",
        ["exchanged_trigger_id"] = "This was opened already. Press it again.",
        ["trigger_exchanged"] = "This was opened already. Press it again.",
        ["invalid_trigger_id"] = "Slack does not know this click any more. Press it again.",
        ["push_limit_reached"] = "Too many windows are open on top of each other. Close one and try again.",
        ["hash_conflict"] = "It was changed meanwhile. Open it again.",
        ["not_found"] = "It was closed meanwhile. Open it again.",
        ["view_too_large"] = "There is more to show than Slack takes. The page shows all of it.",
        ["duplicate_external_id"] = "It is open already.",
        ["no_reaction"] = "The reaction is not there any more.",
        ["too_many_emoji"] = "The message has as many different reactions as Slack takes.",
        ["too_many_reactions"] = "The message has as many reactions as Slack takes.",
        ["thread_locked"] = "The thread is locked. Ask whoever locked it to unlock it.",
        [UntrustedResponseUrl] = "The answer was to go to an address that is not Slack's, so it was not sent.",
        [ResponseUrlUsed] = "Slack takes no more answers to this; it is used up or older than half an hour.",
        ["expired_url"] = "Slack takes no more answers to this; it is older than half an hour.",
        ["invalid_code"] = "The installation took longer than ten minutes or was opened twice. Start it again at /slack/install.",
        ["invalid_refresh_token"] = "Slack does not take the token's renewal any more. Install the app again.",
        ["bad_client_secret"] = "Slack:ClientSecret is not the app's. Copy it from the app's page (Basic Information).",
        ["invalid_client_id"] = "Slack:ClientId is not the app's. Copy it from the app's page (Basic Information).",
        ["bad_redirect_uri"] = "The redirect address is not the one in the app's settings. Add https://YOUR-ADDRESS/slack/oauth at the app's page (OAuth & Permissions).",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name with words of its own.</summary>
    internal static IEnumerable<string> Names => Known.Keys;

    /// <summary>The app is not in the workspace any more, or its token is not what it was.</summary>
    public static bool MeansUninstalled(string error) => Uninstalled.Contains(error);

    /// <summary>Part of the effect may have come about.</summary>
    public static bool IsUncertain(string error) => Uncertain.Contains(error);

    /// <summary>It will go away by itself: worth trying again later.</summary>
    public static bool IsPassing(string error) => Passing.Contains(error);

    /// <summary>What happened and what to do next, for people.</summary>
    /// <param name="error">Slack's name of it.</param>
    /// <param name="needed">The scope that is missing, with <see cref="MissingScope"/>.</param>
    public static string Words(string error, string? needed = null)
    {
        if (error == MissingScope)
            return $"DigestBot lacks the scope {Plain(needed) ?? "that this needs"}. Add it at the app's page (OAuth & Permissions) or update the app's manifest, and install the app again.";
        return Known.GetValueOrDefault(error) ?? $"Slack refused it: {Plain(error) ?? "no reason given"}. Run 'digestbot doctor slack' to see what is wrong.";
    }

    /// <summary>A name as it may stand in a sentence or a log; null for what is no name.</summary>
    internal static string? Plain(string? name) => name is not null && Name().IsMatch(name) ? name : null;

    [GeneratedRegex("^[A-Za-z0-9_:.,-]{1,80}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();
}
