using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>A person at Slack: what they do becomes what Slack then sends to the bot.</summary>
internal sealed class FakePerson(FakeWorkspace workspace, string user)
{
    public string Id => user;

    /// <summary>Types the command.</summary>
    public FakeRequest Types(string text, string channel = "C0EXEC", string command = "/socialwins") => new("command", new JsonObject
    {
        ["token"] = "deprecated-do-not-trust", ["team_id"] = workspace.Id, ["team_domain"] = "acme", ["channel_id"] = channel,
        ["channel_name"] = "exec-digest", ["user_id"] = user, ["user_name"] = user.ToLowerInvariant(), ["command"] = command, ["text"] = text,
        ["api_app_id"] = FakeSlack.AppId, ["is_enterprise_install"] = "false",
        ["response_url"] = workspace.NewResponseUrl(channel, user, null), ["trigger_id"] = workspace.NewTrigger(user),
    });

    /// <summary>Presses a button of a message, or chooses from its menu, by what stands on it.</summary>
    public FakeRequest Presses(FakeMessage message, string title) => Acts(message, Found(message.Buttons, title));

    /// <summary>Presses a button of the topmost modal or the home page.</summary>
    public FakeRequest Presses(FakeView view, string title)
    {
        var payload = Interaction("block_actions");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.Shown(workspace.Id);
        payload["actions"] = new JsonArray(Action(Found(view.Buttons, title)));
        return new("interaction", payload);
    }

    /// <summary>Fills in the topmost modal and submits it.</summary>
    /// <param name="values">Block, action and the state of the element, for example <c>{"type":"plain_text_input","value":"x"}</c>.</param>
    public FakeRequest Submits(params (string Block, string Action, JsonObject Value)[] values)
    {
        var view = workspace.Modal(user) ?? throw new InvalidOperationException($"No modal is open in front of {user}.");
        var shown = view.Shown(workspace.Id);
        var state = new JsonObject();
        foreach (var (block, action, value) in values)
            state[block] = new JsonObject { [action] = value };
        shown["state"] = new JsonObject { ["values"] = state };
        var payload = Interaction("view_submission");
        payload["view"] = shown;
        payload["response_urls"] = new JsonArray();
        return new("interaction", payload);
    }

    /// <summary>Closes the topmost modal.</summary>
    public FakeRequest Closes()
    {
        var payload = Interaction("view_closed");
        payload["view"] = workspace.Modal(user)!.Shown(workspace.Id);
        payload["is_cleared"] = false;
        workspace.Close(user, all: false);
        return new("interaction", payload);
    }

