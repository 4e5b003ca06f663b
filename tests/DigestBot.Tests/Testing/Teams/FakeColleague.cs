using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>A person in Teams: what they do becomes what Teams then sends to the bot.</summary>
/// <param name="tenant">Their company.</param>
/// <param name="member">Who they are.</param>
internal sealed class FakeColleague(FakeTenant tenant, FakeMember member)
{
    public FakeMember Member => member;

    /// <summary>Entra object id.</summary>
    public string Id => member.ObjectId;

    /// <summary>Writes to the bot in the personal chat.</summary>
    public FakeActivity Says(string text)
    {
        var chat = tenant.OpenPersonal(member);
        return Message(chat, null, text, post: tenant.NextId());
    }

    /// <summary>Names the bot in a channel, a thread of it or a group chat.</summary>
    public FakeActivity Mentions(string place, string text, FakePost? inThreadOf = null)
    {
        var (at, post) = (tenant.Places[place], tenant.NextId());
        var thread = at.Type == "channel" ? inThreadOf?.Thread ?? post : null;
        var said = Message(at, thread, $"<at>DigestBot</at> {text}", post);
        var entities = said.Body["entities"]!.AsArray();
        entities.Add(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = FakeTeams.Bot, ["name"] = "DigestBot" }, ["text"] = "<at>DigestBot</at>" });
        return said;
    }

    /// <summary>Types a slash command of the bot's: a message that nobody else sees.</summary>
    public FakeActivity Slashes(string place, string text, FakePost? inThreadOf = null)
    {
        var (at, post) = (tenant.Places[place], tenant.NextId());
        var said = Activity("message", at, at.Type == "channel" ? inThreadOf?.Thread ?? post : null);
        (said.Body["id"], said.Body["text"], said.Body["textFormat"]) = (post, text, "plain");
        said.Body["recipient"]!["isTargeted"] = true;
        return said;
    }

    /// <summary>Presses something on a message, by what stands on it.</summary>
    /// <param name="post">The message.</param>
    /// <param name="title">What stands on the button.</param>
    /// <param name="inputs">What was filled in on the card.</param>
    public FakeActivity Presses(FakePost post, string title, params (string Id, string Value)[] inputs) => Presses(post, Found(post.Buttons, title), inputs);

    /// <summary>Presses something on a card that only they see, at a message's place.</summary>
    public FakeActivity Presses(FakePost post, JsonObject card, string title, params (string Id, string Value)[] inputs) =>
        Presses(post, Found(FakeCard.Buttons(card), title), inputs);

    /// <summary>Fills in a dialog and submits it.</summary>
    /// <param name="dialog">Its card.</param>
    /// <param name="title">What stands on the button.</param>
    /// <param name="over">The message whose button opened it.</param>
    /// <param name="inputs">What was filled in.</param>
    public FakeActivity Submits(JsonObject dialog, string title, FakePost over, params (string Id, string Value)[] inputs) =>
        Invokes("task/submit", over, Task(Filled(Found(FakeCard.Buttons(dialog), title).Data, inputs)));

    /// <summary>Sees a message come up that shows each what is theirs.</summary>
    public FakeActivity Sees(FakePost post) => Invokes("adaptiveCard/action", post, new()
    {
        ["action"] = Executed(post.Card!["refresh"]!["action"]!.AsObject(), []), ["trigger"] = "automatic",
    });

    /// <summary>Adds a reaction; the message has it from now on.</summary>
    public FakeActivity Reacts(FakePost post, string type) => Reaction(post, [type], []);

    /// <summary>Takes a reaction away.</summary>
    public FakeActivity TakesBack(FakePost post, string type) => Reaction(post, [], [type]);

    /// <summary>Takes one and gives another in the same moment.</summary>
    public FakeActivity Changes(FakePost post, string from, string to) => Reaction(post, [to], [from]);

    /// <summary>Searches in the message extension.</summary>
    public FakeActivity Searches(string command, string words, string parameter = "query", string place = FakeTenant.Executives) => Invokes("composeExtension/query", tenant.Places[place], new()
    {
        ["commandId"] = command, ["parameters"] = new JsonArray(new JsonObject { ["name"] = parameter, ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    });

    /// <summary>Chooses an action in a message's menu.</summary>
    public FakeActivity Chooses(string command, FakePost post) => Invokes("composeExtension/fetchTask", tenant.Places[post.Place], Chosen(command, post));

    /// <summary>Submits the dialog that an action of a message's menu has opened.</summary>
    public FakeActivity Completes(string command, FakePost post, JsonObject data)
    {
        var chosen = Chosen(command, post);
        chosen["data"] = data;
        return Invokes("composeExtension/submitAction", tenant.Places[post.Place], chosen);
    }

    /// <summary>Any invoke at a message.</summary>
    public FakeActivity Invokes(string name, FakePost at, JsonObject value)
    {
        var invoke = Activity("invoke", tenant.Places[at.Place], at.Thread);
        (invoke.Body["name"], invoke.Body["value"], invoke.Body["replyToId"]) = (name, value, at.Id);
        return invoke;
    }

    /// <summary>Writes into a channel without naming the bot: nothing is sent, the message stands.</summary>
    public FakePost Writes(string place, string text)
    {
        var post = tenant.NextId();
        return tenant.Store(new() { Id = post, Place = place, Thread = tenant.Places[place].Type == "channel" ? post : null, From = member.Mri, Activity = new() { ["type"] = "message", ["text"] = text } });
    }

    /// <summary>Installs the app for themselves.</summary>
    public FakeActivity Installs()
    {
        var chat = tenant.OpenPersonal(member);
        lock (tenant.Gate)
            tenant.Reachable.Add(member.Mri);
        return Installation("add", chat);
    }

    /// <summary>Removes the app that they had for themselves.</summary>
    public FakeActivity Uninstalls()
    {
        var chat = tenant.OpenPersonal(member);
        lock (tenant.Gate)
            tenant.Reachable.Remove(member.Mri);
        return Installation("remove", chat);
    }

    /// <summary>Adds the app to a channel's team, with that channel chosen; to a chat.</summary>
    public FakeActivity InstallsIn(string place)
    {
        tenant.Change(place, at => at with { HasBot = true });
        var installed = Installation("add", tenant.Places[place]);
        if (tenant.Places[place].Type == "channel")
            installed.Body["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place } };
        return installed;
    }

    /// <summary>Takes the app out of a channel's team, or out of a chat.</summary>
    public FakeActivity UninstallsIn(string place)
    {
        var team = tenant.Places[place].Team;
        foreach (var at in tenant.Places.Values.Where(at => at.Id == place || (team is not null && at.Team == team)).ToList())
            tenant.Change(at.Id, one => one with { HasBot = false });
        return Installation("remove", tenant.Places[place]);
    }

    /// <summary>An activity of theirs without anything in it yet.</summary>
    public FakeActivity Activity(string type, FakePlace place, string? thread = null) => FakeActivity.Of(tenant, type, member, place, thread);

    private FakeActivity Invokes(string name, FakePlace place, JsonObject value)
    {
        var invoke = Activity("invoke", place);
        (invoke.Body["name"], invoke.Body["value"]) = (name, value);
        return invoke;
    }

    private FakeActivity Message(FakePlace place, string? thread, string text, string post)
    {
        tenant.Store(new() { Id = post, Place = place.Id, Thread = thread, From = member.Mri, Activity = new() { ["type"] = "message", ["text"] = text } });
        var said = Activity("message", place, thread);
        (said.Body["id"], said.Body["text"], said.Body["textFormat"]) = (post, text, "plain");
        return said;
    }

    private FakeActivity Presses(FakePost post, FakeCardButton button, (string Id, string Value)[] inputs)
    {
        if (button.Type == "Action.Execute")
            return Invokes("adaptiveCard/action", post, new() { ["action"] = Executed(button.Action, inputs), ["trigger"] = "manual" });
        if (button.OpensDialog)
            return Invokes("task/fetch", post, Task(Filled(button.Data, inputs)));
        var pressed = Activity("message", tenant.Places[post.Place], post.Thread);
        (pressed.Body["value"], pressed.Body["replyToId"]) = (Filled(button.Data, inputs), post.Id);
        return pressed;
    }

    private FakeActivity Reaction(FakePost post, string[] added, string[] removed)
    {
        tenant.Replace(post.Place, post.Id, now => now with { Reactions = [.. now.Reactions.Except(removed.Select(Given)), .. added.Select(Given)] });
        var reaction = Activity("messageReaction", tenant.Places[post.Place], post.Thread);
        reaction.Body["replyToId"] = post.Id;
        if (added.Length > 0)
            reaction.Body["reactionsAdded"] = Types(added);
        if (removed.Length > 0)
            reaction.Body["reactionsRemoved"] = Types(removed);
        return reaction;
    }

    private FakeActivity Installation(string action, FakePlace place)
    {
        var update = Activity("installationUpdate", place);
        update.Body["action"] = action;
        return update;
    }

    private JsonObject Chosen(string command, FakePost post) => new()
    {
        ["commandId"] = command, ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = post.Id, ["createdDateTime"] = tenant.Teams.Clock.GetUtcNow().ToString("O"),
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = $"<div>{post.Text}</div>" },
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = ObjectIdOf(post.From), ["displayName"] = tenant.People.GetValueOrDefault(post.From)?.Name ?? "DigestBot" } },
            ["linkToMessage"] = $"https://teams.microsoft.com/l/message/{post.Place}/{post.Id}",
        },
    };

    private string? ObjectIdOf(string mri) => tenant.People.GetValueOrDefault(mri)?.ObjectId;

    private string Given(string type) => $"{member.Mri} {type}";

    private static JsonObject Executed(JsonObject action, (string Id, string Value)[] inputs)
    {
        var executed = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]?.DeepClone() ?? "", ["data"] = Filled(action["data"] as JsonObject ?? [], inputs) };
        if (action["id"] is { } id)
            executed["id"] = id.DeepClone();
        return executed;
    }

    private static JsonObject Filled(JsonObject data, (string Id, string Value)[] inputs)
    {
        var filled = data.DeepClone().AsObject();
        foreach (var (id, value) in inputs)
            filled[id] = value;
        return filled;
    }

    private static JsonObject Task(JsonObject data) => new() { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } };

    private static JsonArray Types(string[] types) => new([.. types.Select(type => new JsonObject { ["type"] = type })]);

    private static FakeCardButton Found(IReadOnlyList<FakeCardButton> buttons, string title) =>
        buttons.FirstOrDefault(button => button.Title == title)
        ?? throw new InvalidOperationException($"There is no '{title}', only: {string.Join(", ", buttons.Select(button => button.Title))}.");
}
