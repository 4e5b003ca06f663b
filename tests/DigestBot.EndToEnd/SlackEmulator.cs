using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace DigestBot.EndToEnd;

/// <summary>Somebody else's Slack: the emulator, with Acme Air's workspace in it (<c>Clients/seed.yaml</c>). It sends its events to the bot.</summary>
internal sealed class SlackEmulator : IDisposable
{
    public const string SigningSecret = "end-to-end-signing-secret";
    public const string BotToken = "xoxb-end-to-end";

    private readonly ClientProcess _process;
    private readonly HttpClient _client;

    private SlackEmulator(ClientProcess process, Uri address)
    {
        _process = process;
        _client = new() { BaseAddress = new Uri(address, "api/") };
    }

    /// <summary>What <c>Slack:ApiBaseAddress</c> is set to.</summary>
    public string ApiBaseAddress => _client.BaseAddress!.ToString();

    /// <summary>Starts it.</summary>
    /// <param name="bot">Where the bot is or will be.</param>
    public static async Task<SlackEmulator> StartAsync(Uri bot)
    {
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}/");
        var process = OtherClients.Start(
            OtherClients.Node24,
            ["--import", OtherClients.Script("emulator-events.mjs"), OtherClients.Package("emulate", "dist", "index.js"),
                "start", "-s", "slack", "-p", $"{address.Port}", "--seed", OtherClients.Script("seed.yaml")],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DIGESTBOT_EVENTS"] = new Uri(bot, "/slack/events").ToString() });
        await process.AnswersAsync(address);
        return new(process, address);
    }

    /// <summary>A channel's id.</summary>
    public async Task<string> ChannelAsync(string name) => Named(await CallAsync("conversations.list", BotToken), "channels", name);

    /// <summary>A person's id.</summary>
    public async Task<string> UserAsync(string name) => Named(await CallAsync("users.list", BotToken), "members", name);

    /// <summary>What stands in a channel itself, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(string channel) =>
        [.. Messages(await CallAsync("conversations.history", BotToken, ("channel", channel), ("limit", "200"))).Reverse()];

    /// <summary>A message and what stands in its thread, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> ThreadAsync(string channel, string ts) =>
        Messages(await CallAsync("conversations.replies", BotToken, ("channel", channel), ("ts", ts), ("limit", "200"), ("include_all_metadata", "true")));

    /// <summary>Calls a method as somebody; fails when the emulator refuses.</summary>
    public async Task<JsonNode> CallAsync(string method, string token, params (string Name, string Value)[] arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new FormUrlEncodedContent(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value)));
        using var answer = await _client.SendAsync(request);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True(body["ok"]?.GetValue<bool>() is true, $"{method}: {body}");
        return body;
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
    }

    private static IReadOnlyList<JsonNode> Messages(JsonNode answer) => [.. answer["messages"]!.AsArray().OfType<JsonNode>()];

    private static string Named(JsonNode answer, string list, string name) =>
        answer[list]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == name)!["id"]!.GetValue<string>();
}