    /// <summary>Uses a message's menu.</summary>
    public FakeRequest Chooses(string callback, FakeMessage message)
    {
        var payload = Interaction("message_action");
        payload["callback_id"] = callback;
        payload["message_ts"] = message.Ts;
        payload["message"] = message.Shown(withMetadata: true);
        payload["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "a-channel" };
        payload["response_url"] = workspace.NewResponseUrl(message.Channel, user, null);
        return new("interaction", payload);
    }

    /// <summary>Adds a reaction; the message has it from now on.</summary>
    public FakeRequest Reacts(FakeMessage message, string reaction) => Reaction(message, reaction, isAdded: true);

    /// <summary>Takes a reaction away.</summary>
    public FakeRequest TakesBack(FakeMessage message, string reaction) => Reaction(message, reaction, isAdded: false);

    /// <summary>Writes into a channel or a thread; it stands there from now on.</summary>
    public FakeRequest Writes(string channel, string text, FakeMessage? inThreadOf = null)
    {
        var message = workspace.Store(new() { Ts = workspace.NextTs(), Channel = channel, User = user, Text = text, ThreadTs = inThreadOf?.ThreadTs ?? inThreadOf?.Ts });
        return workspace.Event(new JsonObject
        {
            ["type"] = "message", ["channel"] = channel, ["user"] = user, ["text"] = text, ["ts"] = message.Ts, ["event_ts"] = message.Ts,
            ["channel_type"] = channel.StartsWith('D') ? "im" : "channel", ["thread_ts"] = message.ThreadTs, ["team"] = workspace.Id,
        });
    }

    /// <summary>Names the bot in a channel.</summary>
    public FakeRequest Mentions(string channel, string text, FakeMessage? inThreadOf = null)
    {
        var said = $"<@{FakeWorkspace.Bot}> {text}";
        var message = workspace.Store(new() { Ts = workspace.NextTs(), Channel = channel, User = user, Text = said, ThreadTs = inThreadOf?.ThreadTs ?? inThreadOf?.Ts });
        return workspace.Event(new JsonObject
        {
            ["type"] = "app_mention", ["channel"] = channel, ["user"] = user, ["text"] = said, ["ts"] = message.Ts, ["event_ts"] = message.Ts,
            ["thread_ts"] = message.ThreadTs, ["team"] = workspace.Id,
        });
    }

    /// <summary>Opens the bot's home page.</summary>
    public FakeRequest OpensHome() => workspace.Event(new JsonObject
    {
        ["type"] = "app_home_opened", ["user"] = user, ["channel"] = $"D{user[1..]}", ["tab"] = "home", ["event_ts"] = workspace.NextTs(),
        ["view"] = workspace.Home(user)?.Shown(workspace.Id),
    });

    private static FakeButton Found(IEnumerable<FakeButton> buttons, string title)
    {
        var all = buttons.ToList();
        return all.Find(button => button.Title == title)
            ?? throw new InvalidOperationException($"There is no '{title}', only: {string.Join(", ", all.Select(button => button.Title))}.");
    }

    private FakeRequest Acts(FakeMessage message, FakeButton button)
    {
        var payload = Interaction("block_actions");
        payload["container"] = new JsonObject
        {
            ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = false, ["thread_ts"] = message.ThreadTs,
        };
        payload["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "exec-digest" };
        payload["message"] = message.Shown(withMetadata: true);
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = workspace.NewResponseUrl(message.Channel, user, message.Ts);
        payload["actions"] = new JsonArray(Action(button));
        return new("interaction", payload);
    }

    private JsonObject Action(FakeButton button)
    {
        var action = new JsonObject { ["type"] = button.Type, ["action_id"] = button.ActionId, ["block_id"] = button.BlockId ?? workspace.Number(), ["action_ts"] = workspace.NextTs() };
        var text = new JsonObject { ["type"] = "plain_text", ["text"] = button.Title, ["emoji"] = false };
        if (button.Type == "button")
            (action["text"], action["value"]) = (text, button.Value);
        else
            action["selected_option"] = new JsonObject { ["text"] = text, ["value"] = button.Value };
        return action;
    }

    private FakeRequest Reaction(FakeMessage message, string reaction, bool isAdded)
    {
        workspace.React(message.Channel, message.Ts, reaction, user, isAdded);
        return workspace.Event(new JsonObject
        {
            ["type"] = isAdded ? "reaction_added" : "reaction_removed", ["user"] = user, ["reaction"] = reaction, ["item_user"] = message.User,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel, ["ts"] = message.Ts }, ["event_ts"] = workspace.NextTs(),
        });
    }

    private JsonObject Interaction(string type) => new()
    {
        ["type"] = type, ["token"] = "deprecated-do-not-trust", ["api_app_id"] = FakeSlack.AppId, ["trigger_id"] = workspace.NewTrigger(user),
        ["user"] = new JsonObject { ["id"] = user, ["username"] = user.ToLowerInvariant(), ["name"] = user.ToLowerInvariant(), ["team_id"] = workspace.Id },
        ["team"] = new JsonObject { ["id"] = workspace.Id, ["domain"] = "acme" },
        ["enterprise"] = workspace.Enterprise is { } enterprise ? new JsonObject { ["id"] = enterprise, ["name"] = "The organisation" } : null,
        ["is_enterprise_install"] = false,
    };
}
