using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DigestBot.EndToEnd;

/// <summary>Somebody else's stub server, for the ways in which HTTP goes wrong that no emulator plays.</summary>
internal sealed class WireMock : IDisposable
{
    private readonly ClientProcess _process;
    private readonly HttpClient _client;
    private int _scenarios;

    private WireMock(ClientProcess process, Uri address)
    {
        _process = process;
        _client = new() { BaseAddress = address };
    }

    /// <summary>What <c>Slack:ApiBaseAddress</c> is set to.</summary>
    public string ApiBaseAddress => new Uri(_client.BaseAddress!, "api/").ToString();

    public static async Task<WireMock> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}/");
        var jar = Directory.GetFiles(OtherClients.Package("wiremock", "build"), "*.jar").Single();
        var folder = Directory.CreateTempSubdirectory("digestbot-wiremock-").FullName;
        var process = OtherClients.Start("java", ["-jar", jar, "--port", $"{address.Port}", "--bind-address", "127.0.0.1", "--root-dir", folder, "--disable-banner"]);
        await process.AnswersAsync(new Uri(address, "__admin/mappings"));
        return new(process, address);
    }

    /// <summary>What a method of the Web API answers from now on: one answer a call, the last one for ever.</summary>
    /// <param name="method">For example <c>chat.postMessage</c>.</param>
    /// <param name="answers">WireMock's response definitions.</param>
    public async Task AnswersAsync(string method, params IReadOnlyList<JsonObject> answers)
    {
        _scenarios++;
        for (var turn = 0; turn < answers.Count; turn++)
        {
            using var kept = await _client.PostAsJsonAsync("__admin/mappings", new JsonObject
            {
                ["scenarioName"] = $"{method} {_scenarios}",
                ["requiredScenarioState"] = State(turn),
                ["newScenarioState"] = State(Math.Min(turn + 1, answers.Count - 1)),
                ["request"] = new JsonObject { ["method"] = "POST", ["urlPath"] = $"/api/{method}" },
                ["response"] = answers[turn],
            });
            kept.EnsureSuccessStatusCode();
        }
    }

    /// <summary>How often a method was called.</summary>
    public async Task<int> CallsAsync(string method)
    {
        using var answer = await _client.PostAsJsonAsync("__admin/requests/count", new JsonObject { ["method"] = "POST", ["urlPath"] = $"/api/{method}" });
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["count"]!.GetValue<int>();
    }

    /// <summary>A good answer.</summary>
    public static JsonObject Json(string body, int status = 200, params (string Name, string Value)[] headers)
    {
        var all = new JsonObject { ["Content-Type"] = "application/json" };
        foreach (var (name, value) in headers)
            all[name] = value;
        return new() { ["status"] = status, ["body"] = body, ["headers"] = all };
    }

    /// <summary>One of WireMock's faults, for example <c>CONNECTION_RESET_BY_PEER</c>.</summary>
    public static JsonObject Fault(string name) => new() { ["fault"] = name };

    // WireMock's own name for the state that a scenario begins in.
    private static string State(int turn) => turn == 0 ? "Started" : $"{turn}";

    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
    }
}
