using System.Text.Json.Nodes;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Manifest;

/// <summary>How the app is to be set up.</summary>
/// <param name="Address">Public address of this program, for example <c>https://bot.example.com</c>; null when it has none.</param>
/// <param name="CommandName">Name of the command with its slash: 2 to 32 characters.</param>
/// <param name="UsesSocket">Everything arrives over a socket that this program opens: no address is asked for.</param>
/// <param name="IsForMany">Installed by sign-in in many workspaces or a whole Enterprise Grid; its tokens are rotated.</param>
internal sealed record SlackAppPlan(Uri? Address, string CommandName, bool UsesSocket, bool IsForMany);

/// <summary>
/// What Slack is told about the app: made of the verbs, events and scopes in the code, so that it cannot say anything else.
/// Shape and limits: Slack's manifest schema 2.
/// </summary>
internal static class SlackManifest
{
    /// <summary>What names the message menu's entry in its payload.</summary>
    public const string AddToDigest = "add_to_digest";

    private const int LongestHint = 100;
    private const string Purpose = "The week's ten customer touch points, and what came of them.";

    /// <summary>The manifest.</summary>
    /// <param name="plan">How it is to be set up.</param>
    /// <param name="verbs">Everything the bot can do, in the order of help.</param>
    public static JsonObject Of(SlackAppPlan plan, IEnumerable<ActionDescription> verbs) => new()
    {
        ["display_information"] = new JsonObject
        {
            ["name"] = "DigestBot", ["description"] = Purpose, ["background_color"] = "#1d3557",
        },
        ["features"] = Features(plan, verbs),
        ["oauth_config"] = SignIn(plan),
        ["settings"] = Settings(plan),
    };

    /// <summary>What stands greyed beside the command while it is typed: verbs that anybody may use, as many as fit.</summary>
    internal static string UsageHint(IEnumerable<ActionDescription> verbs)
    {
        var words = verbs.Where(verb => verb.Allowed == WhoMay.Anyone).Select(verb => verb.Verb).Where(word => word != "help");
        var hint = "help";
        foreach (var word in words.TakeWhile(word => hint.Length + word.Length < LongestHint))
            hint += " | " + word;
        return $"[{hint}]";
    }

    private static JsonObject Features(SlackAppPlan plan, IEnumerable<ActionDescription> verbs) => new()
    {
        ["app_home"] = new JsonObject
        {
            ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false,
        },
        ["bot_user"] = new JsonObject { ["display_name"] = "DigestBot", ["always_online"] = true },
        ["slash_commands"] = new JsonArray(Command(plan, verbs)),
        ["shortcuts"] = new JsonArray(new JsonObject
        {
            ["name"] = "Add to digest",
            ["type"] = "message",
            ["callback_id"] = AddToDigest,
            ["description"] = "Nominate what a customer said.",
        }),
    };

    private static JsonObject Command(SlackAppPlan plan, IEnumerable<ActionDescription> verbs)
    {
        var command = new JsonObject
        {
            ["command"] = plan.CommandName,
            ["description"] = "What customers said this week, and what we do about it",
            ["usage_hint"] = UsageHint(verbs),
            // People and channels arrive as ids then, not as names that anybody can take.
            ["should_escape"] = true,
        };
        return WithAddress(command, "url", plan, "slack/commands");
    }

    private static JsonObject SignIn(SlackAppPlan plan)
    {
        var scopes = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = Array(SlackScopes.Names) } };
        if (plan is { IsForMany: true, Address: { } address })
            scopes["redirect_urls"] = Array([At(address, "slack/oauth")]);
        return scopes;
    }

    private static JsonObject Settings(SlackAppPlan plan)
    {
        var interactivity = WithAddress(new() { ["is_enabled"] = true }, "request_url", plan, "slack/interactivity");
        return new()
        {
            ["event_subscriptions"] = WithAddress(new() { ["bot_events"] = Array(SlackScopes.Events) }, "request_url", plan, "slack/events"),
            ["interactivity"] = WithAddress(interactivity, "message_menu_options_url", plan, "slack/options"),
            ["org_deploy_enabled"] = plan.IsForMany,
            ["socket_mode_enabled"] = plan.UsesSocket,
            // It cannot be switched off again, and a token that stands in settings would be worthless after twelve hours.
            ["token_rotation_enabled"] = plan.IsForMany,
        };
    }

    // With Socket Mode Slack refuses addresses.
    private static JsonObject WithAddress(JsonObject part, string key, SlackAppPlan plan, string path)
    {
        if (plan is { UsesSocket: false, Address: { } address })
            part[key] = At(address, path);
        return part;
    }

    private static string At(Uri address, string path) => $"{address.AbsoluteUri.TrimEnd('/')}/{path}";

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
