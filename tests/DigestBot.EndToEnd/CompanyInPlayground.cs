using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Data.Sqlite;

namespace DigestBot.EndToEnd;

/// <summary>
/// Acme Air in the Microsoft 365 Agents Playground (<c>Clients/playground.yml</c>), with the real program in it on the sample's mentions
/// and its check of tokens on; Ana sits at the Playground's page.
/// </summary>
internal sealed class CompanyInPlayground : IAsyncDisposable
{
    public const string Executives = "19:exec@thread.tacv2";
    public const string Curators = "19:curate@thread.tacv2";
    public const string Chat = "a:1-ana";

    private const string Ana = "29:1ana";

    private readonly DirectoryInfo _folder;
    private readonly PlaygroundDoor _door;
    private readonly ClientProcess _playground;
    private readonly RunningProgram _program;
    private readonly HttpClient _client;

    private CompanyInPlayground(DirectoryInfo folder, PlaygroundDoor door, ClientProcess playground, RunningProgram program, Uri address)
    {
        (_folder, _door, _playground, _program) = (folder, door, playground, program);
        (Address, _client) = (address, new() { BaseAddress = address });
    }

    /// <summary>Where the Playground's page is.</summary>
    public Uri Address { get; }

    /// <summary>What the bot has sent, as it stands now, oldest first.</summary>
    public IReadOnlyList<FakePost> Posts => _door.Posts;

    /// <summary>Starts both; the bot is added to the team and to Ana's chat.</summary>
    /// <param name="before">What is done before: the page shows only what comes while it is open. Nothing unless given.</param>
    public static async Task<CompanyInPlayground> OpenAsync(Func<Uri, Task>? before = null)
    {
        var (bot, address) = (new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}"), new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}"));
        var folder = Directory.CreateTempSubdirectory("digestbot-playground-");
        var door = await PlaygroundDoor.StartAsync(bot, address);
        var playground = await PlaygroundAsync(door, address, folder);
        var program = RunningProgram.Start(Path.Combine(folder.FullName, "teams.db"), port: bot.Port, settings: [.. Settings(door)]);
        var company = new CompanyInPlayground(folder, door, playground, program, address);
        Assert.True(await program.IsReadyAsync(), program.Said);
        await (before?.Invoke(address) ?? Task.CompletedTask);
        foreach (var place in new[] { Executives, Curators, Chat })
            await company.PostAsync($"/_debug/conversation/{place}/installation", []);
        return company;
    }

    /// <summary>The edition as it stands: its first message and the touch points, once all of them are there.</summary>
    public async Task<IReadOnlyList<FakePost>> EditionAsync()
    {
        Assert.True(await _program.BecomesAsync(() => Task.FromResult(Posts.Count(post => post.Place == Executives) >= 11)), _program.Said);
        return [.. Posts.Where(post => post.Place == Executives)];
    }

    /// <summary>The headline of the first issue: which it is depends on the week in which the sample is begun.</summary>
    public static string FirstIssue(IReadOnlyList<FakePost> edition)
    {
        var lines = edition[0].Reads.Split('\n');
        return lines[Array.FindIndex(lines, line => line.StartsWith("Issue · ", StringComparison.Ordinal)) - 1];
    }

    /// <summary>Waits until a message shows some words, or shows them no more.</summary>
    public async Task<FakePost> ShowsAsync(FakePost message, string words, bool isThere = true)
    {
        FakePost? now = null;
        Assert.True(
            await _program.BecomesAsync(() => Task.FromResult((now = Posts.Single(post => post.Id == message.Id)).Reads.Contains(words, StringComparison.Ordinal) == isThere)),
            _program.Said);
        return now!;
    }

    /// <summary>The message as Ana's client shows it: as it was posted, or what the bot shows to her when that asks for it.</summary>
    public async Task<JsonObject> SeenAsync(FakePost message) =>
        message.Card!["refresh"]?["action"] is not JsonObject refresh ? message.Card! : (await ExecuteAsync(message, refresh, "automatic"))!["value"]!.AsObject();

    /// <summary>Ana presses a button that she sees on a message; what the bot answered.</summary>
    public async Task<JsonNode?> PressAsync(FakePost message, string title)
    {
        var buttons = FakeCard.Buttons(await SeenAsync(message));
        var button = buttons.FirstOrDefault(button => button.Title == title);
        Assert.True(button is not null, $"There is no '{title}', only: {string.Join(", ", buttons.Select(one => one.Title))}.");
        return button.OpensDialog
            ? await DialogAsync("task/fetch", button.Data, message)
            : await ExecuteAsync(message, button.Action, "manual");
    }

    /// <summary>Ana sends a dialog off, with what she filled in; what the bot answered.</summary>
    /// <param name="dialog">What the bot answered when it was opened.</param>
    /// <param name="over">The message whose button opened it.</param>
    /// <param name="filled">Ids of fields and what was filled in.</param>
    public Task<JsonNode?> SubmitAsync(JsonNode? dialog, FakePost over, params IEnumerable<(string Id, string Value)> filled)
    {
        var card = dialog!["task"]!["value"]!["card"]!["content"]!;
        var data = FakeCard.Buttons(card).Last(button => button.Type == "Action.Submit").Data.DeepClone().AsObject();
        foreach (var (id, value) in Begun(card).Concat(filled))
            data[id] = value;
        return DialogAsync("task/submit", data, over);
    }

    /// <summary>Ana's client asks the bot for something; what it answered.</summary>
    public async Task<JsonNode?> InvokeAsync(string name, JsonObject value, FakePost? at = null)
    {
        var invoke = new JsonObject { ["name"] = name, ["value"] = value, ["from"] = Who(), ["conversation"] = new JsonObject { ["id"] = at?.Conversation ?? Chat } };
        if (at is not null)
            invoke["replyToId"] = at.Id;
        await PostAsync("/_conversation/v1/invoke", invoke);
        return _door.Answers[_door.LastAnswered];
    }

    /// <summary>Ana writes to the bot in her chat; what it answered there.</summary>
    public async Task<FakePost> SayAsync(string text)
    {
        var before = Posts.Select(post => post.Id).ToHashSet(StringComparer.Ordinal);
        await PostAsync($"/_conversation/v1/conversations/{Chat}/messages", new() { ["type"] = "text", ["text"] = text, ["textFormat"] = "plain", ["from"] = Who() });
        FakePost? answer = null;
        Assert.True(await _program.BecomesAsync(() => Task.FromResult((answer = Posts.FirstOrDefault(post => post.Place == Chat && !before.Contains(post.Id))) is not null)), _program.Said);
        return answer!;
    }

    /// <summary>Ana reacts to a message, or takes the reaction away.</summary>
    public Task ReactAsync(FakePost message, string type, bool isAdded) => PostAsync(
        "/_internal/v1/customActivities",
        Activity("messageReaction", message, (isAdded ? "reactionsAdded" : "reactionsRemoved", new JsonArray(new JsonObject { ["type"] = type }))));

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        _playground.Dispose();
        _client.Dispose();
        await _door.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task PostAsync(string path, JsonObject body)
    {
        using var answer = await _client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {_program.Said}");
    }

    private Task<JsonNode?> ExecuteAsync(FakePost message, JsonObject action, string trigger) => InvokeAsync(
        "adaptiveCard/action",
        new()
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]?.DeepClone(), ["data"] = action["data"]?.DeepClone() },
            ["trigger"] = trigger,
        },
        message);

    // What fields begin with, as the client sends it too.
    private static IEnumerable<(string Id, string Value)> Begun(JsonNode? node) => node switch
    {
        JsonObject input when input["type"]?.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal) is true =>
            input["value"] is { } value ? [(input["id"]!.GetValue<string>(), value.ToString())] : [],
        JsonObject one => one.SelectMany(member => Begun(member.Value)),
        JsonArray many => many.SelectMany(Begun),
        _ => [],
    };

    // The Playground has no dialogs, but passes on any activity.
    private async Task<JsonNode?> DialogAsync(string name, JsonObject data, FakePost over)
    {
        var value = new JsonObject { ["data"] = data.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } };
        var invoke = Activity("invoke", over, ("name", name), ("value", value));
        await PostAsync("/_internal/v1/customActivities", invoke);
        JsonNode? answer = null;
        Assert.True(await _program.BecomesAsync(() => Task.FromResult(_door.Answers.TryGetValue(invoke["id"]!.GetValue<string>(), out answer))), _program.Said);
        return answer;
    }

    // What Ana does at a message of a channel.
    private JsonObject Activity(string type, FakePost at, params ReadOnlySpan<(string Name, JsonNode Value)> more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{Guid.CreateVersion7()}",
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O"),
            ["from"] = new JsonObject { ["id"] = Ana, ["name"] = "Ana Castillo", ["aadObjectId"] = FakeTenant.ObjectIdOf("ana") },
            ["recipient"] = new JsonObject { ["id"] = FakeTeams.Bot, ["name"] = "DigestBot" },
            ["conversation"] = new JsonObject { ["id"] = at.Conversation, ["conversationType"] = "channel", ["tenantId"] = FakeTeams.TenantId, ["isGroup"] = true },
            ["replyToId"] = at.Id,
            ["serviceUrl"] = new Uri(_door.Address, "/_connector").ToString(),
            ["channelId"] = "msteams",
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = FakeTeams.TenantId }, ["team"] = new JsonObject { ["id"] = Executives }, ["channel"] = new JsonObject { ["id"] = at.Place },
            },
        };
        foreach (var (name, value) in more)
            activity[name] = value;
        return activity;
    }

    private static JsonObject Who() => new() { ["id"] = Ana };

    private static async Task<ClientProcess> PlaygroundAsync(PlaygroundDoor door, Uri address, DirectoryInfo folder)
    {
        File.Copy(OtherClients.Script("playground.yml"), Path.Combine(folder.FullName, ".m365agentsplayground.yml"));
        var process = OtherClients.Start(
            "node",
            ["--require", OtherClients.Script("loopback.cjs"), OtherClients.Package("@microsoft", "m365agentsplayground", "cli.js"), "start",
                "-e", new Uri(door.Address, "/api/messages").ToString(), "-c", "msteams", "-p", $"{address.Port}", "--su", new Uri(door.Address, "/_connector").ToString(), "--dt"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["TEAMSAPPTESTER_BROWSER"] = "none" },
            folder.FullName);
        return await process.AnswersAsync(new Uri(address, "/_internal/v1/config"));
    }

    private static IEnumerable<string> Settings(PlaygroundDoor door) =>
    [
        $"--Teams:AppId={FakeTeams.AppId}",
        $"--Teams:AppSecret={FakeTeams.AppSecret}",
        $"--Teams:TenantId={FakeTeams.TenantId}",
        $"--Teams:OpenIdMetadataAddress={new Uri(door.Address, "/metadata")}",
        $"--Teams:LoginAddress={door.Address}",
        $"--Teams:AllowedServiceHosts:0={door.Address.Authority}",
        "--Outgoing:PrivateHosts:0=127.0.0.1",
        "--Outgoing:PlainHttpHosts:0=127.0.0.1",
        "--Digests:0:Name=weekly",
        "--Digests:0:Audiences:0:Name=executives",
        "--Digests:0:Audiences:0:Platform=teams",
        $"--Digests:0:Audiences:0:Channel={Executives}",
        "--Digests:0:Curators:Platform=teams",
        $"--Digests:0:Curators:Channel={Curators}",
        $"--People:0:Id=teams:{FakeTenant.ObjectIdOf("ana")}",
        "--People:0:Name=Ana Castillo",
        "--People:0:Roles=Executive, Curator",
        $"--People:1:Id=teams:{FakeTenant.ObjectIdOf("ben")}",
        "--People:1:Name=Ben Okafor",
        "--People:1:Roles=Anyone",
    ];
}
